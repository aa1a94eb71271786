import { addSpans } from '@/lib/articles/commands/add-spans'
import { command } from '@/lib/audit/record'
import { loadClaimToChange } from '@/lib/claims/commands/claim-access'
import { writeClaim } from '@/lib/claims/commands/write-claim'
import { moveClaimInput } from '@/lib/claims/schema'
import { DomainError, refuseIf } from '@/lib/errors'

/** Moves a claim to other passages of its article. The old spans stay, for the history and for undoing. */
export const moveClaim = command('claim:move', moveClaimInput, async (ctx, input) => {
  const { claim } = await loadClaimToChange(ctx, input.id, 'claim:move')
  if (claim.version !== input.version) throw new DomainError('conflict', [{ key: 'changedMeanwhile' }])
  const { articleId, spans } = await addSpans(ctx, input.versionId, input.spans)
  refuseIf('invalid', articleId === claim.articleId ? [] : [{ key: 'span.otherArticle' }])
  const { before, after } = await writeClaim(ctx, claim, input.version, { spans })
  return {
    result: { id: claim.id, version: after.version },
    entityId: claim.id,
    articleId,
    claimId: claim.id,
    before,
    after,
  }
})
