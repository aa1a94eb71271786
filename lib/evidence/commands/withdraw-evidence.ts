import { command } from '@/lib/audit/record'
import type { Permission } from '@/lib/auth/permissions'
import { loadClaimToChange, raiseRevision } from '@/lib/claims/commands/claim-access'
import { projectOf, type TxCtx } from '@/lib/context'
import { DomainError, foundOr404 } from '@/lib/errors'
import { findItem } from '@/lib/evidence/commands/write-evidence'
import { withdrawEvidenceInput } from '@/lib/evidence/schema'

type ItemVersion = { id: string; version: number }

/** Sets or unsets the withdrawal of an item; the item itself stays as it is. */
async function setWithdrawn(
  ctx: TxCtx,
  { id, version }: ItemVersion,
  withdrawnAt: Date | null,
  permission: Permission,
) {
  const before = foundOr404(await findItem(ctx, id), 'evidence')
  const { claim } = await loadClaimToChange(ctx, before.claimId, permission)
  const revision = await raiseRevision(ctx, claim)
  const changed = await ctx.tx.evidence.updateMany({
    where: { id, projectId: projectOf(ctx), version, withdrawnAt: withdrawnAt ? null : { not: null } },
    data: { withdrawnAt, version: { increment: 1 } },
  })
  if (changed.count === 0) throw new DomainError('conflict', [{ key: 'changedMeanwhile' }])
  return {
    result: { id, version: version + 1, revision },
    entityId: id,
    articleId: claim.articleId,
    claimId: claim.id,
    before,
    after: await findItem(ctx, id),
  }
}

/** Withdraws an item: it stays, shown as withdrawn, and nothing counts it any more. */
export const withdrawEvidence = command('evidence:withdraw', withdrawEvidenceInput, async (ctx, input) => ({
  ...(await setWithdrawn(ctx, input, ctx.now, 'evidence:withdraw')),
  reason: input.reason,
}))

/** Takes a withdrawal back: the work of the command in lib/evidence/commands/save-evidence.ts. */
export const restoreItem = (ctx: TxCtx, input: ItemVersion) => setWithdrawn(ctx, input, null, 'evidence:restore')
