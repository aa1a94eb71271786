import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { atEnd } from './lifecycle.mjs'

// Where the draft lies: a backup can be written anywhere, and a draft holds secrets.
const record = (folder) => join(folder, 'draft')
const isDraft = (path) => /^\.(recoupe-backup|restore)-[0-9a-f]{12}$/.test(basename(path))

/** Makes a folder for a draft in `place`, for this user alone. It goes at the end; after a kill, with the next work on the data folder. */
export function makeDraft(folder, place, kind) {
  const draft = join(place, `.${kind}-${randomBytes(6).toString('hex')}`)
  writeFileSync(record(folder), `${draft}\n`, { mode: 0o600 })
  atEnd(() => sweepDraft(folder))
  mkdirSync(draft, { mode: 0o700 })
  return draft
}

/** Removes the draft that a broken-off backup or restore has left. Whoever calls holds the data folder, so it is nobody's any more. */
export function sweepDraft(folder) {
  if (!statSync(record(folder), { throwIfNoEntry: false })?.isFile()) return
  const path = readFileSync(record(folder), 'utf8').trim()
  if (isDraft(path)) rmSync(path, { recursive: true, force: true })
  rmSync(record(folder), { force: true })
}
