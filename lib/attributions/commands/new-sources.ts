import type { HopInput } from '@/lib/attributions/schema'
import { authorise } from '@/lib/auth/permissions'
import type { TxCtx } from '@/lib/context'
import { refuseIf } from '@/lib/errors'
import { type SourceId, sourceId } from '@/lib/ids'
import { findOrAddSource } from '@/lib/sources/commands/find-or-add-source'
import type { NewSource } from '@/lib/sources/schema'

type WithNewSources = { newSources: readonly NewSource[]; hops: readonly HopInput[] }

/** Makes the sources that the chain brings along, in their order; where the desk has one of a name, the chain gets that. */
export async function withNewSources(ctx: TxCtx, { newSources, hops }: WithNewSources): Promise<HopInput[]> {
  if (newSources.length === 0) return [...hops]
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
