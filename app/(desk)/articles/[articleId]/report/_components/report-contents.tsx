import { useTranslations } from 'next-intl'
import { Glyph } from '@/app/_ui/glyph'
import { type ReportClaim, shownVerdict } from '@/lib/reports/report-claim'
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
            <a href={`#claim-${claim.number}`} dir="auto">
              {claim.wording}
            </a>
            <span className={classes.standing}>
              <ClaimStanding claim={claim} />
              {(shownVerdict(claim)?.needsAttention.length ?? 0) > 0 && <Attention />}
            </span>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Attention() {
  const t = useTranslations('attention')
  return (
    <span className={classes.attention}>
      <Glyph shape="warning" tone="warning" /> {t('title')}
    </span>
  )
}
