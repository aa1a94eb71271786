import { permissionRefusals } from '@/lib/auth/permissions'
import { getCtx } from '../../../../../_server/actor'
import { type PanelClaim, reviewOf, rivalsOf } from '../../_data/panel-claim'
import { Rivals } from '../figures/rivals'
import { ReviewActions } from './review-actions'

/** The foot of a claim's panel: the moves that its state offers, each with what still stands against it. */
export async function ReviewBar({ of }: { of: PanelClaim }) {
  const { claim } = of
  const ctx = await getCtx()
  const review = await reviewOf(of)
  // Only whoever approves is shown them.
  const rivals = claim.state === 'IN_REVIEW' ? await rivalsOf(of) : []
  const canPlan = claim.assignment !== null && permissionRefusals('claim:plan', claim.facts).length === 0
  return (
    <ReviewActions
      // A claim that moved has other buttons: an open dialog of the state before must not stay.
      key={`${claim.id}-${claim.state}`}
      claim={claim}
      review={review}
      canPlan={canPlan}
      me={ctx.actor.userId ?? ''}
      rivals={<Rivals claimId={claim.id} rivals={rivals} />}
    />
  )
}
