import { writeChain } from '@/lib/attributions/commands/write-chain'
import { type SaveInput, saveAttributionInput } from '@/lib/attributions/schema'
import { command } from '@/lib/audit/record'
import { authorise } from '@/lib/auth/permissions'
import { loadClaimToChange, raiseRevision } from '@/lib/claims/commands/claim-access'
import type { TxCtx } from '@/lib/context'
import { refuseIf } from '@/lib/errors'
import { type SourceId, sourceId } from '@/lib/ids'
import { findOrAddSource } from '@/lib/sources/commands/find-or-add-source'

/** Makes the sources that the chain brings along, in their order; where the desk has one of a name, the chain gets that. */
async function withNewSources(ctx: TxCtx, { newSources, hops }: SaveInput): Promise<SaveInput['hops']> {
  if (newSources.length === 0) return hops
  authorise('source:add', ctx.actor)
  const made = new Map<string, SourceId>()
  const known = (id: SourceId) => made.get(id) ?? id
  for (const { parentId, ...source } of newSources) {
    const { id } = await findOrAddSource(ctx, { ...source, parentId: parentId && known(parentId) })
    made.set(source.id, sourceId.parse(id))
  }
  const named = hops.map((hop) => ({
    ...hop,
    sourceId: known(hop.sourceId),
    affiliationId: hop.affiliationId && known(hop.affiliationId),
    onBehalfOfId: hop.onBehalfOfId && known(hop.onBehalfOfId),
  }))
  const twice = named.findIndex((hop, at) => hop.sourceId === named[at - 1]?.sourceId)
  refuseIf('invalid', twice < 0 ? [] : [{ key: 'attribution.sourceTwiceInARow', path: `hops.${twice}.sourceId` }])
  return named
}

/** Saves one chain of a claim as a whole, new or changed; a chain without hops says "the text's own voice". */
export const saveAttribution = command('attribution:save', saveAttributionInput, async (ctx, input) => {
  const { claim } = await loadClaimToChange(ctx, input.claimId, 'attribution:save')
  const revision = await raiseRevision(ctx, claim)
  const owner = { claimId: claim.id, evidenceId: null }
  const chain = { ...input, hops: await withNewSources(ctx, input) }
  const { before, after } = await writeChain(ctx, owner, chain, claim.articleId)
  return {
    result: { id: after.id, version: after.version, revision },
    entityId: after.id,
    articleId: claim.articleId,
    claimId: claim.id,
    before,
    after,
  }
})
