import type { ReadingChoices } from '@/lib/import/choices'
import { costOf } from '@/lib/import/read-file'
import { type ReadImport, readImport } from '@/lib/import/read-import'
import { runApart, task } from '@/lib/threads/run-apart'

const reading = task('lib/import/read-import', 'readImport', readImport)

// Somebody waits for it, and it happens once in a text's life.
const PATIENCE = 60_000

/** Reads received bytes where it delays nobody else. Throws `invalid` for what is no text, `unavailable` when it takes too long. */
export const readApart = (bytes: Uint8Array, choices: ReadingChoices): Promise<ReadImport> =>
  runApart(reading, [bytes, choices], { size: costOf(bytes), patience: PATIENCE })
