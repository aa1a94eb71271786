import { withNewSources } from '@/lib/attributions/commands/new-sources'
import { discardDropped, toldOf } from '@/lib/attributions/commands/passing-sources'
import type { Speakers } from '@/lib/attributions/speakers'
import { loadClaimToChange, raiseRevision } from '@/lib/claims/commands/claim-access'
import { personOf, projectOf, type TxCtx } from '@/lib/context'
import { DomainError, foundOr404, refuseIf } from '@/lib/errors'
import { keepSpeakers } from '@/lib/evidence/commands/keep-speakers'
import { columnsOf, findItem, writeItemChain, writeQuote } from '@/lib/evidence/commands/write-evidence'
import type { EvidenceInput } from '@/lib/evidence/schema'

type Columns = Awaited<ReturnType<typeof columnsOf>>

async function insertItem(ctx: TxCtx, input: EvidenceInput, columns: Columns) {
  const projectId = projectOf(ctx)
  const last = await ctx.tx.evidence.aggregate({
    where: { claimId: input.claimId, projectId },
    _max: { position: true },
  })
  const position = (last._max.position ?? -1) + 1
  const { id, claimId } = input
  const createdById = personOf(ctx)
  await ctx.tx.evidence.create({
    data: { id, projectId, claimId, ...columns, position, createdById, createdAt: ctx.now },
  })
}

async function updateItem(ctx: TxCtx, { id, claimId }: EvidenceInput, version: number, columns: Columns) {
  const updated = await ctx.tx.evidence.updateMany({
    where: { id, claimId, projectId: projectOf(ctx), version, withdrawnAt: null },
    data: { ...columns, version: { increment: 1 } },
  })
  if (updated.count === 0) throw new DomainError('conflict', [{ key: 'changedMeanwhile' }])
}

/**
 * Adds an evidence item to a claim, or changes one, with its own chain. A passage gives its own words as the quote.
 * `speakers`: who speaks in its words, as `readItem` read them. The
 * work of the command that also looks at the claim's origins: lib/evidence/commands/save-evidence.ts.
 */
export async function saveItem(ctx: TxCtx, input: EvidenceInput, speakers: Speakers | null) {
  const { claim } = await loadClaimToChange(ctx, input.claimId, 'evidence:save')
  const revision = await raiseRevision(ctx, claim)
  const before = await findItem(ctx, input.id)
  if (input.version !== null) foundOr404(before, 'evidence')
  refuseIf('refused', before?.withdrawnAt ? [{ key: 'evidence.withdrawn' }] : [])
  const { newSources, attribution: asked } = input
  const { hops, made } = await withNewSources(ctx, { newSources, hops: asked?.hops ?? [] })
  const attribution = asked && { ...asked, hops }
  const columns = await columnsOf(ctx, input, claim, before)
  if (input.version === null) await insertItem(ctx, input, columns)
  else await updateItem(ctx, input, input.version, columns)
  await writeItemChain(ctx, { id: input.id, attribution, articleId: input.passage?.articleId ?? null }, before)
  await writeQuote(ctx, input.id, columns, before)
  await keepSpeakers(ctx.tx, projectOf(ctx), input.id, speakers)
  const after = foundOr404(await findItem(ctx, input.id), 'evidence')
  const discarded = await discardDropped(ctx, before?.attribution ?? null, after.attribution)
  return {
    result: { id: after.id, version: after.version, revision },
    entityId: after.id,
    articleId: claim.articleId,
    claimId: claim.id,
    before,
    after: { ...after, ...toldOf(made, discarded) },
  }
}
