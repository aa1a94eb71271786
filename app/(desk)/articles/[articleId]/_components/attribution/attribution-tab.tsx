import type { ClaimView } from '@/lib/claims/queries'
import { IndependenceBox } from '../independence/independence-box'
import { SharedPassagesNote } from '../passages/shared-passages-note'
import classes from './attribution.module.css'
import { AttributionPanel } from './attribution-panel'
import { chainsOf } from './chains-of'

/** Who says so, through whom: the chains of the selected claim, and how many origins they come to. */
export async function AttributionTab({ claim }: { claim: ClaimView; articleId: string }) {
  const parts = await chainsOf(claim)
  return (
    <div className={classes.tab}>
      <IndependenceBox claim={claim} />
      <SharedPassagesNote claim={claim} />
      <AttributionPanel key={claim.id} claim={claim} {...parts} />
    </div>
  )
}
