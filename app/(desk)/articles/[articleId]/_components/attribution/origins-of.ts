import { cache } from 'react'
import { getCtx } from '@/app/_server/actor'
import { countOriginsOfClaim } from '@/lib/independence/queries/origin-counts'

/** The origins of a claim, counted once for all parts of a panel. */
export const originsOf = cache(async (claimId: string) => countOriginsOfClaim(await getCtx(), claimId))
