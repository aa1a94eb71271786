import { discardDropped, toldOf } from '@/lib/attributions/commands/passing-sources'
import { type Chain, clearChain, findChain } from '@/lib/attributions/commands/write-chain'
import { removeAttributionInput } from '@/lib/attributions/schema'
import { command } from '@/lib/audit/record'
import { loadClaimToChange, raiseRevision } from '@/lib/claims/commands/claim-access'
import { projectOf, type TxCtx } from '@/lib/context'
import { DomainError, foundOr404 } from '@/lib/errors'

/** Takes a chain away, within the caller's command. Answers the sources that went with it. `conflict` when it is at another version. */
export async function deleteChain(ctx: TxCtx, chain: Chain, version: number) {
  await clearChain(ctx, chain)
  const removed = await ctx.tx.attribution.deleteMany({ where: { id: chain.id, projectId: projectOf(ctx), version } })
  if (removed.count === 0) throw new DomainError('conflict', [{ key: 'changedMeanwhile' }])
  return discardDropped(ctx, chain, null)
}

/**
 * Removes one chain of a claim, with the sources that were made along with it and that nothing else uses. Saving it again under
 * its own id brings all of that back. Throws `conflict` when it changed.
 */
export const removeAttribution = command('attribution:remove', removeAttributionInput, async (ctx, input) => {
  const chain = foundOr404(await findChain(ctx, input.id), 'attribution')
  const { claim } = await loadClaimToChange(ctx, foundOr404(chain.claimId, 'attribution'), 'attribution:remove')
  const revision = await raiseRevision(ctx, claim)
  const discarded = await deleteChain(ctx, chain, input.version)
  return {
    result: { id: chain.id, revision },
    entityId: chain.id,
    articleId: claim.articleId,
    claimId: claim.id,
    before: chain,
    after: discarded.length > 0 ? toldOf([], discarded) : null,
  }
})
