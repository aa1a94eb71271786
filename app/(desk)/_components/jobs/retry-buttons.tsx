'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { Jobs, JobView } from '@/lib/jobs/queries/list-jobs'
import type { JobScope } from '@/lib/jobs/schema'
import { FormError } from '../../../_ui/form-error'
import { useAction } from '../../../_ui/use-action'
import { retryFailedJobsAction, retryJobAction } from '../../_actions/jobs'
import classes from './jobs.module.css'

interface Retrying {
  scope: JobScope
  /** Called with what was done, in words. */
  onRetried: (text: string) => void
}

export function RetryButton({ job, scope, onRetried }: Retrying & { job: JobView }) {
  const t = useTranslations('jobs')
  const kind = t(`kinds.${job.kind}`)
  const { run, pending, error } = useAction(retryJobAction, { onSuccess: () => onRetried(t('retried', { kind })) })
  const { subject } = job
  const about = subject?.what === 'person' ? subject.name : subject?.what === 'article' ? subject.title : ''
  return (
    <div className={classes.deed}>
      <FormError error={error} />
      <Button
        size="xs"
        loading={pending}
        onClick={() => void run({ scope, id: job.id })}
        aria-label={t('retryOf', { kind, about: about || 'none' })}
      >
        {t('retry')}
      </Button>
    </div>
  )
}

/** One for each kind of which several have failed: a single one has its own button. */
export function RetryAllButtons({ kinds, ...rest }: Retrying & { kinds: Jobs['failedKinds'] }) {
  return (
    <div className={classes.deeds}>
      {kinds
        .filter(({ count }) => count.count > 1)
        .map((each) => (
          <RetryAllButton key={each.kind} failed={each} {...rest} />
        ))}
    </div>
  )
}

function RetryAllButton({ failed, scope, onRetried }: Retrying & { failed: Jobs['failedKinds'][number] }) {
  const t = useTranslations('jobs')
  const kind = t(`kinds.${failed.kind}`)
  const { run, pending, error } = useAction(retryFailedJobsAction, {
    onSuccess: ({ count }) => onRetried(t('retriedAll', { kind, count })),
  })
  return (
    <div className={classes.deed}>
      <FormError error={error} />
      <Button size="xs" loading={pending} onClick={() => void run({ scope, kind: failed.kind })}>
        {t('retryAll', { kind })}
      </Button>
    </div>
  )
}
