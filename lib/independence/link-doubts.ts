import type { Reason } from '@/lib/errors'
import { type CountedPeople, differences, reach } from '@/lib/figures/series'
import type { CheckedAspect, ClaimCategory, FigureQualifier } from '@/prisma/generated/enums'

// Why two claims that somebody wants to link may not say the same: pure. None of it forbids the link; it is asked once more.

/** A figure as far as it tells what a claim counts. */
export type FigureToLink = CountedPeople & {
  verbatim: string
  qualifier: FigureQualifier
  low: number | null
  best: number | null
  high: number | null
}

/** A claim as far as it can be told from another one. `numbers`: those that its wording holds. */
export type LinkedFacts = {
  id: string
  number: number
  wording: string
  category: ClaimCategory
  checked: CheckedAspect
  figures: readonly FigureToLink[]
  numbers: readonly string[]
}

type Clash = { one: FigureToLink; other: FigureToLink; why: 'number' | 'people' }

/** True when the two figures can be one: they count the same, and their numbers meet. */
export function agree(one: FigureToLink, other: FigureToLink): boolean {
  if (differences(one, other).length > 0) return false
  const [mine, theirs] = [reach(one), reach(other)]
  return !mine || !theirs || (mine[0] <= theirs[1] && theirs[0] <= mine[1])
}

/** The first two figures that cannot both be what one claim states; null when all can. */
export function figureClash(ones: readonly FigureToLink[], others: readonly FigureToLink[]): Clash | null {
  const alone = (each: FigureToLink, among: readonly FigureToLink[]) => !among.some((other) => agree(each, other))
  for (const one of ones)
    for (const other of others) {
      const isOfTheSame = differences(one, other).length === 0
      if (isOfTheSame && alone(one, others) && alone(other, ones)) return { one, other, why: 'number' }
    }
  const [one, other] = [ones[0], others[0]]
  const meets = ones.some((each) => !alone(each, others))
  return one && other && !meets ? { one, other, why: 'people' } : null
}

/** The first numbers of two wordings that have none in common; null where they share one, or one has none. */
function numberClash(one: LinkedFacts, other: LinkedFacts): [string, string] | null {
  const [mine, theirs] = [one.numbers[0], other.numbers[0]]
  if (!mine || !theirs || one.numbers.some((each) => other.numbers.includes(each))) return null
  return [mine, theirs]
}

const doubtOf = (one: LinkedFacts, other: LinkedFacts, key: string, values: Record<string, string>): Reason => ({
  ...{ key: `claim.${key}`, path: 'confirmed' },
  values: { one: one.wording, other: other.wording, ...values },
})

function figureDoubtsOf(one: LinkedFacts, other: LinkedFacts): Reason[] {
  const clash = figureClash(one.figures, other.figures)
  if (!clash) return []
  const said = { first: clash.one.verbatim, second: clash.other.verbatim }
  return [doubtOf(one, other, clash.why === 'number' ? 'linkFigures' : 'linkPeople', said)]
}

/** Every reason why the two themselves may not say the same; empty when nothing speaks against it. */
export function doubtsOfPair(one: LinkedFacts, other: LinkedFacts): Reason[] {
  const doubt = (key: string, values: Record<string, string>) => [doubtOf(one, other, key, values)]
  const numbers = one.figures.length > 0 && other.figures.length > 0 ? null : numberClash(one, other)
  return [
    ...figureDoubtsOf(one, other),
    ...(numbers ? doubt('linkNumbers', { first: numbers[0], second: numbers[1] }) : []),
    ...(one.category === other.category ? [] : doubt('linkCategory', { first: one.category, second: other.category })),
    ...(one.checked === other.checked ? [] : doubt('linkChecked', { first: one.checked, second: other.checked })),
  ]
}

/** So many at most are said at once. */
const MOST = 5

/**
 * Every reason to ask once more before two claims are counted together: those of the two themselves first, then those of the claims
 * that are counted with either already. Empty when nothing speaks against it.
 */
export function linkDoubts(ones: readonly LinkedFacts[], others: readonly LinkedFacts[]): Reason[] {
  const found = ones.flatMap((one) => others.flatMap((other) => (one.id === other.id ? [] : doubtsOfPair(one, other))))
  return found.slice(0, MOST)
}

/** Where the figures of a claim contradict those of claims that are counted with it. */
export const figureDoubts = (own: LinkedFacts, others: readonly LinkedFacts[]): Reason[] =>
  others.flatMap((other) => figureDoubtsOf(own, other)).slice(0, MOST)
