import { type CountedPeople, type Difference, differences, reach } from '@/lib/figures/series'
import { standingRank } from '@/lib/figures/standing'
import type { FigureQualifier, FigureRank, FigureRelation } from '@/prisma/generated/enums'

/** A figure of an event, as far as it can contradict another. */
export type ComparedFigure = CountedPeople & {
  id: string
  qualifier: FigureQualifier
  low: number | null
  best: number | null
  high: number | null
  rank: FigureRank
  asOf: { earliest: string; latest: string } | null
  reportedOn: { earliest: string; latest: string } | null
  relation: FigureRelation | null
  relatedTo: { id: string } | null
  supersedes: { id: string } | null
  supersededBy: readonly { id: string }[]
}

export type Contradiction =
  /** Later and lower, and nobody said that it corrects the earlier one. */
  | { kind: 'lowerLater'; ids: [later: string, earlier: string] }
  /** A part that is more than its total. */
  | { kind: 'partExceeds'; ids: [part: string, total: string] }
  /** Parts without overlap that are together more than their total. */
  | { kind: 'partsExceed'; ids: [total: string, ...parts: string[]]; sum: number }
  /** One is said to take the other's place, or to be a part of the other, but they count different people. */
  | { kind: 'notComparable'; ids: [figure: string, other: string]; why: Difference[] }

// What was corrected, or is known to be outdated, contradicts nothing any more.
const stands = (figure: ComparedFigure) => standingRank(figure) !== 'DEPRECATED'

/** True when one certainly tells of a later moment: by its as-of date, or where one has none, by its day of reporting. */
function isLater(a: ComparedFigure, b: ComparedFigure): boolean {
  const [mine, theirs] = a.asOf && b.asOf ? [a.asOf, b.asOf] : [a.reportedOn, b.reportedOn]
  return mine !== null && theirs !== null && mine.earliest > theirs.latest
}

function lowerLater(figures: readonly ComparedFigure[]): Contradiction[] {
  const standing = figures.filter(stands)
  return standing.flatMap((later) =>
    standing.flatMap((earlier): Contradiction[] => {
      if (later.id === earlier.id || !isLater(later, earlier) || differences(later, earlier).length > 0) return []
      const [now, before] = [reach(later), reach(earlier)]
      return now && before && now[1] < before[0] ? [{ kind: 'lowerLater', ids: [later.id, earlier.id] }] : []
    }),
  )
}

const isPart = (part: ComparedFigure, total: ComparedFigure) =>
  (part.relation === 'PART_OF' && part.relatedTo?.id === total.id) ||
  (total.relation === 'TOTAL_OF' && total.relatedTo?.id === part.id)

const APART = ['CIVILIAN', 'MILITARY', 'POLICE', 'ATTACKERS']
/** Told to be without overlap, or by their populations so. */
const isDisjoint = (a: ComparedFigure, b: ComparedFigure) =>
  (a.relation === 'DISJOINT_WITH' && a.relatedTo?.id === b.id) ||
  (b.relation === 'DISJOINT_WITH' && b.relatedTo?.id === a.id) ||
  (a.population !== b.population && APART.includes(a.population) && APART.includes(b.population))

function exceedingParts(figures: readonly ComparedFigure[]): Contradiction[] {
  const standing = figures.filter(stands)
  return standing.flatMap((total): Contradiction[] => {
    const most = reach(total)?.[1]
    if (most === undefined) return []
    const least = (part: ComparedFigure) => reach(part)?.[0] ?? 0
    const parts = standing.filter((each) => isPart(each, total)).sort((a, b) => least(b) - least(a))
    const above = parts.filter((part) => least(part) > most)
    if (above.length > 0) return above.map(({ id }) => ({ kind: 'partExceeds', ids: [id, total.id] }))
    // Parts that may overlap are not added; what is missing of a total is no contradiction.
    const added: ComparedFigure[] = []
    for (const part of parts) if (added.every((each) => isDisjoint(each, part))) added.push(part)
    const sum = added.reduce((all, part) => all + least(part), 0)
    return sum > most ? [{ kind: 'partsExceed', ids: [total.id, ...added.map(({ id }) => id)], sum }] : []
  })
}

const beyondTotal = (part: ComparedFigure, total: ComparedFigure) =>
  differences(part, total).filter(
    (each) =>
      each === 'measure' ||
      (each === 'population' && APART.includes(total.population)) ||
      (each === 'nationality' && total.nationality !== null),
  )

/** A part may be of fewer people than its total, never of others; who takes another's place counts the same. */
function notComparable(figures: readonly ComparedFigure[]): Contradiction[] {
  return figures.flatMap((figure) => {
    const superseded = figures.filter(({ id }) => id === figure.supersedes?.id)
    const totals = figures.filter((each) => isPart(figure, each))
    return [
      ...superseded.map((other) => ({ other, why: differences(figure, other) })),
      ...totals.map((other) => ({ other, why: beyondTotal(figure, other) })),
    ].flatMap(({ other, why }): Contradiction[] =>
      why.length > 0 ? [{ kind: 'notComparable', ids: [figure.id, other.id], why }] : [],
    )
  })
}

/** Where the figures of one event cannot all be right, or were put together though they count different things. */
export const contradictions = (figures: readonly ComparedFigure[]): Contradiction[] => [
  ...lowerLater(figures),
  ...exceedingParts(figures),
  ...notComparable(figures),
]
