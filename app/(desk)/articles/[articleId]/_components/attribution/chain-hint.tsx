import type { ClaimView } from '@/lib/claims/queries'
import classes from './attribution.module.css'
import { ChainTools } from './chain-tools'
import { chainsOf, proposalsOf } from './chains-of'
import { Proposals } from './proposals'

/** On the tabs beside the attribution: the keys for chains; and, with `shown`, the proposal for a claim that has none. */
export async function ChainHint({ claim, shown }: { claim: ClaimView; shown: boolean }) {
  const { chains, copied, before, reasons } = await chainsOf(claim)
  const offered = shown && chains.length === 0 ? ((await proposalsOf(claim)) ?? []) : []
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
