import type { Sharing } from '@/lib/independence/sharings'
import type { SharingView } from '@/lib/independence/view'
import { NEAR_VERBATIM, nearVerbatim } from '@/lib/text/near-verbatim'
import type { PassageDecisionKind } from '@/prisma/generated/enums'

/** A place in a version's text, or in an evidence item's quote, by its id; in code points. */
export type Place = { in: string; start: number; end: number }
export type ToldPassage = Place & { words: string }

/** An account as its text tells it: where the claim stands in which words. Accounts of one text share nothing. */
export type Telling = {
  accountId: string
  textId: string
  /** The days between which the text was published, `YYYY-MM-DD`. */
  published: { earliest: string; latest: string } | null
  passages: readonly ToldPassage[]
}

/** What a person decided about a passage that two texts share. `at`: ISO 8601. */
export type PassageRuling = { kind: PassageDecisionKind; copy: Place; original: Place; at: string }

type Found = SharingView | null
const overlap = (one: Place, other: Place) => one.in === other.in && one.start < other.end && other.start < one.end

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

function sharing(
  one: Telling,
  other: Telling,
  here: ToldPassage,
  there: ToldPassage,
  rulings: readonly PassageRuling[],
) {
  const isAbout = ({ copy, original }: PassageRuling) =>
    (overlap(copy, here) && overlap(original, there)) || (overlap(copy, there) && overlap(original, here))
  const ruling = rulings.findLast(isAbout)
  const similarity = nearVerbatim(here.words, there.words)
  if (ruling?.kind === 'NOT_COPIED') return null
  if (ruling?.kind === 'COMMON_ORIGIN') return commonTo(one, other, 'person', similarity)
  if (ruling) {
    const [copy, original] = overlap(ruling.copy, here) ? [one, other] : [other, one]
    return copyOf(copy, original, 'person', similarity)
  }
  return similarity >= NEAR_VERBATIM ? byDates(one, other, similarity) : null
}

const weight = (found: SharingView) => (found.by === 'person' ? 2 : 0) + found.similarity
const better = (best: Found, found: Found): Found => (found && (!best || weight(found) > weight(best)) ? found : best)

/**
 * Accounts whose texts share the passage in which the claim stands, near-verbatim or because a person says so. Who
 * copied whom: what a person decided last, else the dates of the two texts, else it is not known.
 */
export function findSharings(tellings: readonly Telling[], rulings: readonly PassageRuling[]): SharingView[] {
  const inTime = [...rulings].sort((a, b) => (a.at < b.at ? -1 : 1))
  const found: SharingView[] = []
  for (const [at, one] of tellings.entries())
    for (const other of tellings.slice(at + 1)) {
      if (one.textId === other.textId) continue
      let best: Found = null
      for (const here of one.passages)
        for (const there of other.passages) best = better(best, sharing(one, other, here, there, inTime))
      if (best) found.push(best)
    }
  return found
}

/** A found sharing as the counting takes it. */
export const asSharing = ({ direction, oneId, otherId }: SharingView): Sharing =>
  direction === 'oneCopied'
    ? { kind: 'copiedFrom', copyId: oneId, originalId: otherId }
    : { kind: 'common', oneId, otherId }
