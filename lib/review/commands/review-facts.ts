import type { loadClaim } from '@/lib/claims/commands/claim-access'
import type { TxCtx } from '@/lib/context'
import { DomainError } from '@/lib/errors'
import { originCountsIn } from '@/lib/independence/queries/origin-counts'
import { type ReviewAction, type ReviewFacts, TRANSITIONS, transitionRefusals } from '@/lib/review/workflow'
import type { Prisma } from '@/prisma/generated/client'
import type { ReviewState } from '@/prisma/generated/enums'

export type LoadedClaim = Awaited<ReturnType<typeof loadClaim>>

/** What the table asks of a claim that stands in the database: verdicts, evidence, chains. */
export async function standingFacts(ctx: TxCtx, { claim, assignment, facts }: LoadedClaim) {
  // One after the other: a transaction is one connection.
  const evidence = await ctx.tx.evidence.count({ where: { claimId: claim.id, withdrawnAt: null } })
  const chains = await ctx.tx.attribution.count({ where: { claimId: claim.id } })
  const verdicts = await ctx.tx.verdict.findMany({
    where: { claimId: claim.id },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    include: { rating: { select: { value: true } } },
  })
  // Only what is being checked can be submitted.
  const counted = claim.state === 'CHECKING' ? await originCountsIn(ctx.tx, claim.projectId, [claim.id]) : null
  const present = verdicts.filter((verdict) => verdict.claimRevision === claim.revision)
  const reviewFacts: ReviewFacts = {
    ...facts,
    state: claim.state,
    isArchived: claim.article.archivedAt !== null,
    hasEvidence: evidence > 0,
    hasChain: chains > 0,
    unanswered: (counted?.get(claim.id)?.open ?? []).map(({ about, kind, number }) => ({
      key: about === 'speaker' ? 'review.speakerUnanswered' : 'review.knowsUnanswered',
      values: { kind, number },
    })),
    hasOwnPresentVerdict: present.some((verdict) => verdict.authorId === assignment?.assigneeId),
  }
  return { reviewFacts, verdicts, present }
}

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
