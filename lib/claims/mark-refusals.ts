import { type PermissionFacts, permissionRefusals } from '@/lib/auth/permissions'
import type { Reason } from '@/lib/errors'

type MarkedText = { archivedAt: Date | null; markingFinishedAt: Date | null }

/** Why nobody marks a claim in an article now. */
export const markingRefusals = ({ archivedAt, markingFinishedAt }: MarkedText): Reason[] => [
  ...(archivedAt ? [{ key: 'article.archived' }] : []),
  ...(markingFinishedAt ? [{ key: 'article.markingFinished' }] : []),
]

/** Why this person does not; empty when they can. */
export const markRefusals = (facts: PermissionFacts, article: MarkedText): Reason[] => [
  ...permissionRefusals('claim:mark', facts),
  ...markingRefusals(article),
]
