import type { Reason } from '@/lib/errors'
import type { WorldDate } from '@/lib/fields'
import { SourceKind } from '@/prisma/generated/enums'

/** Since when and until when, as far as it is known. */
export type Period = { since: WorldDate | null; until: WorldDate | null }

type PartSource = { id: string; kind: SourceKind; name: string; mergedIntoId: string | null }

export type PartFacts = {
  /** What the part belongs to already. */
  standing: readonly (Period & { whole: { id: string; name: string } })[]
  /** The whole is itself part of the part, directly or by others. */
  isWithin: boolean
}

/** The first and the last day on which it may have been so; null: not known. */
export const daysOf = ({ since, until }: Period) => ({
  notBefore: since?.earliest ?? null,
  notAfter: until?.latest ?? null,
})

/** Whether two periods have a day in common for certain: neighbours that meet in one vague month do not. */
function overlaps(one: Period, other: Period): boolean {
  const isBefore = (a: Period, b: Period) => a.until !== null && b.since !== null && a.until.earliest <= b.since.latest
  return !isBefore(one, other) && !isBefore(other, one)
}

/** Every reason against saying that one source is part of another in this period; none when it may be said. */
export function partRefusals(part: PartSource, whole: PartSource, period: Period, facts: PartFacts): Reason[] {
  if (part.id === whole.id) return [{ key: 'source.partOfItself', path: 'wholeId' }]
  const others = [part, whole].filter(({ kind }) => kind !== SourceKind.ORGANISATION)
  const merged = [part, whole].filter(({ mergedIntoId }) => mergedIntoId !== null)
  const already = facts.standing.filter((each) => overlaps(each, period))
  return [
    ...others.map(({ name }) => ({ key: 'source.partNoOrganisation', values: { name } })),
    ...merged.map(({ name }) => ({ key: 'source.alreadyMerged', values: { name } })),
    ...(facts.isWithin ? [{ key: 'source.partCircle', values: { name: part.name, whole: whole.name } }] : []),
    ...already.map((each) => ({ key: 'source.partAlready', values: { name: part.name, whole: each.whole.name } })),
  ]
}
