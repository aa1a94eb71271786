import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chownSync } from 'node:fs'
import { join } from 'node:path'
import { LaunchError } from './launch-error.mjs'
import { say } from './messages.mjs'
import { readSecret, writeSecret } from './secret-files.mjs'

/** A password that only programs type. */
export const newPassword = () => randomBytes(18).toString('base64url')

const fileOf = (folder) => join(folder, 'password')

/** The password of the embedded database. LaunchError when its file is missing or damaged; the next start makes a new one. */
export function databasePassword(folder) {
  const file = fileOf(folder)
  const password = readSecret(file)
  if (!/^[\w-]{24}$/.test(password ?? '')) throw new LaunchError('passwordFileBroken', { file })
  return password
}

function isWhole(folder) {
  try {
    databasePassword(folder)
    return true
  } catch (error) {
    if (error.key === 'passwordFileBroken') return false
    throw error
  }
}

/**
 * Gives a database that stands still a new password when the file of the old one is missing or damaged: whoever may read the cluster's files needs
 * no password to do so, and nobody but ourselves knows it. `folder` holds the file, `cluster` the data.
 */
export async function ensurePassword({ binaries, folder, cluster, user, env }) {
  if (isWhole(folder)) return
  const file = fileOf(folder)
  const password = newPassword()
  const child = spawn(join(binaries, 'bin', 'postgres'), ['--single', '-D', cluster, 'postgres'], {
    ...user,
    cwd: cluster,
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  child.stdin.on('error', () => {})
  child.stdin.end(`ALTER ROLE postgres PASSWORD '${password}'\n`)
  const [code] = await once(child, 'close')
  if (code !== 0 || /(ERROR|FATAL):/.test(output)) throw new LaunchError('databaseBroken', { log: output.trim() })
  writeSecret(file, `${password}\n`)
  if (user.uid !== undefined) chownSync(file, user.uid, user.gid)
  console.log(`\n  ${say('databasePasswordRemade', { file })}`)
}
