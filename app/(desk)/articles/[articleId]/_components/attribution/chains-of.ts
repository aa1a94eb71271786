import { cache } from 'react'
import { getCtx } from '@/app/_server/actor'
import { inTime } from '@/app/_server/in-time'
import { listAttributions } from '@/lib/attributions/queries'
import { findChainBefore, listProposals } from '@/lib/attributions/queries/proposals'
import type { ClaimView } from '@/lib/claims/queries'
import { listFigures } from '@/lib/figures/queries'
import { originsOf } from './origins-of'
import { workRefusals } from './work-refusals'

/** All about who says so that a claim's panel shows: its chains, and who spoke before. */
export const chainsOf = cache(async (claim: ClaimView) => {
  const ctx = await getCtx()
  const [chains, before, figures, { questions }] = await Promise.all([
    listAttributions(ctx, claim.id),
    findChainBefore(ctx, claim),
    listFigures(ctx, claim.id),
    originsOf(claim.id),
  ])
  return {
    ...{ chains, before, questions },
    hasTally: figures.some(({ basis }) => basis === 'TALLY'),
    copied: chains.map(({ id, hops }) => ({ id, hopCount: hops.length, claimNumber: claim.number })),
    reasons: { save: workRefusals(claim, 'attribution:save'), remove: workRefusals(claim, 'attribution:remove') },
  }
})

/** What the text suggests beside them; null when it could not be read in time. Who cannot take a proposal is shown none. */
export const proposalsOf = cache(async (claim: ClaimView) => {
  const { chains, reasons } = await chainsOf(claim)
  return reasons.save.length === 0 ? inTime(listProposals(await getCtx(), claim, chains)) : []
})
