import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout's folder, without a slash at its end. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '')

/** An absolute path inside the checkout. */
export const inRoot = (...parts) => join(root, ...parts)

/** The data folder: RECOUPE_DATA_DIR, else `.recoupe` in the checkout. */
export const dataFolder = () => process.env.RECOUPE_DATA_DIR || inRoot('.recoupe')

function* filesBelow(path, skip) {
  if (!existsSync(path)) return
  if (!statSync(path).isDirectory()) {
    yield path
    return
  }
  for (const name of readdirSync(path).sort()) {
    if (!skip(name)) yield* filesBelow(join(path, name), skip)
  }
}

/** SHA-256 (hex) over names and contents of files and folders of the checkout, skipping the names that `skip` says yes to. */
export function hashOf(paths, skip = () => false) {
  const hash = createHash('sha256')
  for (const path of paths) {
    for (const file of filesBelow(inRoot(path), skip))
      hash.update(`${file.slice(root.length)}\0`).update(readFileSync(file))
  }
  return hash.digest('hex')
}
