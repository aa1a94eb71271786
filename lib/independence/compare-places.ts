import type { CopyRuling, RuledPlace, Telling, ToldPassage } from '@/lib/independence/tellings'
import { byText } from '@/lib/lists/by-text'
import { groupBy } from '@/lib/lists/group-by'
import { nearnessWithin, type ReadWords, type TextNearness, wordsReader } from '@/lib/text/near-bound'
import { NEAR_VERBATIM } from '@/lib/text/near-verbatim'

/** What one claim compares at the most: UTF-16 units of text, and steps (words of one passage × words of another / 32). */
const MOST_TEXT = 2_000_000
const MOST_STEPS = 4_000_000

/** Two places, and what is known of them; `ruling` is the last one in time, which goes from the first place or to it. */
export type PlaceComparison = TextNearness & { ruling: CopyRuling | null; isReversed: boolean }

type ComparedPlace = {
  at: number
  textId: string
  in: string
  start: number
  end: number
  words: ReadWords | null
  /** The rulings, by their number, of which this is the copy, or the original. */
  copies: Set<number>
  originals: Set<number>
}

const keyOf = (place: ToldPassage) => `${place.in} ${place.start} ${place.end}`

/**
 * Compares the places of tellings, each two of different texts once, however many appearances stand on them. `rulings`: in time.
 * The order of the tellings does not matter.
 */
export function comparePlaces(tellings: readonly Telling[], rulings: readonly CopyRuling[]) {
  const told = tellings.flatMap(({ textId, passages }) => passages.map((passage) => ({ textId, passage })))
  const distinct = [...new Map(told.map((each) => [keyOf(each.passage), each]))]
    .sort(([a], [b]) => byText(a, b))
    .map(([, each]) => each)
  const read = wordsReader()
  const nearness = nearnessWithin(MOST_STEPS)
  let textLeft = MOST_TEXT
  const reading = (words: string) => {
    textLeft -= words.length
    return textLeft >= 0 ? read(words) : null
  }
  const places = distinct.map(
    ({ textId, passage }, at): ComparedPlace => ({
      ...{ at, textId, in: passage.in, start: passage.start, end: passage.end },
      ...{ words: reading(passage.words), copies: new Set(), originals: new Set() },
    }),
  )
  // In another version of the text the same words may stand elsewhere. Where that is too long to be told, nobody is told apart.
  const sides = rulings.flatMap(({ kind, copy, original }, number) => [
    { kind, number, ruled: copy, side: 'copies' as const },
    { kind, number, ruled: original, side: 'originals' as const },
  ])
  const ofText = groupBy(sides, ({ ruled }) => ruled.textId)
  const wordsOf = new Map<RuledPlace, ReadWords | null>()
  for (const place of places)
    for (const { kind, number, ruled, side } of ofText.get(place.textId) ?? []) {
      if (ruled.in === place.in) {
        if (ruled.start < place.end && place.start < ruled.end) place[side].add(number)
        continue
      }
      const words = wordsOf.get(ruled) ?? reading(ruled.words)
      wordsOf.set(ruled, words)
      const { similarity, isUnread } = nearness(words, place.words)
      if (similarity >= NEAR_VERBATIM && (!isUnread || kind !== 'NOT_COPIED')) place[side].add(number)
    }
  const placeOf = new Map(distinct.map(({ passage }, at) => [keyOf(passage), places[at]]))

  const lastOn = (one: ComparedPlace, other: ComparedPlace) => {
    const straight = [...one.copies].filter((number) => other.originals.has(number))
    const reversed = [...one.originals].filter((number) => other.copies.has(number))
    const [last, back] = [straight, reversed].map((all) => all.reduce((most, number) => Math.max(most, number), -1))
    return { last: Math.max(last ?? -1, back ?? -1), isReversed: (last ?? -1) < (back ?? -1) }
  }
  const known = new Map<number, PlaceComparison>()
  const nears = new Map<number, TextNearness>()
  for (const one of places)
    for (const other of places.slice(one.at + 1))
      if (one.textId !== other.textId) nears.set(one.at * places.length + other.at, nearness(one.words, other.words))
  return (here: ToldPassage, there: ToldPassage): PlaceComparison | null => {
    const [one, other] = [placeOf.get(keyOf(here)), placeOf.get(keyOf(there))]
    if (!one || !other || one.textId === other.textId) return null
    const key = one.at * places.length + other.at
    const before = known.get(key)
    if (before) return before
    const [low, high] = one.at < other.at ? [one, other] : [other, one]
    const near = nears.get(low.at * places.length + high.at) ?? { similarity: 0, isUnread: true }
    const { last, isReversed } = lastOn(one, other)
    const compared = { ...near, ruling: rulings[last] ?? null, isReversed }
    known.set(key, compared)
    return compared
  }
}
