import { knownFormat } from './magic-numbers'
import { decodeLatin1, decodeWindows1252 } from './single-byte'

export const ENCODINGS = ['utf-8', 'windows-1252', 'iso-8859-1', 'utf-16le', 'utf-16be'] as const
export type Encoding = (typeof ENCODINGS)[number]

/** One way to read the bytes. */
export type Reading = { encoding: Encoding; text: string }

export type Decoded =
  | ({ kind: 'text'; certain: boolean; alternatives: Reading[] } & Reading)
  | { kind: 'binary'; format: string | null }
  | { kind: 'empty' }

/** The text of bytes in a given encoding, without a byte order mark; what cannot be read becomes U+FFFD. */
export function decodeAs(bytes: Uint8Array, encoding: Encoding): string {
  if (encoding === 'iso-8859-1') return decodeLatin1(bytes)
  if (encoding === 'windows-1252') return decodeWindows1252(bytes)
  if (encoding === 'utf-16be') return new TextDecoder('utf-16le').decode(swapped(bytes))
  return new TextDecoder(encoding).decode(bytes)
}

// Not every build of Node knows big-endian UTF-16.
function swapped(bytes: Uint8Array): Uint8Array {
  const result = new Uint8Array(bytes.length - (bytes.length % 2))
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    result[at] = bytes[at + 1] ?? 0
    result[at + 1] = bytes[at] ?? 0
  }
  return result
}

function encodingByMark(bytes: Uint8Array): Encoding | null {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return null
}

function asStrictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const SAMPLE = 64 * 1024

/** UTF-16 without a mark: in most scripts' texts, every second byte of many characters is zero. */
function markless16(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, SAMPLE)
  if (bytes.length % 2 !== 0) return null
  const zeros = [0, 0]
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const enough = sample.length * 0.2
  if (odd > enough && even === 0) return 'utf-16le'
  return even > enough && odd === 0 ? 'utf-16be' : null
}

// Among as many characters no text has more control characters than this, but for tabs and the ends of lines and pages.
const MOST_CONTROLS = 0.01
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what tells
const CONTROLS = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/g

const looksBinary = (text: string) =>
  text.includes('\u0000') || (text.match(CONTROLS)?.length ?? 0) > text.length * MOST_CONTROLS

// Text of another encoding hardly ever makes a character of several bytes by chance, and much less ten for each mistake.
const FEWEST_GOOD = 4
const GOOD_FOR_ONE_BAD = 10

function isDamagedUtf8(bytes: Uint8Array): boolean {
  const from = Math.max(
    0,
    bytes.findIndex((byte) => byte >= 0x80),
  )
  let good = 0
  let bad = 0
  for (const character of decodeAs(bytes.subarray(from, from + SAMPLE), 'utf-8')) {
    if (character === '\ufffd') bad++
    else if (character > '\u007f') good++
  }
  return good >= Math.max(FEWEST_GOOD, bad * GOOD_FOR_ONE_BAD)
}

/** What bytes that are no faultless UTF-8 may be, the likeliest first. */
function guessed(bytes: Uint8Array): Encoding[] {
  // Only in Windows-1252 do these bytes mean anything that is printed.
  const isWindows = bytes.some((byte) => byte >= 0x80 && byte <= 0x9f)
  const eightBit: Encoding[] = isWindows ? ['windows-1252', 'iso-8859-1'] : ['iso-8859-1', 'windows-1252']
  return isDamagedUtf8(bytes) ? ['utf-8', ...eightBit] : eightBit
}

function textOf(bytes: Uint8Array, encodings: readonly Encoding[], certain: boolean): Decoded {
  const [reading, ...alternatives] = encodings.map((encoding) => ({ encoding, text: decodeAs(bytes, encoding) }))
  if (!reading || reading.text.trim() === '') return { kind: 'empty' }
  if (looksBinary(reading.text)) return { kind: 'binary', format: null }
  return { kind: 'text', ...reading, certain, alternatives }
}

/**
 * Reads received bytes as text. A byte order mark or faultless UTF-8 makes it certain; else the likeliest reading is
 * given, with the others as alternatives, for a person to choose from. Binary files are told by their first bytes, by
 * zeros or by many control characters; a file without any visible character is empty.
 */
export function decodeBytes(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return { kind: 'empty' }
  const format = knownFormat(bytes)
  if (format) return { kind: 'binary', format }
  const marked = encodingByMark(bytes)
  if (marked && (marked !== 'utf-8' || asStrictUtf8(bytes) !== null)) return textOf(bytes, [marked], true)
  const wide = markless16(bytes)
  if (wide) return textOf(bytes, [wide], false)
  return asStrictUtf8(bytes) === null ? textOf(bytes, guessed(bytes), false) : textOf(bytes, ['utf-8'], true)
}
