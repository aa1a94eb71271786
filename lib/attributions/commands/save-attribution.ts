import { withNewSources } from '@/lib/attributions/commands/new-sources'
import { discardDropped, toldOf } from '@/lib/attributions/commands/passing-sources'
import { writeChain } from '@/lib/attributions/commands/write-chain'
import { saveAttributionInput } from '@/lib/attributions/schema'
import { command } from '@/lib/audit/record'
import { loadClaimToChange, raiseRevision } from '@/lib/claims/commands/claim-access'

/** Saves one chain of a claim as a whole, new or changed, with the answer to how the text knows; without hops it names nobody. */
export const saveAttribution = command('attribution:save', saveAttributionInput, async (ctx, input) => {
  const { claim } = await loadClaimToChange(ctx, input.claimId, 'attribution:save')
  const revision = await raiseRevision(ctx, claim)
  const owner = { claimId: claim.id, evidenceId: null }
  const { hops, made } = await withNewSources(ctx, input)
  const { before, after } = await writeChain(ctx, owner, { ...input, hops }, claim.articleId)
  const discarded = await discardDropped(ctx, before, after)
  return {
    result: { id: after.id, version: after.version, revision },
    entityId: after.id,
    articleId: claim.articleId,
    claimId: claim.id,
    before,
    after: { ...after, ...toldOf(made, discarded) },
  }
})
