import { cache } from 'react'
import { getCtx } from '@/app/_server/actor'
import { inTime } from '@/app/_server/in-time'
import { type ChainView, listAttributions } from '@/lib/attributions/queries'
import { findChainBefore, listProposals } from '@/lib/attributions/queries/proposals'
import type { ClaimView } from '@/lib/claims/queries'
import { workRefusals } from '@/lib/claims/work-refusals'
import { listRivals } from '@/lib/independence/queries/rivals'
import { getReviewOptionsOf } from '@/lib/review/queries/review-options'
import type { JudgedGraph } from '@/lib/verdicts/claim-graph'

// What several parts of a claim's panel show, asked once for all of them. The rest each tab asks for itself.

/** The selected claim: as this person sees it, and with everything that it rests on. */
export type PanelClaim = { claim: ClaimView; graph: JudgedGraph }

/** What the keys for chains need on every tab: the claim's own, as far as they are copied, and who spoke before. */
export const chainToolsOf = cache(async ({ claim, graph }: PanelClaim) => ({
  before: await findChainBefore(await getCtx(), claim),
  copied: graph.row.attributions.map(({ id, hops }) => ({ id, hopCount: hops.length, claimNumber: claim.number })),
  reasons: { save: workRefusals(claim, 'attribution:save'), remove: workRefusals(claim, 'attribution:remove') },
}))

/** The claim's chains as they are shown. */
export const chainsOf = cache(async ({ claim }: PanelClaim) => listAttributions(await getCtx(), claim.id))

/** What the text suggests beside these chains; null when it could not be read in time. Who cannot take a proposal is shown none. */
export async function proposalsOf({ claim }: PanelClaim, chains: readonly ChainView[]) {
  const canTake = workRefusals(claim, 'attribution:save').length === 0
  return canTake ? inTime(listProposals(await getCtx(), claim, chains)) : []
}

/** The moves of the claim's review, with what stands against each. */
export const reviewOf = cache(async ({ graph }: PanelClaim) => getReviewOptionsOf(await getCtx(), graph))

/** What other figures of its events say of the same things. */
export const rivalsOf = cache(async ({ graph }: PanelClaim) =>
  graph.row.figures.some(({ event }) => event !== null) ? listRivals(await getCtx(), graph.claimId) : [],
)
