import { type CodePoint, indexText, type TextRange } from './code-points'
import { exactOccurrences, nearOccurrences, type Occurrence } from './occurrences'
import { similarity } from './similarity'
import { snapRange } from './snap'
import { CONTEXT_LENGTH, spanAt } from './span'

/** The least similarity at which a changed quote is offered as the same. */
export const LEAST_SIMILARITY = 0.8

/** Where a quote may stand, and how alike its words are there, from 0 to 1. */
export type AnchorCandidate = { start: CodePoint; end: CodePoint; similarity: number }

export type Anchoring =
  | { outcome: 'exact'; start: CodePoint; end: CodePoint }
  | ({ outcome: 'moved' } & AnchorCandidate)
  | { outcome: 'ambiguous'; candidates: AnchorCandidate[] }
  | { outcome: 'orphaned' }

/** A span as it was stored, in the text that it was made on. */
export type StoredSpan = TextRange & { exact: string; prefix: string; suffix: string }

const MOST_CANDIDATES = 8
// More occurrences than these are of a letter or an article, and tell nothing.
const MOST_OCCURRENCES = 2000
// A longer quote is found word for word or not at all: near matches would take minutes.
const LONGEST_NEAR = 10_000

// The words around a quote vouch for it when one side is as it was, and holds enough letters to say so together with
// the quote; they speak for it from six letters in ten on. Unrelated sentences of one language reach about a third.
const INTACT = 0.8
const ENOUGH_LETTERS = 12
const SPEAKING = 0.6
const LETTERS_TO_SPEAK = 8
const CLEARLY_BETTER = 0.25

// From this length on (UTF-16) a quote tells by itself, without the words around it.
const TELLING_SAME = 16
const TELLING_NEAR = 32

type Weighed = AnchorCandidate & { context: number; vouched: boolean; speaks: boolean; isSame: boolean }

function weigh(span: StoredSpan, text: string, place: TextRange, errors: number): Weighed | null {
  const found = spanAt(text, place.start, place.end)
  if (!found.ok) return null
  const sides = [
    { words: span.prefix, alike: similarity(span.prefix, found.span.prefix) },
    { words: span.suffix, alike: similarity(span.suffix, found.span.suffix) },
  ]
  const context = sides.reduce((sum, { alike }) => sum + alike, 0)
  const vouched = sides.some(
    ({ words, alike }) => alike >= INTACT && words.trim() !== '' && words.length + span.exact.length >= ENOUGH_LETTERS,
  )
  return {
    start: place.start,
    end: place.end,
    similarity: 1 - errors / span.exact.length,
    context,
    vouched: vouched || context === 2,
    speaks: vouched || sides.some(({ words, alike }) => alike >= SPEAKING && words.length >= LETTERS_TO_SPEAK),
    isSame: errors === 0,
  }
}

const candidate = ({ start, end, similarity: alike }: Weighed): AnchorCandidate => ({ start, end, similarity: alike })

/** The one place whose surroundings are clearly the quote's own, if there is one. */
function clearBest(ranked: readonly Weighed[]): Weighed | null {
  const [best, second] = ranked
  if (!best || !second) return best ?? null
  if (best.context === 2 && second.context < 2) return best
  return best.speaks && best.context - second.context >= CLEARLY_BETTER ? best : null
}

function decide(places: readonly Weighed[], quote: string): Anchoring {
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

/**
 * Finds a stored span again in another text. Exact: the same words, and at least one side as it was. Moved: the same
 * words elsewhere, or words at least 0.8 alike; a person confirms. Ambiguous: several places; a person chooses.
 * Orphaned: none. A short quote whose surroundings are all different is orphaned, though its words occur.
 */
export function reanchor(span: StoredSpan, text: string): Anchoring {
  const index = indexText(text)
  const weighAt = ({ from, to, errors }: Occurrence): Weighed[] => {
    const range = { start: index.toCodePoint(from), end: index.toCodePoint(to) }
    const place = errors === 0 ? range : snapRange(text, range.start, range.end)
    const weighed = place && weigh(span, text, place, errors)
    return weighed ? [weighed] : []
  }
  const whole = exactOccurrences(text, span.prefix + span.exact + span.suffix, 2)
  if (whole.length === 1 && whole[0] && span.prefix.length + span.suffix.length >= CONTEXT_LENGTH) {
    const from = whole[0].from + span.prefix.length
    return { outcome: 'exact', start: index.toCodePoint(from), end: index.toCodePoint(from + span.exact.length) }
  }

  const occurrences = exactOccurrences(text, span.exact, MOST_OCCURRENCES + 1)
  const same = occurrences.length > MOST_OCCURRENCES ? [] : occurrences.flatMap(weighAt)
  // What stands word for word where it stood needs no comparison with what is merely like it.
  const mostErrors = span.exact.length - Math.ceil(span.exact.length * LEAST_SIMILARITY)
  const isSearched = mostErrors > 0 && span.exact.length <= LONGEST_NEAR && !same.some(({ vouched }) => vouched)
  const near = isSearched ? nearOccurrences(text, span.exact, mostErrors, MOST_CANDIDATES) : []
  return decide([...same, ...near.filter(({ errors }) => errors > 0).flatMap(weighAt)], span.exact)
}
