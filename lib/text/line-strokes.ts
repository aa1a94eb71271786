// What is written with a stroke wherever a line ends.
const BEFORE_STROKE =
  /^(?:porte|vice|ex|demi|semi|peut|celui|ceux|celle|celles|vingt|trente|quarante|cinquante|soixante|self|well|non)$/i
const BEHIND_STROKE =
  /^(?:être|mêmes?|ci|là|il|ils|elle|elles|on|ce|je|tu|nous|vous|old|called|based|led|backed|général)$/i

/** True where the stroke at a line's end belongs to the word itself: "porte-" and "parole". */
export const isCompound = (before: string, behind: string): boolean =>
  BEFORE_STROKE.test(before) || BEHIND_STROKE.test(behind)

/** A stroke that cut a word at a line's end, with the line end (UTF-16); the word has it elsewhere too if `stays`. */
export type LineStroke = { from: number; to: number; stays: boolean }

const STROKE = /(?<=\p{L}\p{M}?)[-\u2010\u00ad][^\S\n]*\n[^\S\n]*(?=\p{Ll})/gu
const LONGEST_WORD = 60
const LAST_WORD = /[\p{L}\p{M}]+$/u
const FIRST_WORD = /^[\p{L}\p{M}]+/u

/** The strokes by which lines that were set, as a PDF gives them, cut their last words. */
export function lineStrokes(text: string): LineStroke[] {
  if (!text.includes('\n')) return []
  return Array.from(text.matchAll(STROKE), ({ 0: { length }, index }) => {
    const to = index + length
    const before = LAST_WORD.exec(text.slice(Math.max(0, index - LONGEST_WORD), index))?.[0] ?? ''
    const behind = FIRST_WORD.exec(text.slice(to, to + LONGEST_WORD))?.[0] ?? ''
    return { from: index, to, stays: isCompound(before, behind) }
  })
}
