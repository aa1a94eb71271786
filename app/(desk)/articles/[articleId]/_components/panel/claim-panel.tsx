import { Skeleton } from '@mantine/core'
import { type ComponentType, Suspense } from 'react'
import type { PanelTab } from '@/app/(desk)/_components/claims/panel-tab'
import type { ChangeCount } from '@/lib/verdicts/attention'
import type { PanelClaim } from '../../_data/panel-claim'
import { ActivityTab } from '../activity/activity-tab'
import { AttributionTab } from '../attribution/attribution-tab'
import { ChainHint } from '../attribution/chain-hint'
import { ClaimTab } from '../claim/claim-tab'
import { EvidenceTab } from '../evidence/evidence-tab'
import { ReviewBar } from '../review/review-bar'
import { AttentionFlag } from '../verdict/attention-flag'
import { VerdictTab } from '../verdict/verdict-tab'
import { ClaimHeading } from './claim-heading'
import classes from './panel.module.css'
import { PanelTabs } from './panel-tabs'

type TabProps = { of: PanelClaim }

const CONTENT: Record<PanelTab, ComponentType<TabProps>> = {
  claim: ClaimTab,
  attribution: AttributionTab,
  evidence: EvidenceTab,
  verdict: VerdictTab,
  activity: ActivityTab,
}

/** The selected claim: its tabs, what the open one holds, and the moves of its review at the foot. */
export function ClaimPanel({
  of,
  tab,
  evidenceCount,
  attention,
}: TabProps & { tab: PanelTab; evidenceCount: number; attention: readonly ChangeCount[] }) {
  const Content = CONTENT[tab]
  const { claim } = of
  return (
    <>
      <AttentionFlag claimId={claim.id} counts={attention} />
      <PanelTabs claimId={claim.id} tab={tab} evidenceCount={evidenceCount} />
      <div className={classes.body}>
        <ClaimHeading claim={claim} />
        <div className={classes.content}>
          {tab !== 'attribution' && (
            <Suspense key={`chains ${claim.id}`} fallback={null}>
              <ChainHint of={of} shown={tab === 'claim'} />
            </Suspense>
          )}
          {/* Keyed by claim, so that no form of one claim is carried over to the next. */}
          <Suspense key={`${claim.id} ${tab}`} fallback={<Skeleton height={120} />}>
            <Content key={`${claim.id} ${tab}`} of={of} />
          </Suspense>
        </div>
      </div>
      <div className={classes.foot}>
        <Suspense fallback={null}>
          <ReviewBar of={of} />
        </Suspense>
      </div>
    </>
  )
}
