import { editsAtEnds } from './edit-distance'

/** A place in a text (UTF-16), and how many edits its words are away from the quote. */
export type Occurrence = { from: number; to: number; errors: number }

// Up to this length the engine's own search is quick enough at its worst; it takes text × quote then.
const LONG = 128

/** Where a long quote stands, in time that does not depend on how often it begins to (Knuth, Morris, Pratt 1977). */
function* longOccurrences(text: string, quote: string): Generator<number> {
  const borders = new Int32Array(quote.length + 1)
  const longest = (held: number, code: number) => {
    while (held > 0 && (held === quote.length || quote.charCodeAt(held) !== code)) held = borders[held] ?? 0
    return quote.charCodeAt(held) === code ? held + 1 : 0
  }
  for (let at = 1, held = 0; at < quote.length; at++) {
    held = longest(held, quote.charCodeAt(at))
    borders[at + 1] = held
  }
  for (let at = 0, held = 0; at < text.length; at++) {
    held = longest(held, text.charCodeAt(at))
    if (held === quote.length) yield at + 1 - quote.length
  }
}

function* placesOf(text: string, quote: string): Generator<number> {
  if (quote === '' || quote.length > text.length) return
  if (quote.length > LONG) return yield* longOccurrences(text, quote)
  for (let from = text.indexOf(quote); from >= 0; from = text.indexOf(quote, from + 1)) yield from
}

/** Where the very quote stands, overlapping places too; at most `most`. */
export function exactOccurrences(text: string, quote: string, most: number): Occurrence[] {
  const found: Occurrence[] = []
  for (const from of placesOf(text, quote)) {
    if (found.length >= most) break
    found.push({ from, to: from + quote.length, errors: 0 })
  }
  return found
}

const unitsOf = (text: string): number[] => Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))

/** Of equally good ends no more are looked at: in a text of one letter each is as good as the next. */
const MOST_ENDS = 64

/** The first of the best places in a piece of a text, those as long as the quote before others. */
function bestIn(text: readonly number[], quote: readonly number[], mostErrors: number): Occurrence | null {
  const edits = editsAtEnds(quote, text)
  const errors = edits.reduce((least, each) => Math.min(least, each), mostErrors + 1)
  if (errors > mostErrors) return null
  const backwards = quote.toReversed()
  let best: Occurrence | null = null
  let seen = 0
  for (let to = 1; to <= text.length && seen < MOST_ENDS; to++) {
    if (edits[to] !== errors) continue
    seen++
    // Of several beginnings the one that makes it longest.
    const before = text.slice(Math.max(0, to - quote.length - errors), to).reverse()
    const length = editsAtEnds(backwards, before, true).lastIndexOf(errors)
    const gap = Math.abs(length - quote.length)
    if (!best || gap < Math.abs(best.to - best.from - quote.length)) best = { from: to - length, to, errors }
  }
  return best && best.to > best.from ? best : null
}

/**
 * Places that read nearly as the quote, with at most `mostErrors` edits, best first and not overlapping; at most
 * `most`. A search answers only the best place, so what lies beside it is searched again.
 */
export function nearOccurrences(text: string, quote: string, mostErrors: number, most: number): Occurrence[] {
  const found: Occurrence[] = []
  const [units, wanted] = [unitsOf(text), unitsOf(quote)]
  const pieces = [{ from: 0, to: text.length }]
  for (let piece = pieces.pop(); piece && found.length < most; piece = pieces.pop()) {
    const { from, to } = piece
    if (to - from < quote.length - mostErrors) continue
    const best = bestIn(units.slice(from, to), wanted, mostErrors)
    if (!best) continue
    const hit = { ...best, from: from + best.from, to: from + best.to }
    found.push(hit)
    pieces.push({ from, to: hit.from }, { from: hit.to, to })
  }
  return found.sort((a, b) => a.errors - b.errors)
}
