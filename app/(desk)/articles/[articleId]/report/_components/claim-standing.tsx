import { useTranslations } from 'next-intl'
import { Pill } from '@/app/_ui/pill'
import { RatingPill } from '@/app/(desk)/_components/claims/rating-pill'
import { type ReportClaim, shownVerdict } from '@/lib/reports/report-claim'
import classes from '../report.module.css'

/** The verdict in one glance: as such once it is approved, else plainly a draft beside what is proposed. */
export function ClaimStanding({ claim }: { claim: ReportClaim }) {
  const t = useTranslations('report')
  const verdict = shownVerdict(claim)
  if (verdict?.isApproved && !claim.isDraft) return <RatingPill rating={verdict.rating} />
  return (
    <span className={classes.standing}>
      <Pill tone="warning" look="soft">
        {verdict ? t('notApproved') : t('noVerdict')}
      </Pill>
      {verdict && (
        <span>
          {t('proposed')} <RatingPill rating={verdict.rating} look="plain" />
        </span>
      )}
    </span>
  )
}
