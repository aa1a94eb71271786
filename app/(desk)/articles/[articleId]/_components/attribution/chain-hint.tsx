import { chainToolsOf, type PanelClaim, proposalsOf } from '../../_data/panel-claim'
import classes from './attribution.module.css'
import { ChainTools } from './chain-tools'
import { Proposals } from './proposals'

/** On the tabs beside the attribution: the keys for chains; and, with `shown`, the proposal for a claim that has none. */
export async function ChainHint({ of, shown }: { of: PanelClaim; shown: boolean }) {
  const { claim } = of
  const { copied, before, reasons } = await chainToolsOf(of)
  const offered = shown && copied.length === 0 ? ((await proposalsOf(of, [])) ?? []) : []
  return (
    <>
      <ChainTools key={claim.id} claimId={claim.id} chains={copied} before={before} refusals={reasons.save} />
      {offered.length > 0 && (
        <div className={classes.hint}>
          <Proposals claimId={claim.id} proposals={offered} refusals={reasons.save} most={1} />
        </div>
      )}
    </>
  )
}
