import { existsSync, readFileSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { join } from 'node:path'

export type Disk = 'ok' | 'low' | 'full'

/** In bytes: below the first people are warned, below the second PostgreSQL may stop at any time. */
const [LOW, FULL] = [1_000_000_000, 100_000_000]

/** How much room an amount of free bytes is. */
export const roomOf = (free: number): Disk => (free < FULL ? 'full' : free < LOW ? 'low' : 'ok')

/** Where the embedded database of a data folder lies (see lib/launch/data-folder.mjs); null where it has none. */
function embeddedFolder(folder: string): string | null {
  const pointer = join(/* turbopackIgnore: true */ folder, 'postgres-folder')
  const inside = join(/* turbopackIgnore: true */ folder, 'postgres')
  if (existsSync(pointer)) return readFileSync(pointer, 'utf8').trim()
  return existsSync(inside) ? inside : null
}

/** The room on the disk of the embedded database; 'ok' where the database is another machine's business. */
export async function diskRoom(folder: string | null): Promise<Disk> {
  if (!folder) return 'ok'
  try {
    const { bavail, bsize } = await statfs(embeddedFolder(folder) ?? folder)
    return roomOf(bavail * bsize)
  } catch {
    return 'ok'
  }
}
