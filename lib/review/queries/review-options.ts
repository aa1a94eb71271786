import { authorise, holds } from '@/lib/auth/permissions'
import { areOneHand } from '@/lib/auth/queries/one-hand'
import { loadClaim } from '@/lib/claims/commands/claim-access'
import { type Ctx, inTransaction, personOf } from '@/lib/context'
import type { Reason } from '@/lib/errors'
import { originsFor } from '@/lib/review/commands/approve'
import { standingFacts } from '@/lib/review/commands/review-facts'
import { actionsFrom, type ReviewAction, transitionRefusals } from '@/lib/review/workflow'
import { changesSinceVerdict } from '@/lib/verdicts/queries/attention'

export type ReviewOption = { action: ReviewAction; refusals: Reason[] }

/**
 * The moves that the claim's state offers, each with every reason against it for this actor. What a dialog will ask
 * for (a reason, a comment, an assignee) counts as given. `origins` is what an approval counts, `originsLacking` what it must give a
 * reason for.
 */
export async function getReviewOptions(ctx: Ctx, claimId: string) {
  authorise('project:read', ctx.actor)
  return inTransaction(ctx, async (txCtx) => {
    const loaded = await loadClaim(txCtx, claimId, { held: false })
    const { claim } = loaded
    const { reviewFacts, present } = await standingFacts(txCtx, loaded)
    const verdict = present[0] ?? null
    const { counts: origins, lacking: originsLacking } =
      claim.state === 'IN_REVIEW' && verdict
        ? await originsFor(txCtx, loaded, verdict.rating.value)
        : { counts: null, lacking: [] }
    const changes =
      claim.state === 'IN_REVIEW' && verdict ? await changesSinceVerdict(txCtx.tx, claim.projectId, verdict.id) : []
    const facts = {
      ...reviewFacts,
      needsAttention: changes.length > 0,
      hasReason: true,
      hasComment: true,
      assigneeIsActive: true,
      isVerdictAuthor: verdict?.authorId === ctx.actor.userId,
      isOneHand: verdict !== null && (await areOneHand(txCtx.tx, verdict.authorId, personOf(ctx), ctx.now)),
      verdictIsPresent: verdict !== null,
      revisionIsPresent: true,
    }
    const options: ReviewOption[] = actionsFrom(claim.state)
      // An editor who takes a claim assigns it: one button for both.
      .filter((action) => action !== 'take' || !holds([['editor']], facts))
      .map((action) => ({ action, refusals: transitionRefusals(action, facts) }))
    return { options, origins, originsLacking, verdictId: verdict?.id ?? null, claimRevision: claim.revision }
  })
}
export type ReviewOptions = Awaited<ReturnType<typeof getReviewOptions>>
