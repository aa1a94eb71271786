import { comparePlaces, type PlaceComparison } from '@/lib/independence/compare-places'
import { sameWords, type ThroughAnother } from '@/lib/independence/same-words'
import type { Sharing } from '@/lib/independence/sharings'
import type { CopyRuling, Met, Telling, Told } from '@/lib/independence/tellings'
import type { SharingView } from '@/lib/independence/view'
import { NEAR_VERBATIM } from '@/lib/text/near-verbatim'

const copyOf = (copy: Telling, original: Telling, by: SharingView['by'], similarity: number): SharingView => ({
  ...{ oneId: copy.appearanceId, otherId: original.appearanceId, direction: 'oneCopied', by, similarity },
})

function commonTo(one: Telling, other: Telling, by: SharingView['by'], similarity: number): SharingView {
  const [oneId = '', otherId = ''] = [one.appearanceId, other.appearanceId].sort()
  return { oneId, otherId, direction: 'common', by, similarity }
}

/** The later of two texts copied the earlier one, where their dates tell. */
function byDates(one: Telling, other: Telling, similarity: number): SharingView {
  const [a, b] = [one.published, other.published]
  if (a && b && b.latest < a.earliest) return copyOf(one, other, 'dates', similarity)
  if (a && b && a.latest < b.earliest) return copyOf(other, one, 'dates', similarity)
  return commonTo(one, other, 'machine', similarity)
}

function sharing(one: Told, other: Told, compared: PlaceComparison): SharingView | null {
  const { ruling, isReversed, similarity, isUnread } = compared
  if (ruling?.kind === 'NOT_COPIED') return null
  if (ruling?.kind === 'COMMON_ORIGIN') return commonTo(one.by, other.by, 'person', similarity)
  if (ruling) {
    const [copy, original] = isReversed ? [other, one] : [one, other]
    return copyOf(copy.by, original.by, 'person', similarity)
  }
  if (similarity < NEAR_VERBATIM) return null
  // They may be the same: counted as one until a person tells them apart, since too high a count misleads.
  return isUnread ? commonTo(one.by, other.by, 'unread', similarity) : byDates(one.by, other.by, similarity)
}

type Compare = ReturnType<typeof comparePlaces>

// What was compared says more than what only may be so.
const WEIGHTS: Record<SharingView['by'], number> = { person: 4, dates: 2, machine: 2, unread: 0 }
const weight = ({ view }: Met) => WEIGHTS[view.by] + view.similarity

function meet(one: Telling, other: Telling, compare: Compare): Met[] {
  const met = one.passages.flatMap((here) =>
    other.passages.flatMap((there): Met[] => {
      const [mine, theirs] = [
        { by: one, passage: here },
        { by: other, passage: there },
      ]
      const compared = compare(here, there)
      const view = compared && sharing(mine, theirs, compared)
      return view ? [{ view, one: mine, other: theirs }] : []
    }),
  )
  const [first, ...rest] = met
  return first ? [rest.reduce((best, each) => (weight(each) > weight(best) ? each : best), first)] : []
}

/**
 * Appearances whose texts share the passage in which the claim stands, near-verbatim or because a person says so. Who
 * copied whom: what a person decided last, else the dates of the two texts, else it is not known. Passages that may be the same
 * and are too long to compare count as common, and say so.
 */
export function findSharings(tellings: readonly Telling[], rulings: readonly CopyRuling[]): SharingView[] {
  const inTime = [...rulings].sort((a, b) => (a.at < b.at ? -1 : 1))
  const compare = comparePlaces(tellings, inTime)
  const met = tellings.flatMap((one, at) =>
    tellings.slice(at + 1).flatMap((other) => (one.textId === other.textId ? [] : meet(one, other, compare))),
  )
  const isToldApart = ({ one, other }: ThroughAnother) =>
    compare(one.passage, other.passage)?.ruling?.kind === 'NOT_COPIED'
  const through = sameWords(met).filter((each) => !isToldApart(each))
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
