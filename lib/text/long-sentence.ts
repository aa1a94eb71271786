import { graphemeStart } from './graphemes'

// A transcript or a hostile text may go on for ever without a full stop. Work on a sentence grows faster than its length,
// so none is longer than this: see docs/decisions, "a sentence has an end".

/** In UTF-16 units. */
export const LONGEST_SENTENCE = 2000
/** A cut leaves at least this much. */
const SHORTEST_CUT = 1000

// Chinese and Japanese clauses end without a space.
const PLACES = /(?<=([,;:–—،؛])|\S)\s+(?=\S)|(?<=([，、；：]))(?=[^\s，、；：])/gu

/** FNV-1a over what stands around a place: the same words are cut alike in every text, whatever precedes them. */
function rankOf(text: string, at: number): number {
  let value = 0x811c9dc5
  for (let unit = Math.max(0, at - 12); unit < Math.min(text.length, at + 12); unit++)
    value = Math.imul(value ^ text.charCodeAt(unit), 0x01000193)
  return value >>> 0
}

/** The end of what is one word for so long; not within a grapheme, unless that is as long itself. */
function endOfPiece(text: string, most: number): number {
  const edge = graphemeStart(text, most)
  if (edge > most - SHORTEST_CUT) return edge
  return (text.charCodeAt(most) & 0xfc00) === 0xdc00 ? most - 1 : most
}

/** Where what is too long is cut first: after a clause if there is one, else between words, else where it must be. */
function cutWithin(text: string, start: number): number {
  const [least, most] = [start + SHORTEST_CUT, start + LONGEST_SENTENCE]
  const places = Array.from(text.slice(least, most).matchAll(PLACES), (match) => ({
    at: least + match.index + match[0].length,
    isClause: Boolean(match[1] ?? match[2]),
  }))
  const clauses = places.filter(({ isClause }) => isClause)
  const ranked = (clauses.length > 0 ? clauses : places).map(({ at }) => ({ at, rank: rankOf(text, at) }))
  const [first, ...rest] = ranked
  if (!first) return endOfPiece(text, most)
  return rest.reduce((best, each) => (each.rank < best.rank ? each : best), first).at
}

/** The places (UTF-16) at which what stands between two others has to be cut; none when it is no longer than a sentence may be. */
export function cutLong(text: string, start: number, end: number): number[] {
  const cuts: number[] = []
  for (let from = start; end - from > LONGEST_SENTENCE; from = cuts.at(-1) ?? end) cuts.push(cutWithin(text, from))
  return cuts
}
