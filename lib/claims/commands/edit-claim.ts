import { command } from '@/lib/audit/record'
import { loadClaimToChange } from '@/lib/claims/commands/claim-access'
import { writeClaim } from '@/lib/claims/commands/write-claim'
import { editClaimInput } from '@/lib/claims/schema'

/** Changes a claim's wording, category, what is checked, and tags. `conflict` when it is not at the version seen. */
export const editClaim = command('claim:edit', editClaimInput, async (ctx, input) => {
  const { claim } = await loadClaimToChange(ctx, input.id, 'claim:edit')
  const { category, checked, wording, tags } = input
  const { before, after } = await writeClaim(ctx, claim, input.version, { category, checked, wording, tags })
  return {
    result: { id: claim.id, version: after.version },
    entityId: claim.id,
    articleId: claim.articleId,
    claimId: claim.id,
    before,
    after,
  }
})
