import type { ClaimView } from '@/lib/claims/queries'
import type { PanelClaim } from '../../_data/panel-claim'
import { FiguresSection } from '../figures/figures-section'
import { RepliesSection } from '../replies/replies-section'
import { WarningSection } from '../warning/warning-section'
import { ClaimDetails } from './claim-details'
import { ClaimPassages } from './claim-passages'
import classes from './claim-tab.module.css'

const WITH_FIGURES: readonly ClaimView['category'][] = ['CASUALTIES', 'QUANTITY']

/** The claim itself: what is checked, its words and passages, and what its category has of its own. */
export function ClaimTab({ of }: { of: PanelClaim }) {
  const { claim } = of
  return (
    <div className={classes.tab}>
      <ClaimDetails claim={claim} />
      <ClaimPassages claim={claim} />
      {WITH_FIGURES.includes(claim.category) && <FiguresSection of={of} />}
      {claim.category === 'THREAT_WARNING' && <WarningSection claim={claim} />}
      <RepliesSection claim={claim} />
    </div>
  )
}
