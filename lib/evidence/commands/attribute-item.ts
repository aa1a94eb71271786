import { withNewSources } from '@/lib/attributions/commands/new-sources'
import { discardDropped, toldOf } from '@/lib/attributions/commands/passing-sources'
import { loadClaimToChange, raiseRevision } from '@/lib/claims/commands/claim-access'
import { projectOf, type TxCtx } from '@/lib/context'
import { DomainError, foundOr404, refuseIf } from '@/lib/errors'
import { findItem, writeItemChain } from '@/lib/evidence/commands/write-evidence'
import type { AttributeEvidenceInput } from '@/lib/evidence/schema'

/**
 * Says who speaks in an evidence item, or how its text knows: its chain, and nothing else of it but its stance where a person
 * takes that too. The work of the command in lib/evidence/commands/save-evidence.ts. Throws `conflict` when the item
 * changed meanwhile.
 */
export async function attributeItem(ctx: TxCtx, input: AttributeEvidenceInput) {
  const before = foundOr404(await findItem(ctx, input.id), 'evidence')
  const { claim } = await loadClaimToChange(ctx, before.claimId, 'evidence:attribute')
  refuseIf('refused', before.withdrawnAt ? [{ key: 'evidence.withdrawn' }] : [])
  const revision = await raiseRevision(ctx, claim)
  const updated = await ctx.tx.evidence.updateMany({
    where: { id: input.id, projectId: projectOf(ctx), version: input.version, withdrawnAt: null },
    data: { stance: input.stance ?? before.stance, version: { increment: 1 } },
  })
  if (updated.count === 0) throw new DomainError('conflict', [{ key: 'changedMeanwhile' }])
  const { attribution: asked, newSources } = input
  const { hops, made } = await withNewSources(ctx, { newSources, hops: asked?.hops ?? [] })
  const attribution = asked && { ...asked, hops }
  const version = before.span
    ? await ctx.tx.articleVersion.findUnique({ where: { id: before.span.versionId }, select: { articleId: true } })
    : null
  await writeItemChain(ctx, { id: input.id, attribution, articleId: version?.articleId ?? null }, before)
  const after = foundOr404(await findItem(ctx, input.id), 'evidence')
  const discarded = await discardDropped(ctx, before.attribution, after.attribution)
  return {
    result: { id: after.id, version: after.version, revision },
    entityId: after.id,
    articleId: claim.articleId,
    claimId: claim.id,
    before,
    after: { ...after, ...toldOf(made, discarded) },
  }
}
