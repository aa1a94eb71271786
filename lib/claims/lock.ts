import type { Reason } from '@/lib/errors'
import { ReviewState } from '@/prisma/generated/enums'

/** From here on, wording, spans, figures, warning, chains and evidence stand still. The database guards the same. */
export const LOCKED_STATES: readonly ReviewState[] = [
  ReviewState.IN_REVIEW,
  ReviewState.APPROVED,
  ReviewState.PUBLISHED,
]

/** Why a claim in this state cannot be edited; empty when it can. A dropped claim, an archived article come back first. */
export function lockRefusals(state: ReviewState, articleArchivedAt: Date | null = null): Reason[] {
  const archived = articleArchivedAt ? [{ key: 'article.archived' }] : []
  if (LOCKED_STATES.includes(state)) return [{ key: 'claim.locked', values: { state } }, ...archived]
  if (state === ReviewState.DROPPED) return [{ key: 'claim.dropped' }, ...archived]
  return archived
}
