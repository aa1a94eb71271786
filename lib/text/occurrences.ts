import search from 'approx-string-match'

/** A place in a text (UTF-16), and how many edits its words are away from the quote. */
export type Occurrence = { from: number; to: number; errors: number }

/** Where the very quote stands, overlapping places too; at most `most`. */
export function exactOccurrences(text: string, quote: string, most: number): Occurrence[] {
  const found: Occurrence[] = []
  for (let from = text.indexOf(quote); from >= 0 && found.length < most; from = text.indexOf(quote, from + 1)) {
    found.push({ from, to: from + quote.length, errors: 0 })
  }
  return found
}

/**
 * Places that read nearly as the quote, with at most `mostErrors` edits, best first and not overlapping; at most
 * `most`. The search itself answers only the best ones, so what lies beside them is searched again.
 */
export function nearOccurrences(text: string, quote: string, mostErrors: number, most: number): Occurrence[] {
  const found: Occurrence[] = []
  const pieces = [{ from: 0, to: text.length }]
  for (let piece = pieces.pop(); piece && found.length < most; piece = pieces.pop()) {
    if (piece.to - piece.from < quote.length - mostErrors) continue
    const matches = search(text.slice(piece.from, piece.to), quote, mostErrors)
    const best = matches.toSorted((a, b) => lengthGap(a, quote) - lengthGap(b, quote))[0]
    if (!best || best.end <= best.start) continue
    const hit = { from: piece.from + best.start, to: piece.from + best.end, errors: best.errors }
    found.push(hit)
    pieces.push({ from: piece.from, to: hit.from }, { from: hit.to, to: piece.to })
  }
  return found.sort((a, b) => a.errors - b.errors)
}

const lengthGap = (match: { start: number; end: number }, quote: string) =>
  Math.abs(match.end - match.start - quote.length)
