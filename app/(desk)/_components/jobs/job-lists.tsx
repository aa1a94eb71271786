'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useRef, useState } from 'react'
import type { BoundedCount } from '@/lib/database/bounded-count'
import type { Jobs, JobView } from '@/lib/jobs/queries/list-jobs'
import type { JobScope } from '@/lib/jobs/schema'
import { EmptyState } from '../../../_ui/empty-state'
import { Section } from '../../../_ui/section'
import { JobRow } from './job-row'
import classes from './jobs.module.css'
import { LookAgain } from './look-again'
import { RetryAllButtons, RetryButton } from './retry-buttons'
import { WorkerNote } from './worker-note'

interface JobListsProps {
  jobs: Jobs
  scope: JobScope
  mayRetry: boolean
}

type Listed = 'failed' | 'running' | 'waiting' | 'done'

/** When it is worth looking again: soon while something runs or is due, by and by while something waits. */
function lookOf({ now, running, waiting, workers }: Jobs): 'soon' | 'later' | null {
  const isDue = workers.length > 0 && waiting.some(({ dueAt }) => dueAt.getTime() <= now.getTime() + 10_000)
  if (running.length > 0 || isDue) return 'soon'
  return waiting.length > 0 ? 'later' : null
}

/** What is worked on in the background: what failed first, as it asks for somebody. */
export function JobLists({ jobs, scope, mayRetry }: JobListsProps) {
  const t = useTranslations('jobs')
  const [said, setSaid] = useState('')
  const status = useRef<HTMLParagraphElement>(null)
  const { running, waiting, failed, done, counts } = jobs
  const look = lookOf(jobs)
  // What was pressed has gone with its row: whoever works by keyboard stands here then.
  const onRetried = (text: string) => {
    setSaid(text)
    status.current?.focus()
  }
  const list = (name: Listed, rows: readonly JobView[], count?: BoundedCount, actions?: ReactNode) =>
    rows.length > 0 && (
      <Section title={t(`lists.${name}`)} count={count} look="flush" actions={actions}>
        <ul className={classes.list}>
          {rows.map((job) => (
            <JobRow key={job.id} job={job} list={name} now={jobs.now}>
              {name === 'failed' && mayRetry && <RetryButton job={job} scope={scope} onRetried={onRetried} />}
            </JobRow>
          ))}
        </ul>
        {count && (count.more || count.count > rows.length) && (
          <p className={classes.rest}>{t('firstShown', { count: rows.length })}</p>
        )}
      </Section>
    )
  const isEmpty = [running, waiting, failed, done].every((rows) => rows.length === 0)
  return (
    <>
      {look && <LookAgain look={look} />}
      <WorkerNote jobs={jobs} />
      <p ref={status} role="status" tabIndex={-1} className={classes.said}>
        {said}
      </p>
      {list(
        'failed',
        failed,
        counts.failed,
        mayRetry && <RetryAllButtons kinds={jobs.failedKinds} scope={scope} onRetried={onRetried} />,
      )}
      {list('running', running)}
      {list('waiting', waiting, counts.waiting)}
      {list('done', done)}
      {isEmpty && <EmptyState title={t('nothing')}>{t('nothingHelp')}</EmptyState>}
    </>
  )
}
