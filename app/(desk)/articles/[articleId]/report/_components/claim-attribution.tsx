import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { ChainSentence } from '@/app/(desk)/_components/claims/chain-sentence'
import type { ReportClaim } from '@/lib/reports/report-claim'
import classes from '../report.module.css'
import { ChainKnows } from './chain-knows'
import { ClaimOrigins } from './claim-origins'
import { HopFacts } from './hop-facts'
import { spokenHops, useSourceName } from './source-name'

/** Who says so and through whom, a sentence a chain, and how many origins that makes. */
export function ClaimAttribution({ claim }: { claim: ReportClaim }) {
  const t = useTranslations('report')
  const sourceName = useSourceName()
  const { asserting, contradicting } = claim.origins
  const counted = useTranslations('independence')
  const sum = ({ accounts, origins, undetermined, circles, roundUps }: typeof asserting) =>
    [
      t('appearances', { appearances: accounts, origins }) +
        (undetermined > 0 ? t('undetermined', { undetermined }) : ''),
      circles > 0 && counted('circles', { count: circles }),
      roundUps > 0 && counted('roundUps', { count: roundUps }),
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <div className={classes.part}>
      <h3>{t('attribution')}</h3>
      {claim.attributions.length === 0 && <p>{t('noAttribution')}</p>}
      {claim.attributions.map((chain) => (
        <Fragment key={chain.id}>
          <p className={classes.sentence}>
            <ChainSentence hops={spokenHops(chain.hops, sourceName)} knows={chain.knows} />
          </p>
          <ChainKnows chain={chain} />
          {chain.hops.length > 0 && <HopFacts hops={chain.hops} />}
        </Fragment>
      ))}
      {asserting.accounts > 0 && <p className={classes.sum}>{sum(asserting)}</p>}
      {contradicting.accounts > 0 && <p className={classes.sum}>{t('against', { sum: sum(contradicting) })}</p>}
      {contradicting.byConcerned > 0 && (
        <p className={classes.sum}>{counted('byConcerned', { count: contradicting.byConcerned })}</p>
      )}
      <ClaimOrigins claim={claim} />
    </div>
  )
}
