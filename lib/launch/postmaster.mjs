import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { platform } from 'node:os'
import { join } from 'node:path'
import { databasePassword } from './database-password.mjs'
import { commandOf, hasEnded, isAlive } from './processes.mjs'

const pidFile = (cluster) => join(cluster, 'postmaster.pid')

// Its lines: process id, folder, start time, port, socket folder, address, shared memory, state.
const lines = (cluster) => (existsSync(pidFile(cluster)) ? readFileSync(pidFile(cluster), 'utf8').split('\n') : [])

/** True when the PostgreSQL of this cluster accepts connections. */
export const saysReady = (cluster) => (lines(cluster)[7] ?? '').startsWith('ready')

/** The process id of a PostgreSQL that runs on this cluster, if one does: a killed launcher can leave one behind. */
function runningPostgres(cluster) {
  const pid = Number(lines(cluster)[0])
  return pid && commandOf(pid).includes('postgres') ? pid : undefined
}

/** How to reach the PostgreSQL that runs on a folder: a function from a database's name to its connection string. */
export function runningUrl(folder) {
  const port = lines(join(folder, 'cluster'))[3]
  const password = databasePassword(folder)
  return (database) => `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`
}

// What a killed PostgreSQL leaves behind may go on with its query, and no other can start on the same files meanwhile.
async function endOrphans(cluster) {
  if (platform() !== 'linux' || !existsSync(cluster)) return
  const place = realpathSync(cluster)
  const isOrphan = (pid) => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === place && commandOf(pid).startsWith('postgres:')
    } catch {
      return false
    }
  }
  const orphans = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && isOrphan(Number(name)))
  for (const pid of orphans.map(Number)) {
    if (isAlive(pid)) process.kill(pid, 'SIGQUIT')
    if (!(await hasEnded(pid, 5000))) process.kill(pid, 'SIGKILL')
  }
}

/** Ends the PostgreSQL that a killed launcher has left on this cluster, and clears what it left behind. */
export async function endLeftover(cluster) {
  const pid = runningPostgres(cluster)
  if (pid) await endPostgres(pid)
  await endOrphans(cluster)
  rmSync(pidFile(cluster), { force: true })
}

/** Ends PostgreSQL in order, dropping its connections; by force after a while. */
export async function endPostgres(pid) {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL']) {
    if (isAlive(pid)) process.kill(pid, signal)
    if (await hasEnded(pid, 15_000)) return
  }
}
