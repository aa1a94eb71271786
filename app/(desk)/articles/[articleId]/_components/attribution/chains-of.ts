import { cache } from 'react'
import { getCtx } from '@/app/_server/actor'
import { listAttributions } from '@/lib/attributions/queries'
import { findChainBefore, listProposals } from '@/lib/attributions/queries/proposals'
import type { ClaimView } from '@/lib/claims/queries'
import { workRefusals } from './work-refusals'

/** All about who says so that a claim's panel shows: its chains, what the text suggests, and who spoke before. */
export const chainsOf = cache(async (claim: ClaimView) => {
  const ctx = await getCtx()
  const save = workRefusals(claim, 'attribution:save')
  const [chains, before] = await Promise.all([listAttributions(ctx, claim.id), findChainBefore(ctx, claim)])
  // Who cannot take a proposal is shown none.
  const proposals = save.length === 0 ? await listProposals(ctx, claim, chains) : []
  return {
    ...{ chains, before, proposals },
    copied: chains.map(({ id, hops }) => ({ id, hopCount: hops.length, claimNumber: claim.number })),
    reasons: { save, remove: workRefusals(claim, 'attribution:remove') },
  }
})
