import {
  type AnchorCandidate,
  type Anchoring,
  decide,
  LEAST_SIMILARITY,
  type StoredSpan,
  type WeighedPlace,
  weigh,
} from './anchor-candidates'
import { indexText, type TextRange } from './code-points'
import { exactOccurrences, nearOccurrences } from './occurrences'
import { freshOf, type SharedBlock, sharedBlocks } from './shared-blocks'
import { snapRange } from './snap'
import { likelyStretches, type WordPlaces, wordPlaces } from './word-places'

// A longer quote is found word for word or not at all: near matches would take minutes.
const LONGEST_NEAR = 10_000
// More occurrences than these are of a letter or an article, and tell nothing.
const MOST_OCCURRENCES = 500
/** A place of which more than this share stood elsewhere in the old text already is that other place's. */
const MOST_TAKEN = 0.5
/** Around where a quote stood, so far beyond what is new there (UTF-16) it is looked for as well. */
const MOST_WINDOW = 2_000
const MOST_NEAR = 4

type Place = { from: number; to: number }

/** Two texts, and what they share: read once for all passages. */
type Texts = { before: string; after: string; blocks: readonly SharedBlock[]; words: () => WordPlaces }

/** The index of the first block that ends after a place of the old text. */
function blockAfter(blocks: readonly SharedBlock[], place: number): number {
  let [low, high] = [0, blocks.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const block = blocks[middle]
    if (block && block.from + block.length <= place) low = middle + 1
    else high = middle
  }
  return low
}

/** Where in the new text that stands which was between the same neighbours; null: between these there is nothing. */
function windowOf({ after, blocks }: Texts, { from, to }: Place): Place | null {
  const first = blockAfter(blocks, from)
  const [at, earlier] = [blocks[first], blocks[first - 1]]
  const start = at && at.from <= from ? at.to + from - at.from : earlier ? earlier.to + earlier.length : 0
  const final = blockAfter(blocks, to - 1)
  const until = blocks[final]
  const end = until && until.from < to ? until.to + to - until.from : (until?.to ?? after.length)
  return end > start ? { from: start, to: end } : null
}

/** Whether that which stands at a place of the new text stood elsewhere in the old one. */
function isTaken({ blocks }: Texts, span: Place, { from, to }: Place): boolean {
  let [low, high] = [0, blocks.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const block = blocks[middle]
    if (block && block.to + block.length <= from) low = middle + 1
    else high = middle
  }
  let taken = 0
  for (let at = low; at < blocks.length; at++) {
    const block = blocks[at]
    if (!block || block.to >= to) break
    const [start, end] = [Math.max(from, block.to), Math.min(to, block.to + block.length)]
    const shift = block.from - block.to
    // What the passage itself became is nobody else's.
    const own = Math.max(0, Math.min(end + shift, span.to) - Math.max(start + shift, span.from))
    taken += end - start - own
  }
  return taken > (to - from) * MOST_TAKEN
}

const indexed = (texts: Texts, { from, to }: Place): TextRange => {
  const index = indexText(texts.after)
  return { start: index.toCodePoint(from), end: index.toCodePoint(to) }
}

function weighed({ after }: Texts, span: StoredSpan, range: TextRange, errors: number): WeighedPlace | null {
  const snapped = errors > 0 ? snapRange(after, range.start, range.end) : range
  return snapped && weigh(span, after, snapped, errors)
}

/** The places with the very words of a passage that were nothing else's in the old text. */
function samePlaces(texts: Texts, span: StoredSpan, place: Place): WeighedPlace[] {
  const same = exactOccurrences(texts.after, span.exact, MOST_OCCURRENCES + 1)
  if (same.length > MOST_OCCURRENCES) return []
  return same
    .filter((found) => !isTaken(texts, place, found))
    .flatMap((found) => weighed(texts, span, indexed(texts, found), 0) ?? [])
}

/** The places in a stretch of the new text that read nearly as a passage. */
function nearPlaces(texts: Texts, span: StoredSpan, stretch: Place): WeighedPlace[] {
  const mostErrors = span.exact.length - Math.ceil(span.exact.length * LEAST_SIMILARITY)
  if (mostErrors === 0 || span.exact.length > LONGEST_NEAR) return []
  const [from, to] = [Math.max(0, stretch.from), Math.min(texts.after.length, stretch.to)]
  return nearOccurrences(texts.after.slice(from, to), span.exact, mostErrors, MOST_NEAR).flatMap((found) => {
    const range = indexed(texts, { from: from + found.from, to: from + found.to })
    return weighed(texts, span, range, found.errors) ?? []
  })
}

/** Letters of a passage's surroundings that must be there as they were, on both sides together, to say that it is the same. */
const ENOUGH_AROUND = 10

/** Where a passage is that stands whole, with what is around it, in something that both texts share. */
function keptPlace({ blocks, before }: Texts, { from, to }: Place): Place | null {
  const block = blocks[blockAfter(blocks, from)]
  if (!block || block.from > from || block.from + block.length < to) return null
  const around = block.length - (to - from)
  const isAll = from === 0 && to === before.length
  return around >= ENOUGH_AROUND || isAll
    ? { from: block.to + from - block.from, to: block.to + to - block.from }
    : null
}

/** Those of the places that are not the same one, the better of two that share words. */
function apart(places: readonly WeighedPlace[]): WeighedPlace[] {
  const kept: WeighedPlace[] = []
  for (const place of places.toSorted((a, b) => b.similarity - a.similarity || a.start - b.start))
    if (!kept.some(({ start, end }) => start < place.end && place.start < end)) kept.push(place)
  return kept
}

/** So much of its surroundings (UTF-16) is looked at to tell whether a passage was doubled. */
const NEXT_TO = 12

/** Whether a passage with what is next to it stands more often in the new text than in the old: then nobody knows which is which. */
function isDoubled({ before, after }: Texts, { prefix, exact, suffix }: StoredSpan): boolean {
  const whole = prefix.slice(-NEXT_TO) + exact + suffix.slice(0, NEXT_TO)
  const known = exactOccurrences(before, whole, MOST_OCCURRENCES).length
  return exactOccurrences(after, whole, known + 1).length > known
}

/** Shorter than this (UTF-16), what stands beside a passage in both texts says nothing of what is between. */
const TELLING_NEIGHBOUR = 20

/** Whether a stretch of the new text is held on a side by something that it shares with the old, and is no larger than what was there. */
function isHeld({ blocks }: Texts, span: Place, window: Place): boolean {
  const [first, last] = [blockAfter(blocks, span.from), blockAfter(blocks, span.to - 1)]
  const [at, until] = [blocks[first], blocks[last]]
  const before = at && at.from < span.from ? span.from - at.from : (blocks[first - 1]?.length ?? 0)
  const after = until ? until.from + until.length - Math.max(span.to, until.from) : 0
  const isSmall = window.to - window.from <= 300 + 2 * (span.to - span.from)
  return isSmall && Math.max(before, after) >= TELLING_NEIGHBOUR
}

function anchorOne(texts: Texts, span: StoredSpan, place: Place): Anchoring {
  const kept = keptPlace(texts, place)
  if (kept && !isDoubled(texts, span)) return { outcome: 'exact', ...indexed(texts, kept) }
  const window = windowOf(texts, place)
  const there = window && window.to - window.from <= MOST_WINDOW + 2 * span.exact.length ? window : null
  const same = samePlaces(texts, span, place)
  // What stands word for word where it stood needs no comparison with what is merely like it.
  if (same.some(({ vouched }) => vouched)) return decide(same, span.exact)
  const nearThere = there ? nearPlaces(texts, span, there) : []
  const isFree = ({ start, end }: AnchorCandidate) => {
    const index = indexText(texts.after)
    return !isTaken(texts, place, { from: index.toUtf16(start), to: index.toUtf16(end) })
  }
  const elsewhere =
    nearThere.length > 0
      ? []
      : likelyStretches(span.exact, texts.words()).flatMap((stretch) => nearPlaces(texts, span, stretch))
  const held = there && isHeld(texts, place, there) ? indexed(texts, there) : null
  // Between the neighbours that it had, a passage needs no other witness.
  const isBetween = ({ start, end }: AnchorCandidate) => {
    return held !== null && start >= held.start && end <= held.end
  }
  const all = apart([...same, ...nearThere, ...elsewhere.filter(isFree)])
  return decide(
    all.map((each) => (isBetween(each) ? { ...each, speaks: true } : each)),
    span.exact,
  )
}

/**
 * Finds the spans of one text again in another, in their order. First what both texts share is laid side by side. Exact: the passage
 * stands in it with what is around it, or its very words do between the words that it stood between. Moved: the same words in other
 * surroundings, or words at least 0.8 alike, which were nothing else's in the old text; a person confirms. Ambiguous: several such
 * places; a person chooses. Orphaned: none. A short quote whose surroundings are all different is orphaned, though its words occur.
 */
export function anchorAll(spans: readonly StoredSpan[], before: string, after: string): Anchoring[] {
  const index = indexText(before)
  const places = spans.map(({ start, end }) => ({ from: index.toUtf16(start), to: index.toUtf16(end) }))
  const blocks = sharedBlocks(before, after)
  let words: WordPlaces | null = null
  const texts = { before, after, blocks, words: () => (words ??= wordPlaces(after, freshOf(after, blocks, 'to'))) }
  return spans.map((span, at) => anchorOne(texts, span, places[at] ?? { from: 0, to: 0 }))
}
