import { writeChain } from '@/lib/attributions/commands/write-chain'
import { saveAttributionInput } from '@/lib/attributions/schema'
import { command } from '@/lib/audit/record'
import { loadClaimToChange, raiseRevision } from '@/lib/claims/commands/claim-access'

/** Saves one chain of a claim as a whole, new or changed; a chain without hops says "the text's own voice". */
export const saveAttribution = command('attribution:save', saveAttributionInput, async (ctx, input) => {
  const { claim } = await loadClaimToChange(ctx, input.claimId, 'attribution:save')
  const revision = await raiseRevision(ctx, claim)
  const owner = { claimId: claim.id, evidenceId: null }
  const { before, after } = await writeChain(ctx, owner, input, claim.articleId)
  return {
    result: { id: after.id, version: after.version, revision },
    entityId: after.id,
    articleId: claim.articleId,
    claimId: claim.id,
    before,
    after,
  }
})
