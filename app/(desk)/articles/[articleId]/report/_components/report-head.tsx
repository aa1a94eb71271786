import { useTranslations } from 'next-intl'
import { LinkButton } from '@/app/_ui/link-button'
import { Note } from '@/app/_ui/note'
import reading from '@/app/_ui/reading.module.css'
import { WorldDateText } from '@/app/(desk)/_components/world-date-text'
import { LanguageName } from '@/app/(desk)/articles/_components/language-name'
import type { VerdictReport } from '@/lib/reports/report'
import classes from '../report.module.css'
import { CsvLink } from './csv-link'
import { PrintButton } from './print-button'
import { useSourceName } from './source-name'

/** Title, what is known of the text, how far the report is from being final, and the ways to take it along. */
export function ReportHead({ report }: { report: VerdictReport }) {
  const t = useTranslations('report')
  const sourceName = useSourceName()
  const { article, draft, project } = report
  const { published } = article
  const file = `/api/v1/articles/${article.id}/report?format=`
  return (
    <header>
      <div className={classes.top}>
        <p className={classes.kind}>
          {t('title')}
          {draft && <span className={classes.stamp}>{t('draft')}</span>}
        </p>
        <div className={classes.tools}>
          <PrintButton />
          <CsvLink href={`${file}csv`} />
          <LinkButton href={`${file}json`} external>
            {t('json')}
          </LinkButton>
        </div>
      </div>
      <h1 className={reading.title} translate="no" dir="auto">
        {article.title}
      </h1>
      <div className={reading.meta}>
        <span>{article.outlet ? sourceName(article.outlet) : t('outletUnknown')}</span>
        <span>
          <WorldDateText value={published} />
          {published && published.precision !== 'DAY' && published.precision !== 'RANGE' && ` ${t('dayUnknown')}`}
          {published?.verbatim && ` ${t('inTheText', { words: published.verbatim })}`}
        </span>
        <LanguageName code={article.language} />
      </div>
      <div className={classes.notes}>
        {project.kind === 'TRAINING' && (
          <Note tone="accent" title={t('training')}>
            {t('trainingMeaning')}
          </Note>
        )}
        <Standing report={report} />
      </div>
    </header>
  )
}

function Standing({ report: { draft, article, progress } }: { report: VerdictReport }) {
  const t = useTranslations('report')
  const { approved, total } = progress
  if (!draft)
    return (
      <Note tone="true" title={t('settled', { total })}>
        {t('settledMeaning')}
      </Note>
    )
  return (
    <Note tone="warning" title={total === 0 ? t('draftNone') : t('draftCount', { approved, total })}>
      {t('draftMeaning')} {!article.markingFinishedAt && t('markingOpen')}
    </Note>
  )
}
