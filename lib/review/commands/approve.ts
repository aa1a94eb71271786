import { command } from '@/lib/audit/record'
import { areOneHand } from '@/lib/auth/queries/one-hand'
import { loadClaim } from '@/lib/claims/commands/claim-access'
import { personOf, type TxCtx } from '@/lib/context'
import type { Reason } from '@/lib/errors'
import { originGate } from '@/lib/independence/origin-gate'
import { originCountsIn } from '@/lib/independence/queries/origin-counts'
import { notify } from '@/lib/notices/commands'
import { type LoadedClaim, refuseMove, standingFacts, writeState } from '@/lib/review/commands/review-facts'
import { approveInput } from '@/lib/review/schema'
import { changesSinceVerdict } from '@/lib/verdicts/queries/attention'

/** What the origins of a claim lack for a rating of this value; empty when they suffice. */
export async function originRefusals(ctx: TxCtx, { claim }: LoadedClaim, value: number | null): Promise<Reason[]> {
  const counts = (await originCountsIn(ctx.tx, claim.projectId, [claim.id])).get(claim.id)
  if (!counts) return []
  return originGate({ value, checked: claim.checked, counts, hasPrimaryRecord: counts.hasPrimaryRecord })
}

/** Approves one verdict on the claim as it stands. Never by the verdict's author; the database checks it again. */
export const approveClaim = command('claim:approve', approveInput, async (ctx, input) => {
  const loaded = await loadClaim(ctx, input.id)
  const { claim, assignment } = loaded
  const { reviewFacts, present } = await standingFacts(ctx, loaded)
  const verdict = present.find((candidate) => candidate.id === input.verdictId)
  const lacking = verdict ? await originRefusals(ctx, loaded, verdict.rating.value) : []
  const changes = verdict ? await changesSinceVerdict(ctx.tx, claim.projectId, verdict.id) : []
  refuseMove('approve', {
    ...reviewFacts,
    needsAttention: changes.length > 0,
    isVerdictAuthor: verdict?.authorId === ctx.actor.userId,
    isOneHand: verdict !== undefined && (await areOneHand(ctx.tx, verdict.authorId, personOf(ctx), ctx.now)),
    verdictIsPresent: verdict !== undefined,
    revisionIsPresent: claim.revision === input.claimRevision,
    originRefusals: input.singleSourceReason ? [] : lacking,
  })
  const approval = {
    approvedById: personOf(ctx),
    approvedVerdictId: input.verdictId,
    approvedRevision: input.claimRevision,
    // A reason that nothing asked for is not kept: it would read as if the gate had been passed by it.
    approvedSingleSourceReason: lacking.length > 0 ? input.singleSourceReason : null,
  }
  const state = await writeState(ctx, claim, 'approve', approval)
  await notify(ctx, 'APPROVED', claim.id, [assignment?.assigneeId ?? null, verdict?.authorId ?? null])
  return {
    result: { id: claim.id, state },
    entityId: claim.id,
    claimId: claim.id,
    articleId: claim.articleId,
    before: { state: claim.state },
    after: { state, ...approval },
    reason: approval.approvedSingleSourceReason,
  }
})
