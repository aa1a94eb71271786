import { getCtx } from '@/app/_server/actor'
import { listAttributions } from '@/lib/attributions/queries'
import type { ClaimView } from '@/lib/claims/queries'
import { IndependenceBox } from '../independence/independence-box'
import classes from './attribution.module.css'
import { AttributionPanel } from './attribution-panel'
import { workRefusals } from './work-refusals'

/** Who says so, through whom: the chains of the selected claim, and how many origins they come to. */
export async function AttributionTab({ claim }: { claim: ClaimView; articleId: string }) {
  const chains = await listAttributions(await getCtx(), claim.id)
  return (
    <div className={classes.tab}>
      <IndependenceBox claim={claim} />
      <AttributionPanel
        key={claim.id}
        claim={claim}
        chains={chains}
        reasons={{ save: workRefusals(claim, 'attribution:save'), remove: workRefusals(claim, 'attribution:remove') }}
      />
    </div>
  )
}
