import { command } from '@/lib/audit/record'
import { areOneHand } from '@/lib/auth/queries/one-hand'
import { loadClaim } from '@/lib/claims/commands/claim-access'
import { personOf } from '@/lib/context'
import type { Reason } from '@/lib/errors'
import { notify } from '@/lib/notices/commands'
import { refuseMove, writeState } from '@/lib/review/commands/review-facts'
import { approveInput } from '@/lib/review/schema'
import { originsLacking, presentVerdicts, standingFacts } from '@/lib/review/standing'
import { changesSinceVerdict } from '@/lib/verdicts/claim-graph'
import { loadGraph } from '@/lib/verdicts/queries/claim-graph'
import type { SingleSourceKind } from '@/prisma/generated/enums'

type SingleSourceReason = { singleSourceKind: SingleSourceKind | null; singleSourceReason: string | null }

/** What still stands against an approval whose origins do not suffice: the reason is of a kind, and explained. */
function unexplained(
  lacking: readonly Reason[],
  { singleSourceKind, singleSourceReason }: SingleSourceReason,
): Reason[] {
  if (lacking.length === 0) return []
  if (!singleSourceKind && !singleSourceReason) return [...lacking]
  return [
    ...(singleSourceKind ? [] : [{ key: 'review.singleSourceKindMissing', path: 'singleSourceKind' }]),
    ...(singleSourceReason ? [] : [{ key: 'review.singleSourceReasonMissing', path: 'singleSourceReason' }]),
  ]
}

/** Approves one verdict on the claim as it stands. Never by the verdict's author; the database checks it again. */
export const approveClaim = command('claim:approve', approveInput, async (ctx, input) => {
  const { claim, assignment } = await loadClaim(ctx, input.id)
  const graph = await loadGraph(ctx.tx, claim.projectId, claim.id, { verdictIds: [input.verdictId] })
  const verdict = presentVerdicts(graph.row).find(({ id }) => id === input.verdictId)
  const lacking = verdict ? originsLacking(graph, verdict.rating.value) : []
  const changes = verdict ? changesSinceVerdict(graph, verdict.id) : []
  refuseMove('approve', {
    ...standingFacts(graph, ctx.actor),
    needsAttention: changes.length > 0,
    isVerdictAuthor: verdict?.authorId === ctx.actor.userId,
    isOneHand: verdict !== undefined && (await areOneHand(ctx.tx, verdict.authorId, personOf(ctx), ctx.now)),
    verdictIsPresent: verdict !== undefined,
    revisionIsPresent: claim.revision === input.claimRevision,
    originRefusals: unexplained(lacking, input),
  })
  const approval = {
    approvedById: personOf(ctx),
    approvedVerdictId: input.verdictId,
    approvedRevision: input.claimRevision,
    // A reason that nothing asked for is not kept: it would read as if the gate had been passed by it.
    approvedSingleSourceReason: lacking.length > 0 ? input.singleSourceReason : null,
    approvedSingleSourceKind: lacking.length > 0 ? input.singleSourceKind : null,
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
