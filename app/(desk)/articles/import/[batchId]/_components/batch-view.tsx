'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { EmptyState } from '@/app/_ui/empty-state'
import { Note } from '@/app/_ui/note'
import { PageLinks } from '@/app/_ui/page-links'
import { ProgressMeter } from '@/app/_ui/progress-meter'
import { Section } from '@/app/_ui/section'
import type { ImportBatchDetails } from '@/lib/import/queries/batches'
import type { ImportState } from '@/prisma/generated/enums'
import { LookAgain } from '../../../../_components/jobs/look-again'
import classes from '../../../_components/intake/intake.module.css'
import { STATES } from '../../_components/batch-counts'
import { BatchDeeds } from './batch-deeds'
import { BatchFileRow } from './batch-file-row'

interface BatchViewProps {
  batch: ImportBatchDetails
  state: ImportState | null
}

/** Files that came together: how far they are read, what can be done with all, and a line for each. */
export function BatchView({ batch, state }: BatchViewProps) {
  const t = useTranslations('import.many')
  const { id, expected, counts, cancelledAt, undoneAt, files, pages } = batch
  const [mend, setMend] = useState(true)
  const [said, setSaid] = useState('')
  const status = useRef<HTMLParagraphElement>(null)
  // What was pressed may have gone with its row: whoever works by keyboard stands here then.
  const say = (text: string) => {
    setSaid(text)
    status.current?.focus()
  }
  const isEnded = cancelledAt !== null || undoneAt !== null
  const missing = isEnded ? 0 : expected - counts.received
  const done = counts.received - counts.WAITING
  const pathname = `/articles/import/${id}`
  return (
    <>
      {(counts.WAITING > 0 || missing > 0) && <LookAgain look={counts.WAITING > 0 ? 'soon' : 'later'} />}
      <Section title={t('title', { count: expected })} look="card">
        <div className={classes.notes}>
          <ProgressMeter
            segments={[{ value: done, tone: 'accent', label: t('line.SAVED') }]}
            total={Math.max(expected - (isEnded ? expected - counts.received : 0), 1)}
            label={t('read', { done, total: isEnded ? counts.received : expected })}
          />
          {counts.WAITING > 0 && (
            <p className={classes.hint}>{t.rich('waits', { jobs: (words) => <Link href="/jobs">{words}</Link> })}</p>
          )}
          {missing > 0 && <Note>{t('missing', { count: missing })}</Note>}
          {cancelledAt && !undoneAt && <Note>{t('cancelled')}</Note>}
          {undoneAt && <Note>{counts.SAVED > 0 ? t('undoneKept', { count: counts.SAVED }) : t('undone')}</Note>}
        </div>
        <p ref={status} role="status" tabIndex={-1} className={classes.said}>
          {said}
        </p>
        <BatchDeeds batch={batch} mend={mend} onMend={setMend} onSaid={say} />
      </Section>
      <nav aria-label={t('states')}>
        <ul className={classes.stateLinks}>
          {[null, ...STATES.filter((each) => counts[each] > 0 || each === state)].map((each) => (
            <li key={each ?? 'all'}>
              <Link
                href={each ? { pathname, query: { state: each } } : pathname}
                aria-current={each === state ? 'true' : undefined}
              >
                {each ? t(`state.${each}`) : t('all')} ({each ? counts[each] : counts.received})
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Section title={t('files')} count={state ? counts[state] : counts.received} look="flush">
        {files.length === 0 ? (
          <EmptyState title={t('none')} compact>
            {t('noneHelp')}
          </EmptyState>
        ) : (
          <ul className={classes.fileRows}>
            {files.map((file) => (
              <BatchFileRow key={file.id} batchId={id} file={file} mend={mend} onSaid={say} />
            ))}
          </ul>
        )}
      </Section>
      <PageLinks pages={pages} label={t('pages')} pathname={pathname} query={state ? { state } : {}} />
    </>
  )
}
