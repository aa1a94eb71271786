import type { HopInput } from '@/lib/attributions/schema'
import { authorise } from '@/lib/auth/permissions'
import type { TxCtx } from '@/lib/context'
import { refuseIf } from '@/lib/errors'
import { type SourceId, sourceId } from '@/lib/ids'
import { bringBackSources } from '@/lib/sources/commands/bring-back-sources'
import { findOrAddSource } from '@/lib/sources/commands/find-or-add-source'
import type { NewSource, PassingSource } from '@/lib/sources/schema'

type WithNewSources = { newSources: readonly NewSource[]; hops: readonly HopInput[] }

const referencesOf = (hops: readonly HopInput[]) =>
  hops.flatMap((hop) => [hop.sourceId, hop.affiliationId, hop.onBehalfOfId].filter((id) => id !== null))

/**
 * Makes the sources that the chain brings along, in their order; where the desk has one of a name, the chain gets that. Those that
 * went with it, and that it names again, come back. Answers the hops, and what was made.
 */
export async function withNewSources(ctx: TxCtx, { newSources, hops }: WithNewSources) {
  const made: PassingSource[] = []
  const current = new Map<string, SourceId>()
  const known = (id: SourceId) => current.get(id) ?? id
  if (newSources.length > 0) authorise('source:add', ctx.actor)
  for (const { parentId, ...asked } of newSources) {
    const source = await findOrAddSource(ctx, { ...asked, parentId: parentId && known(parentId) }, true)
    if (source.id === asked.id) made.push({ id: source.id, kind: source.kind, name: source.name })
    current.set(asked.id, sourceId.parse(source.id))
  }
  const asBefore = referencesOf(hops).filter((id) => !current.has(id))
  for (const [id, other] of await bringBackSources(ctx, asBefore)) current.set(id, sourceId.parse(other))
  const named = hops.map((hop) => ({
    ...hop,
    sourceId: known(hop.sourceId),
    affiliationId: hop.affiliationId && known(hop.affiliationId),
    onBehalfOfId: hop.onBehalfOfId && known(hop.onBehalfOfId),
  }))
  const twice = named.findIndex((hop, at) => hop.sourceId === named[at - 1]?.sourceId)
  refuseIf('invalid', twice < 0 ? [] : [{ key: 'attribution.sourceTwiceInARow', path: `hops.${twice}.sourceId` }])
  return { hops: named, made }
}
