import { indexText, type TextRange } from '@/lib/text/code-points'
import { foldPlaces, foldText } from '@/lib/text/fold'
import { normalForm } from '@/lib/text/normal-form'
import { exactOccurrences } from '@/lib/text/occurrences'

/** The places where words stand but for what folding takes away. */
function foldedOccurrences(text: string, wanted: string): { from: number; to: number }[] {
  const { folded, starts, ends } = foldPlaces(text)
  const key = foldText(wanted).trim()
  return exactOccurrences(folded, key, Number.POSITIVE_INFINITY).map(({ from, to }) => ({
    from: starts[from] ?? 0,
    to: ends[to - 1] ?? 0,
  }))
}

const WORD = /[\p{L}\p{N}]/u
const isWord = (character: string | undefined) => character !== undefined && WORD.test(character)

function standsAlone(text: string, from: number, to: number): boolean {
  const cutsBefore = isWord(text[from - 1]) && isWord(text[from])
  const cutsAfter = isWord(text[to - 1]) && isWord(text[to])
  return !cutsBefore && !cutsAfter
}

/**
 * The occurrence of `words` nearest to the passage from `start` to `end` (code points; the answer too), or null. Whole
 * words come before parts of words, then the nearer, then the earlier; what folding takes away may differ when the exact
 * words stand nowhere.
 */
export function nearestOccurrence(text: string, words: string, start: number, end: number): TextRange | null {
  const wanted = normalForm(words, 'NFC').trim()
  if (wanted === '') return null
  const exact = exactOccurrences(text, wanted, Number.POSITIVE_INFINITY)
  const found = exact.length > 0 ? exact : foldedOccurrences(text, wanted)
  const index = indexText(text)
  const [from, to] = [index.toUtf16(start), index.toUtf16(end)]
  const ranked = found.map((place) => ({
    place,
    part: standsAlone(text, place.from, place.to) ? 0 : 1,
    away: Math.max(0, place.from - to, from - place.to),
  }))
  ranked.sort((a, b) => a.part - b.part || a.away - b.away || a.place.from - b.place.from)
  const place = ranked[0]?.place
  return place ? { start: index.toCodePoint(place.from), end: index.toCodePoint(place.to) } : null
}
