import type { loadClaim } from '@/lib/claims/commands/claim-access'
import type { TxCtx } from '@/lib/context'
import { DomainError } from '@/lib/errors'
import { type ReviewAction, type ReviewFacts, TRANSITIONS, transitionRefusals } from '@/lib/review/workflow'
import type { Prisma } from '@/prisma/generated/client'
import type { ReviewState } from '@/prisma/generated/enums'

export type LoadedClaim = Awaited<ReturnType<typeof loadClaim>>

/** Throws every reason against a move: 404 for outsiders, `forbidden` when it is only about who, else `refused`. */
export function refuseMove(action: ReviewAction, facts: ReviewFacts): void {
  if (facts.role === null) throw new DomainError('not-found', [{ key: 'notFound' }])
  const reasons = transitionRefusals(action, facts)
  if (reasons.length === 0) return
  const onlyWho = reasons.every((reason) => reason.key.startsWith('permission.'))
  throw new DomainError(onlyWho ? 'forbidden' : 'refused', reasons)
}

/** Writes the state that a move leads to; loses to whoever moved the claim meanwhile. */
export async function writeState(
  ctx: TxCtx,
  claim: { id: string; state: ReviewState; revision: number },
  action: ReviewAction,
  data: Prisma.ClaimUncheckedUpdateManyInput = {},
): Promise<ReviewState> {
  const { to } = TRANSITIONS[action]
  const { count } = await ctx.tx.claim.updateMany({
    where: { id: claim.id, state: claim.state, revision: claim.revision, deletedAt: null },
    data: { ...data, state: to, stateSince: ctx.now },
  })
  if (count === 0) throw new DomainError('conflict', [{ key: 'changedMeanwhile' }])
  return to
}

/** The columns of an approval, empty: whatever leaves APPROVED takes its approval back. */
export const NO_APPROVAL = {
  approvedById: null,
  approvedVerdictId: null,
  approvedRevision: null,
  approvedSingleSourceReason: null,
  approvedSingleSourceKind: null,
}
