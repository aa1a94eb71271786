import { useTranslations } from 'next-intl'
import { DateText } from '@/app/_ui/date-text'
import type { VerdictReport } from '@/lib/reports/report'
import classes from '../report.module.css'

/** What the reader needs to replicate the report: whose, as of when, of which text, and what its words mean. */
export function ReportMethod({ report }: { report: VerdictReport }) {
  const t = useTranslations('report.method')
  const { project, generatedAt, article, format } = report
  return (
    <section className={classes.method} aria-labelledby="method">
      <h2 id="method">{t('title')}</h2>
      <dl className={classes.terms}>
        <dt>{t('project')}</dt>
        <dd dir="auto">{project.name}</dd>
        <dt>{t('at')}</dt>
        <dd>
          <DateText value={generatedAt} look="dateTime" />
        </dd>
        {article.originUrl && (
          <>
            <dt>{t('origin')}</dt>
            <dd>
              <a href={article.originUrl} rel="noopener noreferrer nofollow">
                {article.originUrl}
              </a>
            </dd>
          </>
        )}
        <dt>{t('version')}</dt>
        {article.versions.map(({ number, codePoints, sha256 }) => (
          <dd key={number}>
            {t('versionNumber', { number, count: codePoints })}
            <br />
            <span className={classes.hash}>SHA-256 {sha256}</span>
          </dd>
        ))}
        <dt>{t('review')}</dt>
        <dd>{t('reviewMeaning')}</dd>
        <dt>{t('offsets')}</dt>
        <dd>
          {t('offsetsMeaning')}{' '}
          <span className={classes.hash}>
            {format.name}/{format.version}
          </span>
        </dd>
      </dl>
    </section>
  )
}
