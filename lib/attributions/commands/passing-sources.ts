import type { Chain } from '@/lib/attributions/commands/write-chain'
import type { TxCtx } from '@/lib/context'
import { discardSources } from '@/lib/sources/commands/discard-sources'
import type { PassingSource } from '@/lib/sources/schema'

type Hops = Pick<Chain, 'hops'> | null

const sourcesOf = (chain: Hops) =>
  (chain?.hops ?? []).flatMap((hop) => [hop.sourceId, hop.affiliationId, hop.onBehalfOfId].filter((id) => id !== null))

/** The sources that came and went with a change of a chain, as its audit row keeps them; without any, nothing. */
export const toldOf = (madeSources: readonly PassingSource[], discardedSources: readonly PassingSource[]) => ({
  ...(madeSources.length > 0 ? { madeSources } : {}),
  ...(discardedSources.length > 0 ? { discardedSources } : {}),
})

/** Takes away what was made along with a chain and stands in it no more, where nothing else refers to it. */
export async function discardDropped(ctx: TxCtx, before: Hops, after: Hops): Promise<PassingSource[]> {
  const still = new Set(sourcesOf(after))
  return discardSources(
    ctx,
    [...new Set(sourcesOf(before))].filter((id) => !still.has(id)),
  )
}
