import { command } from '@/lib/audit/record'
import { loadClaimToChange } from '@/lib/claims/commands/claim-access'
import { writeClaim } from '@/lib/claims/commands/write-claim'
import { deleteClaimInput, restoreDeletedInput } from '@/lib/claims/schema'
import type { TxCtx } from '@/lib/context'
import { refuseIf } from '@/lib/errors'

/** A judged claim is dropped with a reason instead: its verdicts are kept for ever. */
export async function refuseIfJudged(ctx: TxCtx, claimId: string) {
  // Whoever gives a verdict holds the claim's row: none is given between counting and deleting.
  await ctx.tx.$queryRaw`SELECT 1 FROM "Claim" WHERE "id" = ${claimId}::uuid FOR UPDATE`
  const verdicts = await ctx.tx.verdict.count({ where: { claimId } })
  refuseIf('refused', verdicts > 0 ? [{ key: 'claim.judged' }] : [])
}

/** Takes a claim off its article; it can be brought back. Refused once it has a verdict, or while it is locked. */
export const deleteClaim = command('claim:delete', deleteClaimInput, async (ctx, input) => {
  const { claim } = await loadClaimToChange(ctx, input.id, 'claim:delete')
  await refuseIfJudged(ctx, claim.id)
  const { before, after } = await writeClaim(ctx, claim, input.version, { deleted: true })
  return {
    result: { id: claim.id, version: after.version },
    entityId: claim.id,
    articleId: claim.articleId,
    claimId: claim.id,
    before,
    after,
    reason: input.reason,
  }
})

/** Brings a deleted claim back as it was. `not-found` when it is not deleted. */
export const restoreDeleted = command('claim:restoreDeleted', restoreDeletedInput, async (ctx, input) => {
  const { claim } = await loadClaimToChange(ctx, input.id, 'claim:delete', { deleted: true })
  const { before, after } = await writeClaim(ctx, claim, input.version, { deleted: false })
  return {
    result: { id: claim.id, version: after.version },
    entityId: claim.id,
    articleId: claim.articleId,
    claimId: claim.id,
    before,
    after,
  }
})
