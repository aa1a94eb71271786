import { segmenterFor } from './segmenter'

// Segmenting takes time in the square of the text's length, so only a piece around the place is segmented. It begins and
// ends where a boundary is certain, or after so many units where none is: longer graphemes are no language's.
const FURTHEST = 256

const PLAIN = [
  [0x20, 0x2ff],
  [0x370, 0x482],
  [0x5d0, 0x5ea],
  [0x2010, 0x2027],
  [0x3001, 0x3029],
  [0x3041, 0x3096],
  [0x30a1, 0x30fa],
  [0x4e00, 0x9fff],
] as const

// Between two of these there is always a boundary, whatever stands around them.
const isPlain = (code: number) => PLAIN.some(([first, last]) => code >= first && code <= last)

const LF = 0x0a
const CR = 0x0d

function isCertain(text: string, at: number): boolean {
  const [before, after] = [text.charCodeAt(at - 1), text.charCodeAt(at)]
  if (before === LF || after === LF) return before !== CR
  return isPlain(before) && isPlain(after)
}

const isInPair = (text: string, at: number) =>
  (text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800

function certainBefore(text: string, at: number): number {
  const least = Math.max(0, at - FURTHEST)
  let from = at
  while (from > least && !isCertain(text, from)) from--
  return isInPair(text, from) ? from - 1 : from
}

function certainAfter(text: string, at: number): number {
  const most = Math.min(text.length, at + FURTHEST)
  let to = at
  while (to < most && !isCertain(text, to)) to++
  return isInPair(text, to) ? to + 1 : to
}

/** The last grapheme boundary at or before a place (UTF-16). */
export function graphemeStart(text: string, at: number): number {
  if (at <= 0) return 0
  if (at >= text.length || isCertain(text, at)) return Math.min(at, text.length)
  const from = certainBefore(text, at)
  // Whether there is a boundary depends on what precedes, and on one character after.
  let start = from
  for (const { index } of segmenterFor(null, 'grapheme').segment(text.slice(from, at + 2))) {
    if (from + index <= at) start = from + index
  }
  return start
}

/** The first grapheme boundary at or after a place (UTF-16). */
export function graphemeEnd(text: string, at: number): number {
  if (at <= 0) return 0
  if (at >= text.length || isCertain(text, at)) return Math.min(at, text.length)
  const [from, to] = [certainBefore(text, at), certainAfter(text, at)]
  for (const { index } of segmenterFor(null, 'grapheme').segment(text.slice(from, to))) {
    if (from + index >= at) return from + index
  }
  return to
}
