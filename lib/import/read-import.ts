import { readText, type TextReading } from '@/lib/articles/text-reading'
import type { ReadingChoices } from '@/lib/import/choices'
import { readFile } from '@/lib/import/read-file'
import type { ReadText } from '@/lib/import/received'

/** In UTF-16 units: so much is read within a few tenths of a second. A longer text is read in the background, and nobody waits for it. */
const READ_AT_ONCE = 50_000

/** Received bytes, read as an article, with what is kept of its text; null where that is still to be read. */
export type ReadImport = ReadText & { reading: TextReading | null }

/** Reads received bytes whole, before anything is locked. Throws `invalid` as `readFile` does. */
export async function readImport(bytes: Uint8Array, choices: ReadingChoices): Promise<ReadImport> {
  const read = await readFile(bytes, choices)
  return { ...read, reading: read.text.length > READ_AT_ONCE ? null : readText(read.text) }
}
