import { useTranslations } from 'next-intl'
import type { ReportClaim } from '@/lib/reports/report-claim'
import { ChainSentence } from '../../_components/attribution/chain-sentence'
import classes from '../report.module.css'
import { ClaimOrigins } from './claim-origins'
import { spokenHops, useSourceName } from './source-name'

/** Who says so and through whom, a sentence a chain, and how many origins that makes. */
export function ClaimAttribution({ claim }: { claim: ReportClaim }) {
  const t = useTranslations('report')
  const sourceName = useSourceName()
  const { asserting, contradicting } = claim.origins
  const sum = ({ accounts, origins, undetermined }: typeof asserting) =>
    t('accounts', { accounts, origins }) + (undetermined > 0 ? t('undetermined', { undetermined }) : '')
  return (
    <div className={classes.part}>
      <h3>{t('attribution')}</h3>
      {claim.attributions.length === 0 && <p>{t('noAttribution')}</p>}
      {claim.attributions.map(({ id, hops }) => (
        <p key={id} className={classes.sentence}>
          <ChainSentence hops={spokenHops(hops, sourceName)} />
        </p>
      ))}
      {asserting.accounts > 0 && <p className={classes.sum}>{sum(asserting)}</p>}
      {contradicting.accounts > 0 && <p className={classes.sum}>{t('against', { sum: sum(contradicting) })}</p>}
      <ClaimOrigins claim={claim} />
    </div>
  )
}
