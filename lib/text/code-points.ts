declare const unit: unique symbol

// The mark is optional, so that a number from the database or from JSON enters, but one unit never passes for the other.
/** A count or offset in Unicode code points: what the database, the API and every export hold. */
export type CodePoint = number & { readonly [unit]?: 'code point' }
/** A count or offset in UTF-16 units: what the browser and JavaScript's strings count. */
export type Utf16 = number & { readonly [unit]?: 'utf-16' }

/** A half-open range of a text, in code points: W3C's text position selector. */
export type TextRange = { start: CodePoint; end: CodePoint }
/** A range with its words, as they stood in the text: with the `exact` of W3C's text quote selector. */
export type QuotedRange = TextRange & { exact: string }
/** A half-open range of a text in UTF-16 units, as regular expressions count. */
export type Utf16Range = { start: Utf16; end: Utf16 }

/** A text with what is needed to convert its offsets, each in O(log of its astral characters). */
export type TextIndex = {
  readonly text: string
  /** In code points. */
  readonly length: CodePoint
  toCodePoint(offset: Utf16): CodePoint
  toUtf16(offset: CodePoint): Utf16
  slice(start: CodePoint, end: CodePoint): string
}

const isHigh = (code: number) => (code & 0xfc00) === 0xd800
const isLow = (code: number) => (code & 0xfc00) === 0xdc00

/** The UTF-16 offsets of the second halves of all surrogate pairs, ascending. */
function lowHalvesOf(text: string): number[] {
  const halves: number[] = []
  for (let at = 1; at < text.length; at++) {
    if (isLow(text.charCodeAt(at)) && isHigh(text.charCodeAt(at - 1))) halves.push(at++)
  }
  return halves
}

/** How many indices from 0 to `length` fulfil a condition that holds up to some index and not from there on. */
function countWhile(length: number, holds: (index: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(middle)) low = middle + 1
    else high = middle
  }
  return low
}

function requireWithin(offset: number, length: number): void {
  if (Number.isInteger(offset) && offset >= 0 && offset <= length) return
  throw new RangeError(`offset ${offset} lies outside a text of length ${length}`)
}

function buildIndex(text: string): TextIndex {
  const halves = lowHalvesOf(text)
  const length = text.length - halves.length
  const half = (index: number) => halves[index] ?? Number.POSITIVE_INFINITY
  const toUtf16 = (offset: CodePoint): Utf16 => {
    requireWithin(offset, length)
    return offset + countWhile(halves.length, (index) => half(index) - index <= offset)
  }
  return {
    text,
    length,
    toUtf16,
    toCodePoint: (offset) => {
      requireWithin(offset, text.length)
      return offset - countWhile(halves.length, (index) => half(index) <= offset)
    },
    slice: (start, end) => text.slice(toUtf16(start), toUtf16(end)),
  }
}

let latest = buildIndex('')

/** The index of a text. The latest one is kept, so that many look-ups in one text cost one pass over it. */
export function indexText(text: string): TextIndex {
  if (latest.text !== text) latest = buildIndex(text)
  return latest
}

/** An offset in code points; one within a surrogate pair becomes the pair's start. RangeError outside the text. */
export const toCodePoint = (text: string, offset: Utf16): CodePoint => indexText(text).toCodePoint(offset)

/** An offset in UTF-16 units, never within a surrogate pair. RangeError outside the text. */
export const toUtf16 = (text: string, offset: CodePoint): Utf16 => indexText(text).toUtf16(offset)

/** A text's length in code points; a lone surrogate counts as one. */
export function codePointLength(text: string): CodePoint {
  let length = text.length
  for (let at = 1; at < text.length; at++) {
    if (isLow(text.charCodeAt(at)) && isHigh(text.charCodeAt(at - 1))) {
      length--
      at++
    }
  }
  return length
}

/** The part of a text from `start` to before `end`, both in code points. RangeError outside the text. */
export const sliceCodePoints = (text: string, start: CodePoint, end: CodePoint): string =>
  indexText(text).slice(start, end)
