import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { keptFiles } from './backup.mjs'
import { chooseDatabaseFolder, namedDatabaseFolder, openDataFolder } from './data-folder.mjs'
import { lockData } from './data-lock.mjs'
import { makeDraft, sweepDraft } from './drafts.mjs'
import { beginRestoring } from './half-restored.mjs'
import { LaunchError, saysDiskFull } from './launch-error.mjs'
import { atEnd, endAll, endOnSignals } from './lifecycle.mjs'
import { say } from './messages.mjs'
import { postgresBinaries, postgresUser } from './postgres-binaries.mjs'
import { endLeftover } from './postmaster.mjs'
import { runCommand } from './run-node.mjs'
import { keptIdentityKeys } from './secrets.mjs'
import { whenRun } from './when-run.mjs'

async function unpack(file, place) {
  const { code, output } = await runCommand('tar', ['-xzf', file, '-C', place], { quiet: true, check: false })
  if (saysDiskFull(output)) throw new LaunchError('diskFull', { path: place })
  const note = join(place, 'backup.json')
  if (code !== 0 || !existsSync(note)) throw new LaunchError('notABackup', { file })
  return JSON.parse(readFileSync(note, 'utf8'))
}

function checkVersion(file, found) {
  const version = execFileSync(join(postgresBinaries({}), 'bin', 'postgres'), ['--version'], { encoding: 'utf8' })
  const wanted = /(\d+)\./.exec(version)?.[1]
  if (found !== wanted) throw new LaunchError('otherPostgres', { file, found, wanted })
}

function keepAside(folder, present) {
  const aside = join(folder, `before-restore-${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}`)
  mkdirSync(aside, { mode: 0o700 })
  const database = namedDatabaseFolder(folder)
  for (const name of present) renameSync(join(folder, name), join(aside, name))
  // A database outside the data folder stays on its disk and only takes another name.
  if (dirname(database) !== folder && existsSync(database))
    renameSync(database, `${database}-${aside.split('/').at(-1)}`)
  return aside
}

/**
 * Puts a backup's database and secrets into a data folder. What is there already is refused without `force`, and kept aside with it.
 * Returns the folder where it is kept, if any. Nothing changes before the whole file has been read and fits.
 */
export async function restore(folder, file, { force = false } = {}) {
  if (process.env.DATABASE_URL) throw new LaunchError('ownDatabase')
  if (!existsSync(file)) throw new LaunchError('fileMissing', { file })
  atEnd(lockData(folder))
  sweepDraft(folder)
  const present = ['postgres', 'postgres-folder', ...keptFiles].filter((name) => existsSync(join(folder, name)))
  if (present.length && !force) throw new LaunchError('notEmpty', { path: folder })
  const database = namedDatabaseFolder(folder)
  await endLeftover(join(database, 'cluster'))

  const target = present.includes('postgres-folder') ? database : chooseDatabaseFolder(folder)
  mkdirSync(dirname(target), { recursive: true, mode: 0o711 })
  const draft = makeDraft(folder, dirname(target), 'restore')
  const { postgres } = await unpack(file, draft)
  checkVersion(file, postgres)
  const { uid, gid } = postgresUser()
  if (uid !== undefined) {
    execFileSync('chown', [
      '-R',
      `${uid}:${gid}`,
      join(draft, 'postgres', 'cluster'),
      join(draft, 'postgres', 'password'),
    ])
  }
  const endRestoring = beginRestoring(folder)
  const aside = present.length
    ? keepAside(
        folder,
        present.filter((name) => name !== 'postgres-folder'),
      )
    : undefined
  renameSync(join(draft, 'postgres'), target)
  for (const name of keptFiles.filter((each) => existsSync(join(draft, each))))
    cpSync(join(draft, name), join(folder, name))
  endRestoring()
  return aside
}

/** `npm run restore -- <file> [--force]` */
await whenRun(import.meta.url, async (values) => {
  endOnSignals()
  const name = values.find((value) => !value.startsWith('--'))
  if (!name) throw new LaunchError('backupNeedsFile')
  const file = resolve(process.env.INIT_CWD ?? '.', name)
  const folder = openDataFolder()
  const aside = await restore(folder, file, { force: values.includes('--force') })
  await endAll()
  console.log(say('restored', { file, path: folder }))
  if (!keptIdentityKeys(folder).configured) console.log(say('keyNotInBackup'))
  if (aside) console.log(say('keptAside', { path: aside }))
})
