import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LaunchError } from './launch-error.mjs'

const mark = (folder) => join(folder, 'restoring')

/** Marks a data folder while its parts change places: what is killed in between must not look like an empty one. Returns how to end that. */
export function beginRestoring(folder) {
  writeFileSync(mark(folder), '', { mode: 0o600 })
  return () => rmSync(mark(folder), { force: true })
}

/** LaunchError when a restore was broken off while parts changed places. */
export function refuseHalfRestored(folder) {
  if (existsSync(mark(folder))) throw new LaunchError('halfRestored', { path: folder })
}
