import { readText, type TextReading } from '@/lib/articles/text-reading'
import { type ReadText, readReceived } from '@/lib/import/received'

/** Received bytes, read as an article, with what is kept of its text. */
export type ReadImport = ReadText & { reading: TextReading }

/** Reads received bytes whole, before anything is locked. Throws `invalid` as `readReceived` does. */
export function readImport(bytes: Uint8Array, wanted: string | null): ReadImport {
  const read = readReceived(bytes, wanted)
  return { ...read, reading: readText(read.text) }
}
