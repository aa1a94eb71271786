import { useTranslations } from 'next-intl'
import type { ReportClaim } from '@/lib/reports/report-claim'
import classes from '../report.module.css'
import { ClaimStanding } from './claim-standing'

/** All claims with their verdicts on one page, each leading to its own. */
export function ReportContents({ claims }: { claims: readonly ReportClaim[] }) {
  const t = useTranslations('report')
  return (
    <nav className={classes.contents} aria-labelledby="contents">
      <h2 id="contents">{t('contents')}</h2>
      <ul>
        {claims.map((claim) => (
          <li key={claim.id}>
            <span className={classes.number}>{claim.number}</span>
            <a href={`#claim-${claim.number}`}>{claim.wording}</a>
            <ClaimStanding claim={claim} />
          </li>
        ))}
      </ul>
    </nav>
  )
}
