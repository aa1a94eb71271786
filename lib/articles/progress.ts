import { ReviewState } from '@/prisma/generated/enums'

/** How many claims stand in each review state; states without any may be left out. */
export type ClaimCounts = Partial<Record<ReviewState, number>>

/** Where an article stands, derived from its claims and from "marking finished". */
export const ARTICLE_STATES = ['NEW', 'MARKING', 'CHECKING', 'DONE', 'NOTHING_TO_CHECK'] as const
export type ArticleState = (typeof ARTICLE_STATES)[number]

export type ArticleProgress = {
  state: ArticleState
  /** Claims that count: dropped ones do not. */
  total: number
  approved: number
  inReview: number
  /** Assigned or being checked. */
  underWay: number
  open: number
}

/** The progress of an article. A claim that was dropped is out of it; a published one was approved. */
export function articleProgress(counts: ClaimCounts, markingFinished: boolean): ArticleProgress {
  const of = (...states: ReviewState[]) => states.reduce((sum, state) => sum + (counts[state] ?? 0), 0)
  const approved = of(ReviewState.APPROVED, ReviewState.PUBLISHED)
  const inReview = of(ReviewState.IN_REVIEW)
  const underWay = of(ReviewState.ASSIGNED, ReviewState.CHECKING)
  const open = of(ReviewState.OPEN)
  const total = approved + inReview + underWay + open
  return { state: stateOf(total, approved, markingFinished), total, approved, inReview, underWay, open }
}

function stateOf(total: number, approved: number, markingFinished: boolean): ArticleState {
  if (!markingFinished) return total === 0 ? 'NEW' : 'MARKING'
  if (total === 0) return 'NOTHING_TO_CHECK'
  return approved === total ? 'DONE' : 'CHECKING'
}
