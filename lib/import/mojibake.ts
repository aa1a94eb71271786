import iconv from 'iconv-lite'
import { likeliness } from './likely-text'

/** A word that was read in a wrong encoding somewhere on its way, and what it was. */
export type MendedWord = { before: string; after: string }

// The encodings in which UTF-8 is misread.
const MISREAD = ['windows-1252', 'macintosh', 'cp850', 'windows-1251'] as const
const MOST_ROUNDS = 3
const SHOWN = 40

const tables = new Map<string, ReadonlyMap<string, number>>()

/** By character, the byte that it is in an encoding. */
function bytesIn(encoding: (typeof MISREAD)[number]): ReadonlyMap<string, number> {
  const known = tables.get(encoding)
  if (known) return known
  const table = new Map<string, number>()
  for (let byte = 0x80; byte <= 0xff; byte++) {
    const character = iconv.decode(Buffer.from([byte]), encoding)
    table.set(character === '\ufffd' ? String.fromCharCode(byte) : character, byte)
    // Undefined bytes pass as the control characters of their number.
    if (encoding === 'windows-1252' && byte < 0xa0) table.set(String.fromCharCode(byte), byte)
  }
  tables.set(encoding, table)
  return table
}

const lengthOf = (byte: number) =>
  byte >= 0xc2 && byte <= 0xdf ? 2 : byte >= 0xe0 && byte <= 0xef ? 3 : byte >= 0xf0 && byte <= 0xf4 ? 4 : 0

function mendOnce(
  text: string,
  encoding: (typeof MISREAD)[number],
  hasOthers = false,
): { text: string; count: number } {
  const table = bytesIn(encoding)
  const pieces: string[] = []
  let [from, count] = [0, 0]
  for (let at = 0; at < text.length; at++) {
    const first = text.charCodeAt(at) < 0x80 ? 0 : lengthOf(table.get(text[at] ?? '') ?? 0)
    if (first === 0) continue
    const bytes = Array.from(text.slice(at, at + first), (character) => table.get(character) ?? 0)
    // "Ã " is "à" whose second half, a no-break space, became a plain one on its way.
    const isAGrave = encoding === 'windows-1252' && bytes[0] === 0xc3 && text[at + 1] === ' ' && hasOthers
    const whole = bytes.length === first && bytes.slice(1).every((byte) => byte >= 0x80 && byte <= 0xbf)
    const mended = isAGrave
      ? text[at + 2] === ' '
        ? 'à'
        : 'à '
      : whole
        ? new TextDecoder().decode(Uint8Array.from(bytes))
        : '\ufffd'
    if (mended.includes('\ufffd')) continue
    pieces.push(text.slice(from, at), mended)
    count += 1
    at += first - 1
    from = at + 1
  }
  pieces.push(text.slice(from))
  if (!hasOthers && count > 0 && text.includes('Ã ')) return mendOnce(text, encoding, true)
  return { text: pieces.join(''), count }
}

const NOT_ASCII = /[^\p{ASCII}]/gu

/** In Russian two such letters follow each other by chance; in a text that was misread nearly all letters do. */
const isEnough = (encoding: string, count: number, text: string) =>
  encoding !== 'windows-1251' || count * 2 > (text.match(NOT_ASCII)?.length ?? 0) * 0.7

function changedWords(before: string, after: string): MendedWord[] {
  const [old, mended] = [before.split(/[\n ]+/), after.split(/[\n ]+/)]
  if (old.length !== mended.length) return []
  const words = new Map<string, MendedWord>()
  for (const [at, word] of old.entries()) {
    const other = mended[at] ?? ''
    if (word !== other && words.size < SHOWN) words.set(word, { before: word.slice(0, 80), after: other.slice(0, 80) })
  }
  return [...words.values()]
}

/**
 * Finds UTF-8 that was read as something else on its way ("frappÃ©", "√©", twice over too) and what it was. Null when there
 * is none. What cannot be mended stays as it is.
 */
export function mendMojibake(text: string): { text: string; words: MendedWord[]; count: number } | null {
  let [current, count] = [text, 0]
  let mended = { text, count: 0 }
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const tries = MISREAD.map((encoding) => ({ encoding, ...mendOnce(current, encoding) }))
    const best = tries.sort((one, other) => other.count - one.count)[0]
    if (!best || best.count === 0 || !isEnough(best.encoding, best.count, current)) break
    current = best.text
    count += best.count
    const words = changedWords(mended.text, current)
    const [before, after] = [words.map((word) => word.before), words.map((word) => word.after)]
    // "l’é" is a letter of another alphabet by its bytes: what is mended must look better. Misread twice, it does so at the end.
    if (likeliness(after.join(' ')) >= likeliness(before.join(' ')) + 0.5) mended = { text: current, count }
  }
  return mended.count === 0 ? null : { ...mended, words: changedWords(text, mended.text) }
}
