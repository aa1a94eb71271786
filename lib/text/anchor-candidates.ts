import type { TextRange } from './code-points'
import { similarity } from './similarity'
import { spanAt, type TextQuote } from './span'

/** The least similarity at which a changed quote is offered as the same. */
export const LEAST_SIMILARITY = 0.8

/** Where a quote may stand, and how alike its words are there, from 0 to 1. */
export type AnchorCandidate = TextRange & { similarity: number }

export type Anchoring =
  | ({ outcome: 'exact' } & TextRange)
  | ({ outcome: 'moved' } & AnchorCandidate)
  | { outcome: 'ambiguous'; candidates: AnchorCandidate[] }
  | { outcome: 'orphaned' }

/** A span as it was stored, in the text that it was made on. */
export type StoredSpan = TextRange & TextQuote

const MOST_CANDIDATES = 8
// The words around a quote vouch for it when one side is as it was and holds enough letters to say so together with the
// quote; for a short quote the other side must speak for it too, as "former official of the Pentagon" may stand twice.
// Unrelated words of one language are alike to about a third.
const INTACT = 0.8
const ENOUGH_LETTERS = 12
const SPEAKING = 0.6
const LETTERS_TO_SPEAK = 8
const CLEARLY_BETTER = 0.25

// From this length on (UTF-16) a quote tells by itself, without the words around it.
const TELLING_SAME = 16
const TELLING_NEAR = 32

export type WeighedPlace = AnchorCandidate & { context: number; vouched: boolean; speaks: boolean; isSame: boolean }

export function weigh(span: StoredSpan, text: string, place: TextRange, errors: number): WeighedPlace | null {
  const found = spanAt(text, place.start, place.end)
  if (!found.ok) return null
  const sides = [
    { words: span.prefix, alike: similarity(span.prefix, found.span.prefix) },
    { words: span.suffix, alike: similarity(span.suffix, found.span.suffix) },
  ]
  const context = sides.reduce((sum, { alike }) => sum + alike, 0)
  const isIntact = sides.some(
    ({ words, alike }) => alike >= INTACT && words.trim() !== '' && words.length + span.exact.length >= ENOUGH_LETTERS,
  )
  const isBetweenTheSame =
    span.prefix.at(-1) === found.span.prefix.at(-1) &&
    span.suffix.at(0) === found.span.suffix.at(0) &&
    sides.every(({ alike }) => alike >= SPEAKING)
  const isLong = span.exact.length >= TELLING_SAME
  const vouched = context === 2 || (isIntact && (isLong || isBetweenTheSame))
  return {
    start: place.start,
    end: place.end,
    similarity: 1 - errors / span.exact.length,
    context,
    vouched,
    speaks: vouched || sides.some(({ words, alike }) => alike >= SPEAKING && words.length >= LETTERS_TO_SPEAK),
    isSame: errors === 0,
  }
}

const candidate = ({ start, end, similarity: alike }: WeighedPlace): AnchorCandidate => ({
  start,
  end,
  similarity: alike,
})

/** The one place whose surroundings are clearly the quote's own, if there is one. */
function clearBest(ranked: readonly WeighedPlace[]): WeighedPlace | null {
  const [best, second] = ranked
  if (!best || !second) return best ?? null
  if (best.context === 2 && second.context < 2) return best
  return best.speaks && best.context - second.context >= CLEARLY_BETTER ? best : null
}

export function decide(places: readonly WeighedPlace[], quote: string): Anchoring {
  const ranked = places
    .filter(({ speaks, vouched, isSame }) => {
      return vouched || speaks || quote.length >= (isSame ? TELLING_SAME : TELLING_NEAR)
    })
    .sort((a, b) => b.context - a.context || b.similarity - a.similarity)
  if (ranked.length === 0) return { outcome: 'orphaned' }
  const best = clearBest(ranked)
  if (!best) return { outcome: 'ambiguous', candidates: ranked.slice(0, MOST_CANDIDATES).map(candidate) }
  if (best.isSame && best.vouched) return { outcome: 'exact', start: best.start, end: best.end }
  return { outcome: 'moved', ...candidate(best) }
}
