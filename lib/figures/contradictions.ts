import type { WorldDateRange } from '@/lib/dates/world-date'
import { isSurelyBefore } from '@/lib/dates/world-moments'
import { countryOfFigure } from '@/lib/figures/country'
import { type CountedPeople, type Difference, differences, reach } from '@/lib/figures/series'
import { standingRank } from '@/lib/figures/standing'
import type { FigureQualifier, FigureRank, FigureRelation } from '@/prisma/generated/enums'

type ComparedDate = Pick<WorldDateRange, 'earliest' | 'latest' | 'clock'> & { verbatim?: string | null }

/** A figure of an event, as far as it can contradict another. */
export type ComparedFigure = CountedPeople & {
  id: string
  qualifier: FigureQualifier
  low: number | null
  best: number | null
  high: number | null
  rank: FigureRank
  asOf: ComparedDate | null
  reportedOn: ComparedDate | null
  /** When the text that states it was published, as far as it is known. */
  published?: ComparedDate | null
  /** Its own determined origins; left out where they are not known. */
  origins?: readonly string[]
  relation: FigureRelation | null
  relatedTo: { id: string } | null
  supersedes: { id: string } | null
  supersededBy: readonly { id: string }[]
}

export type Contradiction =
  /** Later and lower, and nobody said that it corrects the earlier one. */
  | { kind: 'lowerLater'; ids: [later: string, earlier: string] }
  /** Two numbers of one origin for one thing, of which none came later. */
  | { kind: 'sameOrigin'; ids: [one: string, other: string] }
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
  return mine !== null && theirs !== null && isSurelyBefore(theirs, mine)
}

/** True when one surely came after the other in any way: as it stood, as it was reported, as its text was published. */
const isOrdered = (a: ComparedFigure, b: ComparedFigure) =>
  [
    [a.asOf, b.asOf],
    [a.reportedOn, b.reportedOn],
    [a.published, b.published],
  ].some(([mine, theirs]) => mine && theirs && (isSurelyBefore(mine, theirs) || isSurelyBefore(theirs, mine)))

// A text that says of nobody whom it counts may count all, or those of whom it speaks: that is not known.
const isSurelySame = (a: ComparedFigure, b: ComparedFigure) =>
  differences(a, b).length === 0 && a.population === b.population

/** True when one lies within the other, by any number of steps, or nobody is counted by both: neither contradicts the other. */
function isRelated(a: ComparedFigure, b: ComparedFigure, all: readonly ComparedFigure[]): boolean {
  return isDisjoint(a, b) || isWithin(a, b, all) || isWithin(b, a, all)
}

function isWithin(part: ComparedFigure, total: ComparedFigure, all: readonly ComparedFigure[]): boolean {
  const seen = new Set<string>()
  const open = [part]
  for (let at = open.pop(); at; at = open.pop()) {
    if (isPart(at, total)) return true
    const from = at
    const next = all.filter((each) => !seen.has(each.id) && isPart(from, each))
    for (const each of next) seen.add(each.id)
    open.push(...next)
  }
  return false
}

function lowerLater(figures: readonly ComparedFigure[]): Contradiction[] {
  const standing = figures.filter(stands)
  return standing.flatMap((later) =>
    standing.flatMap((earlier): Contradiction[] => {
      if (later.id === earlier.id || !isLater(later, earlier) || !isSurelySame(later, earlier)) return []
      const [now, before] = [reach(later), reach(earlier)]
      if (!now || !before || now[1] >= before[0] || isRelated(later, earlier, figures)) return []
      return [{ kind: 'lowerLater', ids: [later.id, earlier.id] }]
    }),
  )
}

/** One origin with two numbers for one thing, where neither came after the other. */
function sameOrigin(figures: readonly ComparedFigure[]): Contradiction[] {
  const standing = figures.filter((each) => stands(each) && (each.origins?.length ?? 0) > 0)
  return standing.flatMap((one, index) =>
    standing.slice(index + 1).flatMap((other): Contradiction[] => {
      if (!one.origins?.some((origin) => other.origins?.includes(origin))) return []
      const [mine, theirs] = [reach(one), reach(other)]
      if (!mine || !theirs || (mine[1] >= theirs[0] && theirs[1] >= mine[0])) return []
      if (!isSurelySame(one, other) || isOrdered(one, other) || isRelated(one, other, figures)) return []
      return [{ kind: 'sameOrigin', ids: [one.id, other.id] }]
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
      (each === 'nationality' && countryOfFigure(total) !== null && countryOfFigure(part) !== null),
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
  ...sameOrigin(figures),
  ...exceedingParts(figures),
  ...notComparable(figures),
]
