import { useTranslations } from 'next-intl'
import { EmptyState } from '@/app/_ui/empty-state'
import { LinkButton } from '@/app/_ui/link-button'
import type { VerdictReport } from '@/lib/reports/report'
import classes from '../report.module.css'
import { ClaimSection } from './claim-section'
import { DroppedClaims } from './dropped-claims'
import { ReportContents } from './report-contents'
import { ReportHead } from './report-head'
import { ReportMethod } from './report-method'

/** A report as its page shows it, whole. */
export function ReportBody({ report }: { report: VerdictReport }) {
  const t = useTranslations('report')
  const { article, claims, dropped } = report
  return (
    <article className={classes.report}>
      <ReportHead report={report} />
      <ReportMethod report={report} />
      {claims.length > 1 && <ReportContents claims={claims} />}
      {claims.map((claim) => (
        <ClaimSection key={claim.id} claim={claim} severalVersions={article.versions.length > 1} />
      ))}
      {claims.length === 0 && (
        <EmptyState
          title={t('empty')}
          titleAs="h2"
          compact
          action={<LinkButton href={`/articles/${article.id}`}>{t('open')}</LinkButton>}
        >
          {t('emptyHow')}
        </EmptyState>
      )}
      {dropped.length > 0 && <DroppedClaims claims={dropped} />}
    </article>
  )
}
