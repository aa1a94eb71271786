import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ensurePassword, newPassword } from './database-password.mjs'
import { freePort } from './free-port.mjs'
import { LaunchError, saysDiskFull } from './launch-error.mjs'
import { say } from './messages.mjs'
import { postgresBinaries, postgresUser } from './postgres-binaries.mjs'
import { endLeftover, endPostgres, runningUrl, saysReady } from './postmaster.mjs'

// Its own words in English and its own clock in UTC, whatever the terminal says: without a LANG initdb would make SQL_ASCII.
const environment = () => ({
  ...process.env,
  LC_ALL: 'C',
  LANG: 'C',
  TZ: 'UTC',
})
const encoding = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
const withoutDurability = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_wal_size=4GB']

async function initdb(binaries, cluster, passwordFile, user) {
  const run = (locale) =>
    promisify(execFile)(
      join(binaries, 'bin', 'initdb'),
      [
        `--pgdata=${cluster}`,
        '--username=postgres',
        '--auth=scram-sha-256',
        `--pwfile=${passwordFile}`,
        `--locale=${locale}`,
        ...encoding,
      ],
      { ...user, cwd: cluster, env: environment() },
    )
  // macOS knows no C.UTF-8 of its own; the built-in provider does the work all the same.
  await run('C.UTF-8').catch((error) => (/invalid locale/.test(error.stderr) ? run('C') : Promise.reject(error)))
}

// PostgreSQL writes this at each start, initdb never does.
const hasServed = (cluster) => existsSync(join(cluster, 'postmaster.opts'))

async function initialise(binaries, folder, user) {
  const cluster = join(folder, 'cluster')
  const done = join(folder, 'initialised')
  if (!existsSync(done) && hasServed(cluster)) {
    // Only a broken-off initdb is begun anew: this one holds data.
    console.log(`\n  ${say('markerRemade', { file: done })}`)
    writeFileSync(done, '')
  }
  if (existsSync(done)) {
    if (!existsSync(join(cluster, 'PG_VERSION'))) throw new LaunchError('clusterMissing', { path: cluster })
    return cluster
  }
  rmSync(cluster, { recursive: true, force: true })
  mkdirSync(cluster, { mode: 0o700 })
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, `${newPassword()}\n`, { mode: 0o600 })
  if (user.uid !== undefined) for (const path of [cluster, passwordFile]) chownSync(path, user.uid, user.gid)
  try {
    await initdb(binaries, cluster, passwordFile, user)
  } catch (error) {
    rmSync(cluster, { recursive: true, force: true })
    if (saysDiskFull(`${error.stderr}${error.code}`)) throw new LaunchError('diskFull', { path: folder })
    throw new LaunchError('databaseBroken', { log: error.stderr?.trim() || error.message }, { cause: error })
  }
  writeFileSync(done, '')
  return cluster
}

async function isReady(cluster, child, log) {
  for (const until = Date.now() + 120_000; Date.now() < until; ) {
    if (child.exitCode !== null || child.signalCode) break
    if (saysReady(cluster)) return
    await new Promise((resolve) => setTimeout(resolve, 15))
  }
  if (child.exitCode === null && !child.signalCode) child.kill('SIGQUIT')
  throw postgresFailure(log)
}

/** Why PostgreSQL ended, from the end of its own log. */
function postgresFailure(log) {
  const text = existsSync(log) ? readFileSync(log, 'utf8') : ''
  if (saysDiskFull(text)) return new LaunchError('diskFull', { path: log })
  return new LaunchError('databaseBroken', {
    log: text.trim().split('\n').slice(-6).join('\n'),
  })
}

// Ends PostgreSQL when this process goes without a word (kill -9): the pipe to its stdin closes then.
function watchdog(pid, folder, throwaway) {
  const script =
    'cat >/dev/null; kill -INT "$1"; if [ -n "$2" ]; then while kill -0 "$1" 2>/dev/null; do sleep 0.1; done; rm -rf "$2"; fi'
  const child = spawn('/bin/sh', ['-c', script, 'watchdog', String(pid), throwaway ? folder : ''], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  child.on('error', () => {})
  child.unref()
  child.stdin.unref()
  return child
}

/**
 * Starts an embedded PostgreSQL whose files lie in `folder` (made if need be), out of reach of the terminal's Ctrl+C.
 * `settings` of its configuration are added. `port` is that of an earlier start, which those who are connected go on with. `throwaway` removes the folder at the end, and gives up durability unless `durable`. `stop()` ends it; `ended` resolves to why it ended, whoever ended it.
 */
export async function startPostgres({ folder, throwaway = false, durable = !throwaway, settings = [], port: wanted }) {
  const user = postgresUser()
  const binaries = postgresBinaries(user)
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  if (user.uid !== undefined) chmodSync(folder, 0o711)
  const cluster = await initialise(binaries, folder, user)
  await endLeftover(cluster)
  await ensurePassword({ binaries, folder, cluster, user, env: environment() })

  const port = wanted ?? (await freePort())
  const log = join(folder, 'postgres.log')
  const output = openSync(log, wanted ? 'a' : 'w', 0o600)
  const flags = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    ...(durable ? [] : withoutDurability),
    ...settings,
  ]
  const child = spawn(
    join(binaries, 'bin', 'postgres'),
    ['-D', cluster, '-p', String(port), ...flags.flatMap((flag) => ['-c', flag])],
    {
      ...user,
      cwd: cluster,
      env: environment(),
      detached: true,
      stdio: ['ignore', output, output],
    },
  )
  closeSync(output)
  await once(child, 'spawn')
  let ready = false
  const ended = new Promise((resolve) =>
    child.once('exit', (code, signal) => {
      const failure = postgresFailure(log)
      const foreseen = !ready || failure.key === 'diskFull'
      resolve(foreseen ? failure : new LaunchError('databaseEnded', { code: code ?? signal, log }))
    }),
  )
  // At once: even a start that is broken off leaves nothing running.
  const guard = watchdog(child.pid, folder, throwaway)
  await isReady(cluster, child, log)
  ready = true
  child.unref()
  return {
    pid: child.pid,
    port,
    log,
    url: runningUrl(folder),
    ended,
    async stop() {
      guard.kill('SIGKILL')
      await endPostgres(child.pid)
      if (throwaway) rmSync(folder, { recursive: true, force: true })
    },
  }
}
