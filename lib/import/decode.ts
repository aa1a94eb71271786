import chardet from 'chardet'
import { decodeAs, ENCODINGS, type Encoding } from './encodings'
import { likeliness } from './likely-text'
import { knownFormat } from './magic-numbers'

export type Decoded =
  | { kind: 'text'; encoding: Encoding; text: string; certain: boolean; alternatives: Encoding[] }
  | { kind: 'binary'; format: string | null }
  | { kind: 'empty' }

const startsWith = (bytes: Uint8Array, ...mark: number[]) => mark.every((byte, at) => bytes[at] === byte)

function encodingByMark(bytes: Uint8Array): Encoding | null {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8'
  if (bytes.length % 4 === 0 && startsWith(bytes, 0xff, 0xfe, 0, 0)) return 'utf-32le'
  if (bytes.length % 4 === 0 && startsWith(bytes, 0, 0, 0xfe, 0xff)) return 'utf-32be'
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le'
  return startsWith(bytes, 0xfe, 0xff) ? 'utf-16be' : null
}

function asStrictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const SAMPLE = 64 * 1024

/** UTF-16 or UTF-32 without a mark: in most scripts' texts, the upper bytes of many characters are zero. */
function markless(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, SAMPLE)
  if (bytes.length % 2 !== 0) return null
  const zeros = [0, 0, 0, 0]
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 4] = (zeros[at % 4] ?? 0) + 1
  const [first = 0, second = 0, third = 0, fourth = 0] = zeros
  const enough = sample.length * 0.2
  if (bytes.length % 4 === 0 && fourth > enough && third > enough && first < enough / 50) return 'utf-32le'
  if (bytes.length % 4 === 0 && first > enough && second > enough && fourth < enough / 50) return 'utf-32be'
  if (second + fourth > enough && first + third === 0) return 'utf-16le'
  return first + third > enough && second + fourth === 0 ? 'utf-16be' : null
}

// Among as many characters no text has more control characters than this, but for tabs and the ends of lines and pages.
const MOST_CONTROLS = 0.01
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what tells
const CONTROLS = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/g

const looksBinary = (text: string) =>
  text.includes('\u0000') || (text.match(CONTROLS)?.length ?? 0) > text.length * MOST_CONTROLS

// Text of another encoding hardly ever makes a character of several bytes by chance, and much less one for each mistake: that is
// UTF-8 which was cut off, or which had something else put to it.
const FEWEST_GOOD = 4
const GOOD_FOR_ONE_BAD = 1

function isDamagedUtf8(bytes: Uint8Array): boolean {
  let good = 0
  let bad = 0
  for (const character of decodeAs(bytes, 'utf-8')) {
    if (character === '\ufffd') bad++
    else if (character > '\u007f') good++
  }
  return good >= Math.max(FEWEST_GOOD, bad * GOOD_FOR_ONE_BAD)
}

/** From a little before the first byte that is no ASCII: what tells encodings apart. */
function tellingSample(bytes: Uint8Array): Uint8Array {
  const first = Math.max(
    0,
    bytes.findIndex((byte) => byte >= 0x80),
  )
  // At a multiple of four, so that wide characters stay whole.
  const from = Math.max(0, first - 200) & ~3
  return bytes.subarray(from, from + SAMPLE)
}

// Letters stand at the same bytes: the detector names one of a family.
const FAMILIES = [
  ['windows-1252', 'iso-8859-1', 'iso-8859-15'],
  ['windows-1250', 'iso-8859-2'],
  ['windows-1253', 'iso-8859-7'],
  ['windows-1254', 'iso-8859-9'],
  ['windows-1255', 'iso-8859-8'],
  ['windows-1256', 'iso-8859-6'],
  ['koi8-r', 'koi8-u'],
]

/** What the detector of byte patterns holds to be likely, from 0 to 1, by encoding. */
function byPatterns(sample: Uint8Array): Map<string, number> {
  const found = new Map(chardet.analyse(sample).map(({ name, confidence }) => [name.toLowerCase(), confidence / 100]))
  const all = FAMILIES.flatMap((family) => {
    const most = Math.max(...family.map((name) => found.get(name) ?? 0))
    return family.map((name) => [name, most] as const)
  })
  return new Map([...found, ...all])
}

/** What bytes that are no faultless UTF-8 may be, the likeliest first. */
function guessed(bytes: Uint8Array): { encoding: Encoding; score: number }[] {
  const sample = tellingSample(bytes)
  const patterns = byPatterns(sample)
  const isWideLength = bytes.length % 2 === 0
  const scored = ENCODINGS.filter((encoding) => encoding !== 'utf-8' && (isWideLength || !/^utf-/.test(encoding)))
    .filter((encoding) => !encoding.startsWith('utf-32'))
    .map((encoding, order) => {
      const text = decodeAs(sample, encoding)
      // Few see a wide encoding without its mark or a zero: it must look very much like a text.
      const doubt = encoding.startsWith('utf-16') ? 0.5 : 0
      const score =
        likeliness(text) + (patterns.get(encoding) ?? 0) - doubt - order / 1000 - (looksBinary(text) ? 3 : 0)
      return { encoding, score }
    })
  // The very same text: the encoding that says less is taken, unless only the other one prints what stands there.
  const isWindows = sample.some((byte) => byte >= 0x80 && byte <= 0x9f)
  const adjusted = scored.map((each) =>
    !isWindows && each.encoding === 'iso-8859-1' ? { ...each, score: each.score + 0.01 } : each,
  )
  const damaged = isDamagedUtf8(sample) ? [{ encoding: 'utf-8' as const, score: 9 }] : []
  return [...damaged, ...adjusted].sort((one, other) => other.score - one.score)
}

function textOf(bytes: Uint8Array, encodings: readonly Encoding[], certain: boolean): Decoded {
  const [encoding, ...alternatives] = encodings
  const text = encoding ? decodeAs(bytes, encoding) : ''
  if (!encoding || text.trim() === '') return { kind: 'empty' }
  if (looksBinary(text)) return { kind: 'binary', format: null }
  return { kind: 'text', encoding, text, certain, alternatives }
}

const others = (encoding: Encoding): Encoding[] => [encoding, ...ENCODINGS.filter((each) => each !== encoding)]

/**
 * Reads received bytes as text. A byte order mark or faultless UTF-8 makes it certain; else the likeliest reading is
 * given, with all others as alternatives, for a person to choose from. Binary files are told by their first bytes, by
 * zeros or by many control characters; a file without any visible character is empty.
 */
export function decodeBytes(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return { kind: 'empty' }
  const format = knownFormat(bytes)
  if (format) return { kind: 'binary', format }
  const marked = encodingByMark(bytes)
  if (marked && (marked !== 'utf-8' || asStrictUtf8(bytes) !== null)) return textOf(bytes, [marked], true)
  const wide = markless(bytes)
  if (wide) return textOf(bytes, others(wide), false)
  const utf8 = asStrictUtf8(bytes)
  if (utf8 !== null && !looksBinary(utf8)) return textOf(bytes, ['utf-8'], true)
  const ranked = guessed(bytes)
  const [best] = ranked
  // Zeros are in no text but those of wide characters; these must look like one.
  const isWide = best?.encoding.startsWith('utf-16') === true && best.score > 0.3
  if ((utf8 !== null || bytes.includes(0)) && !isWide) return { kind: 'binary', format: null }
  const order = ranked.map(({ encoding }) => encoding)
  return textOf(bytes, [...order, ...ENCODINGS.filter((each) => !order.includes(each))], false)
}
