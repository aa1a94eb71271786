import { DomainError } from '@/lib/errors'
import type { ReadingChoices } from '@/lib/import/choices'
import { openFile } from '@/lib/import/formats/open'
import { knownFormat } from '@/lib/import/magic-numbers'
import { type ReadText, readOpened, readReceived } from '@/lib/import/received'

/** How much reading bytes may cost, in UTF-16 units: what must be opened first may be larger than it looks. */
export const costOf = (bytes: Uint8Array): number =>
  knownFormat(bytes) === null ? bytes.byteLength : Number.POSITIVE_INFINITY

/** Reads received bytes of any kind as an article; what breaks the reader of a format is a damaged file. Throws `invalid`. */
export async function readFile(bytes: Uint8Array, choices: ReadingChoices): Promise<ReadText> {
  try {
    const opened = choices.asText ? null : await openFile(bytes)
    return opened ? readOpened(opened, choices) : readReceived(bytes, choices)
  } catch (error) {
    if (error instanceof DomainError) throw error
    throw new DomainError('invalid', [{ key: 'import.damagedFile' }])
  }
}
