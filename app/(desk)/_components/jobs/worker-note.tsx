import { useTranslations } from 'next-intl'
import type { Jobs } from '@/lib/jobs/queries/list-jobs'
import { Note } from '../../../_ui/note'
import classes from './jobs.module.css'

/** Whether anybody works on jobs; where nobody does, what to do. */
export function WorkerNote({ jobs: { workers, undone } }: { jobs: Jobs }) {
  const t = useTranslations('jobs')
  if (workers.length === 0)
    return (
      <Note tone="false" title={t('noWorker')}>
        {t.rich('noWorkerHelp', { command: (words) => <code>{words}</code> })}
      </Note>
    )
  return (
    <>
      <p className={classes.workers}>{t('workers', { count: workers.length })}</p>
      {undone.map((kind) => (
        <Note key={kind} title={t('undone', { kind: t(`kinds.${kind}`) })}>
          {t(kind === 'mail:sendLink' ? 'undoneMail' : 'undoneHelp')}
        </Note>
      ))}
    </>
  )
}
