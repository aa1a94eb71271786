import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { JobView } from '@/lib/jobs/queries/list-jobs'
import type { Subject } from '@/lib/jobs/queries/subjects'
import { DateText } from '../../../_ui/date-text'
import { ProgressMeter } from '../../../_ui/progress-meter'
import { useReasonText } from '../../../_ui/use-reason-text'
import classes from './jobs.module.css'

interface JobRowProps {
  job: JobView
  list: 'failed' | 'running' | 'waiting' | 'done'
  now: Date
  /** What can be done about it. */
  children?: ReactNode
}

function SubjectLink({ subject }: { subject: Subject }) {
  const t = useTranslations('jobs')
  if (subject.what === 'person') return t('toPerson', { name: subject.name })
  const [href, words] =
    subject.what === 'article'
      ? [`/articles/${subject.articleId}`, subject.title]
      : [`/articles/${subject.articleId}?claim=${subject.claimId}`, t('claim', { number: subject.number })]
  return (
    <Link href={href} dir="auto">
      {words}
    </Link>
  )
}

/** When: since when it runs, when its turn comes, when it ended. */
function When({ job, list, now }: Omit<JobRowProps, 'children'>) {
  const t = useTranslations('jobs')
  const { dueAt, startedAt, endedAt, worker } = job
  const at = (value: Date) => <DateText value={value} look="dateTime" />
  if (list === 'waiting') return dueAt <= now ? t('dueNow') : t.rich('dueAt', { when: () => at(dueAt) })
  if (list === 'running')
    return (
      <>
        {startedAt && t.rich('since', { when: () => at(startedAt) })}
        {worker !== null && <> · {t('byWorker', { number: worker })}</>}
      </>
    )
  const ended = job.reasons ? 'undoneAt' : 'doneAt'
  return <>{endedAt && t.rich(list === 'failed' ? 'failedAt' : ended, { when: () => at(endedAt) })}</>
}

/** One job: what it is about and for whom, when, how far or why not. */
export function JobRow({ job, list, now, children }: JobRowProps) {
  const t = useTranslations('jobs')
  const text = useReasonText()
  const { kind, subject, project, askedBy, tries, mostTries, reasons, progress } = job
  const showsTries = list === 'failed' || (list !== 'done' && tries > (list === 'running' ? 1 : 0))
  return (
    <li className={classes.row}>
      <div className={classes.main}>
        <div className={classes.what}>
          <span className={classes.kind}>{t(`kinds.${kind}`)}</span>
          {subject && (
            <span>
              <SubjectLink subject={subject} />
            </span>
          )}
        </div>
        <div className={classes.detail}>
          <When job={job} list={list} now={now} />
          {showsTries && <> · {t('tries', { tries, most: mostTries })}</>}
          {project && <> · {t('ofProject', { name: project })}</>}
          {askedBy && <> · {t('askedBy', { name: askedBy })}</>}
        </div>
        {reasons && (
          <div className={classes.reason} data-list={list}>
            {reasons.map(text).join(' ')}
          </div>
        )}
      </div>
      {progress && list === 'running' && (
        <ProgressMeter
          segments={[{ value: progress.done, tone: 'accent', label: t('progress') }]}
          total={progress.total}
          width={120}
        />
      )}
      {children}
    </li>
  )
}
