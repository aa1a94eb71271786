import { samePassages } from '@/lib/independence/same-passages'
import type { Sharing } from '@/lib/independence/sharings'
import type { SharingView } from '@/lib/independence/view'
import { isNearVerbatim, NEAR_VERBATIM, nearVerbatim, type PassageWords, passageWords } from '@/lib/text/near-verbatim'
import type { PassageDecisionKind } from '@/prisma/generated/enums'

/** Words at their place in a version's text, or in an evidence item's quote, by its id; in code points. */
export type ToldPassage = { in: string; start: number; end: number; words: string }

// A passage is compared with those of every other account: its words are read once.
const readOnce = new WeakMap<ToldPassage, PassageWords>()
function wordsOf(passage: ToldPassage): PassageWords {
  const words = readOnce.get(passage) ?? passageWords(passage.words)
  readOnce.set(passage, words)
  return words
}

/** An account as its text tells it: where the claim stands in which words. Accounts of one text share nothing. */
export type Telling = {
  accountId: string
  textId: string
  /** The days between which the text was published, `YYYY-MM-DD`. */
  published: { earliest: string; latest: string } | null
  passages: readonly ToldPassage[]
}

/** Where a person decided: `textId` is the article's, whichever its version, or the evidence item's. */
export type RuledPlace = ToldPassage & { textId: string }
/** What a person decided about a passage that two texts share. `at`: ISO 8601. */
export type PassageRuling = { kind: PassageDecisionKind; copy: RuledPlace; original: RuledPlace; at: string }

/** One account's telling at one of its passages. */
export type Told = { by: Telling; passage: ToldPassage }
/** Two accounts that share a passage, and where. */
export type Met = { view: SharingView; one: Told; other: Told }

// In another version of the text the same words may stand elsewhere.
const isAt = (ruled: RuledPlace, { by, passage }: Told) =>
  ruled.in === passage.in
    ? ruled.start < passage.end && passage.start < ruled.end
    : ruled.textId === by.textId && isNearVerbatim(wordsOf(ruled), wordsOf(passage))

const copyOf = (copy: Telling, original: Telling, by: SharingView['by'], similarity: number): SharingView => ({
  ...{ oneId: copy.accountId, otherId: original.accountId, direction: 'oneCopied', by, similarity },
})

function commonTo(one: Telling, other: Telling, by: SharingView['by'], similarity: number): SharingView {
  const [oneId = '', otherId = ''] = [one.accountId, other.accountId].sort()
  return { oneId, otherId, direction: 'common', by, similarity }
}

/** The later of two texts copied the earlier one, where their dates tell. */
function byDates(one: Telling, other: Telling, similarity: number): SharingView {
  const [a, b] = [one.published, other.published]
  if (a && b && b.latest < a.earliest) return copyOf(one, other, 'dates', similarity)
  if (a && b && a.latest < b.earliest) return copyOf(other, one, 'dates', similarity)
  return commonTo(one, other, 'machine', similarity)
}

const rulingOn = (one: Told, other: Told, rulings: readonly PassageRuling[]) =>
  rulings.findLast(
    ({ copy, original }) => (isAt(copy, one) && isAt(original, other)) || (isAt(copy, other) && isAt(original, one)),
  )

function sharing(one: Told, other: Told, rulings: readonly PassageRuling[]): SharingView | null {
  const ruling = rulingOn(one, other, rulings)
  const similarity = nearVerbatim(wordsOf(one.passage), wordsOf(other.passage))
  if (ruling?.kind === 'NOT_COPIED') return null
  if (ruling?.kind === 'COMMON_ORIGIN') return commonTo(one.by, other.by, 'person', similarity)
  if (ruling) {
    const [copy, original] = isAt(ruling.copy, one) ? [one, other] : [other, one]
    return copyOf(copy.by, original.by, 'person', similarity)
  }
  return similarity >= NEAR_VERBATIM ? byDates(one.by, other.by, similarity) : null
}

const weight = ({ view }: Met) => (view.by === 'person' ? 2 : 0) + view.similarity

function meet(one: Telling, other: Telling, rulings: readonly PassageRuling[]): Met[] {
  const met = one.passages.flatMap((here) =>
    other.passages.flatMap((there): Met[] => {
      const [mine, theirs] = [
        { by: one, passage: here },
        { by: other, passage: there },
      ]
      const view = sharing(mine, theirs, rulings)
      return view ? [{ view, one: mine, other: theirs }] : []
    }),
  )
  const [first, ...rest] = met
  return first ? [rest.reduce((best, each) => (weight(each) > weight(best) ? each : best), first)] : []
}

/**
 * Accounts whose texts share the passage in which the claim stands, near-verbatim or because a person says so. Who
 * copied whom: what a person decided last, else the dates of the two texts, else it is not known.
 */
export function findSharings(tellings: readonly Telling[], rulings: readonly PassageRuling[]): SharingView[] {
  const inTime = [...rulings].sort((a, b) => (a.at < b.at ? -1 : 1))
  const met = tellings.flatMap((one, at) =>
    tellings.slice(at + 1).flatMap((other) => (one.textId === other.textId ? [] : meet(one, other, inTime))),
  )
  const through = samePassages(met).filter(({ one, other }) => rulingOn(one, other, inTime)?.kind !== 'NOT_COPIED')
  return [
    ...met.map(({ view }) => view),
    ...through.map(({ one, other, similarity }) => byDates(one.by, other.by, similarity)),
  ]
}

/** A found sharing as the counting takes it. */
export const asSharing = ({ direction, oneId, otherId }: SharingView): Sharing =>
  direction === 'oneCopied'
    ? { kind: 'copiedFrom', copyId: oneId, originalId: otherId }
    : { kind: 'common', oneId, otherId }
