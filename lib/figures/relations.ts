import type { Reason } from '@/lib/errors'
import { FigureMeasure, FigureRelation } from '@/prisma/generated/enums'

/** A figure among those that it is linked with. */
export type FigureNode = {
  id: string
  claimId: string
  eventId: string | null
  measure: FigureMeasure
  unit: string | null
  relation: FigureRelation | null
  relatedToId: string | null
  supersedesId: string | null
}

type FigureKind = Pick<FigureNode, 'measure' | 'unit'>

/** True when both count the same thing: people killed, or one unit of another measure. */
export const isSameMeasure = (a: FigureKind, b: FigureKind): boolean =>
  a.measure === b.measure &&
  (a.measure !== FigureMeasure.OTHER || a.unit?.toLocaleLowerCase() === b.unit?.toLocaleLowerCase())

type FigureMatter = Pick<FigureNode, 'claimId' | 'eventId'>

/** True for figures of one event; where one has none, for figures of one claim. */
const isSameMatter = (a: FigureMatter, b: FigureMatter): boolean =>
  a.eventId !== null && b.eventId !== null ? a.eventId === b.eventId : a.claimId === b.claimId

/** The totals that a figure is a part of, from either side of the relation. */
const totalsOf = (id: string, all: readonly FigureNode[]): string[] =>
  all.flatMap((each) => {
    if (each.id === id && each.relation === FigureRelation.PART_OF && each.relatedToId) return [each.relatedToId]
    return each.relatedToId === id && each.relation === FigureRelation.TOTAL_OF ? [each.id] : []
  })

const supersededBy = (id: string, all: readonly FigureNode[]): string[] =>
  all.flatMap((each) => (each.id === id && each.supersedesId ? [each.supersedesId] : []))

/** True when the steps from a figure lead back to it. */
function isCircle(id: string, all: readonly FigureNode[], next: typeof totalsOf): boolean {
  const seen = new Set<string>()
  const open = next(id, all)
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === id) return true
    if (!seen.has(at)) open.push(...next(at, all))
    seen.add(at)
  }
  return false
}

/**
 * Every reason why a figure cannot be put to others so; empty when it can. `others`: the figures that it names, those that
 * name it, and so on from each to the next.
 */
export function linkReasons(figure: FigureNode, others: readonly FigureNode[]): Reason[] {
  const all = [figure, ...others.filter(({ id }) => id !== figure.id)]
  const links = [
    { path: 'relatedToId', id: figure.relatedToId },
    { path: 'supersedesId', id: figure.supersedesId },
  ].filter(({ id }) => id !== null)
  const reasons = links.flatMap(({ path, id }): Reason[] => {
    if (id === figure.id) return [{ key: 'figure.linkedToItself', path }]
    const other = others.find((each) => each.id === id)
    if (!other) return [{ key: 'figure.linkedUnknown', path }]
    const found: Reason[] = []
    if (!isSameMatter(figure, other)) found.push({ key: 'figure.otherEvent', path })
    if (!isSameMeasure(figure, other)) found.push({ key: 'figure.otherMeasure', path })
    return found
  })
  if (reasons.length > 0) return reasons
  if (isCircle(figure.id, all, supersededBy)) reasons.push({ key: 'figure.supersedesCircle', path: 'supersedesId' })
  if (isCircle(figure.id, all, totalsOf)) reasons.push({ key: 'figure.partCircle', path: 'relatedToId' })
  const left = others.filter(
    (each) =>
      each.id !== figure.id &&
      (each.relatedToId === figure.id || each.supersedesId === figure.id) &&
      !(isSameMatter(figure, each) && isSameMeasure(figure, each)),
  )
  if (left.length > 0) reasons.push({ key: 'figure.namedByOthers', values: { count: left.length } })
  return reasons
}
