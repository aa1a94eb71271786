import { inflateRawSync } from 'node:zlib'
import { DomainError } from '@/lib/errors'

const MOST_ENTRIES = 20_000
const MOST_UNPACKED = 40 * 1024 * 1024

export type ZipEntry = { name: string; method: number; packed: number; size: number; offset: number }

const refuse = (key: string): never => {
  throw new DomainError('invalid', [{ key }])
}

/** The entries of an archive's directory; null where there is none. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  const lowest = Math.max(0, end - 65_535)
  while (end >= lowest && view.getUint32(end, true) !== 0x06054b50) end -= 1
  if (end < lowest) return null
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const entries: ZipEntry[] = []
  for (let index = 0; index < Math.min(count, MOST_ENTRIES); index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) break
    const length = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length))
    entries.push({
      ...{ name, method: view.getUint16(at + 10, true), packed: view.getUint32(at + 20, true) },
      ...{ size: view.getUint32(at + 24, true), offset: view.getUint32(at + 42, true) },
    })
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** What an entry holds, unpacked to a limit, whatever it says of its size; null where it is not there. Throws `invalid`. */
export function readEntry(bytes: Uint8Array, entries: readonly ZipEntry[], name: string): string | null {
  const entry = entries.find((each) => each.name === name)
  if (!entry) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.offset + 30 > bytes.length) return refuse('import.damagedFile')
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  const packed = bytes.subarray(start, start + entry.packed)
  if (entry.method === 0) return new TextDecoder().decode(packed)
  try {
    return new TextDecoder().decode(inflateRawSync(packed, { maxOutputLength: MOST_UNPACKED }))
  } catch (error) {
    const isTooMuch =
      error instanceof RangeError ||
      (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
    return refuse(isTooMuch ? 'import.tooMuchInside' : 'import.damagedFile')
  }
}
