import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { asLaunchError, LaunchError } from './launch-error.mjs'
import { say } from './messages.mjs'
import { dataFolder } from './places.mjs'
import { canReach, openFolder, postgresUser } from './postgres-binaries.mjs'

const pointer = (folder) => join(folder, 'postgres-folder')

/** Where the embedded database of a data folder lies, or would lie: in it, or at the place that a file in it names, there or not. */
export function namedDatabaseFolder(folder) {
  const file = pointer(folder)
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found) return join(folder, 'postgres')
  if (!found.isFile()) throw new LaunchError('keptNotFile', { file })
  const path = readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .trim()
  if (!isAbsolute(path) || path.includes('\0')) throw new LaunchError('pointerBroken', { file })
  return path
}

/** As namedDatabaseFolder. LaunchError when the place that is named is not there: an empty database made in its stead would look like all was lost. */
export function databaseFolder(folder) {
  const path = namedDatabaseFolder(folder)
  if (existsSync(pointer(folder)) && !existsSync(path))
    throw new LaunchError('databaseFolderGone', { file: pointer(folder), path })
  return path
}

/** Where a new database of this data folder may lie: PostgreSQL's user must be able to go there, which a folder of root's may not let it. */
export function chooseDatabaseFolder(folder) {
  const chosen = databaseFolder(folder)
  const user = postgresUser()
  if (existsSync(chosen) || existsSync(pointer(folder)) || user.uid === undefined) return chosen
  if (canReach(dirname(folder), user)) {
    chmodSync(folder, statSync(folder).mode | 0o011)
    return chosen
  }
  const elsewhere = join(openFolder, `data-${randomBytes(6).toString('hex')}`, 'postgres')
  mkdirSync(elsewhere, { recursive: true, mode: 0o711 })
  for (const path of [openFolder, dirname(elsewhere)]) chmodSync(path, 0o711)
  writeFileSync(pointer(folder), `${elsewhere}\n`)
  console.log(`\n  ${say('databaseElsewhere', { closed: folder, path: elsewhere })}`)
  return elsewhere
}

/** Makes the data folder (RECOUPE_DATA_DIR, else .recoupe) and returns its absolute path. LaunchError when it cannot be written. */
export function openDataFolder() {
  const folder = resolve(dataFolder())
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw asLaunchError(error, folder)
  }
  return folder
}
