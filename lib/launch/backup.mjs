import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { databaseFolder, openDataFolder } from './data-folder.mjs'
import { lockData } from './data-lock.mjs'
import { makeDraft, sweepDraft } from './drafts.mjs'
import { refuseHalfRestored } from './half-restored.mjs'
import { LaunchError } from './launch-error.mjs'
import { atEnd, endAll, endOnSignals } from './lifecycle.mjs'
import { say } from './messages.mjs'
import { endLeftover } from './postmaster.mjs'
import { runCommand } from './run-node.mjs'
import { whenRun } from './when-run.mjs'

/** What a data folder keeps beside the database. */
export const keptFiles = [
  'session-secret',
  'session-secret-old',
  'identity-key',
  'identity-key-old',
  'demo-passwords.json',
]

/**
 * Packs the embedded database, as it lies on disk, the secrets and a note of what they are into one file, readable by this user alone.
 * The lock on the data is what makes the copy whole: nothing may run on them. LaunchError when something does, or `file` exists.
 */
export async function backUp(folder, file) {
  if (process.env.DATABASE_URL) throw new LaunchError('ownDatabase')
  if (existsSync(file)) throw new LaunchError('fileExists', { file })
  atEnd(lockData(folder))
  sweepDraft(folder)
  refuseHalfRestored(folder)
  const database = databaseFolder(folder)
  if (!existsSync(join(database, 'initialised'))) throw new LaunchError('nothingToBackUp', { path: folder })
  await endLeftover(join(database, 'cluster'))
  const draft = makeDraft(folder, dirname(file), 'recoupe-backup')
  const postgres = readFileSync(join(database, 'cluster', 'PG_VERSION'), 'utf8').trim()
  writeFileSync(join(draft, 'backup.json'), JSON.stringify({ recoupe: 1, postgres, madeAt: new Date().toISOString() }))
  const kept = keptFiles.filter((name) => existsSync(join(folder, name)))
  const packed = join(draft, basename(file))
  writeFileSync(packed, '', { mode: 0o600 })
  const parts = [['backup.json', draft], ['postgres', dirname(database)], ...kept.map((name) => [name, folder])]
  await runCommand('tar', ['-czf', packed, ...parts.flatMap(([name, place]) => ['-C', place, name])], { quiet: true })
  renameSync(packed, file)
}

/** `npm run backup [-- file]`: by default `recoupe-<time>.tar.gz` where it is called. */
await whenRun(import.meta.url, async ([name]) => {
  endOnSignals()
  const time = new Date().toISOString().slice(0, 19).replaceAll(':', '-')
  // npm runs scripts in the checkout and keeps where it was called from here.
  const file = resolve(process.env.INIT_CWD ?? '.', name ?? `recoupe-${time}.tar.gz`)
  await backUp(openDataFolder(), file)
  await endAll()
  console.log(say('backedUp', { file }))
  if (process.env.RECOUPE_IDENTITY_KEY) console.log(say('keyNotBackedUp'))
})
