import type { MatchedChain } from '@/lib/attributions/match-voices'
import { withKnownSources } from '@/lib/attributions/queries/proposals'
import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import type { EvidenceView } from '@/lib/evidence/queries'
import { readItem } from '@/lib/evidence/queries/item-speakers'

// A quote that somebody has typed is no text of the project's: nothing can be anchored in it.
const unplaced = (chains: readonly MatchedChain[]): MatchedChain[] =>
  chains.map(({ hops }) => ({ hops: hops.map((hop) => ({ ...hop, sourceWords: null, cueWords: null })) }))

/**
 * Who speaks in each of these items, as their words suggest, with the desk's own sources where they are known; by item. Words are placed in
 * the text of which an item is a passage.
 */
export async function listItemProposals(
  ctx: Ctx,
  items: readonly EvidenceView[],
): Promise<Map<string, MatchedChain[]>> {
  authorise('project:read', ctx.actor)
  const found = new Map<string, MatchedChain[]>()
  for (const { id, quote, passage } of items) {
    const read = await readItem(ctx.db, projectOf(ctx), { quote, passage })
    const chains = await withKnownSources(ctx, read?.chains ?? [])
    found.set(id, passage ? chains : unplaced(chains))
  }
  return found
}
