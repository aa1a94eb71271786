'use client'

import { Button, Checkbox } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ConfirmDialog } from '@/app/_ui/confirm-dialog'
import { FormError } from '@/app/_ui/form-error'
import { useAction } from '@/app/_ui/use-action'
import { acceptFilesAction, cancelBatchAction, retryFilesAction, undoBatchAction } from '@/app/(desk)/_actions/import'
import type { ImportBatchDetails } from '@/lib/import/queries/batches'
import classes from '../../../_components/intake/intake.module.css'

interface BatchDeedsProps {
  batch: ImportBatchDetails
  mend: boolean
  onMend: (mend: boolean) => void
  onSaid: (text: string) => void
}

/** What can be done with all files that came together. */
export function BatchDeeds({ batch, mend, onMend, onSaid }: BatchDeedsProps) {
  const t = useTranslations('import.many')
  const { id, counts, cancelledAt, undoneAt } = batch
  const [asked, setAsked] = useState<'cancel' | 'undo' | null>(null)
  const close = () => setAsked(null)
  const retrying = useAction(retryFilesAction, { onSuccess: ({ count }) => onSaid(t('said.retry', { count })) })
  const accepting = useAction(acceptFilesAction, { onSuccess: ({ count }) => onSaid(t('said.accept', { count })) })
  const after = (text: string) => {
    close()
    onSaid(text)
  }
  const cancelling = useAction(cancelBatchAction, { onSuccess: ({ count }) => after(t('said.cancel', { count })) })
  const undoing = useAction(undoBatchAction, { onSuccess: ({ undone }) => after(t('said.undo', { count: undone })) })
  const left = counts.WAITING + counts.DOUBTFUL
  return (
    <>
      <FormError error={retrying.error ?? accepting.error} />
      {batch.hasMisread && !undoneAt && (
        <Checkbox label={t('mend')} checked={mend} onChange={(event) => onMend(event.currentTarget.checked)} mb="sm" />
      )}
      <div className={classes.deeds}>
        {counts.DOUBTFUL > 0 && !undoneAt && (
          <Button loading={accepting.pending} onClick={() => void accepting.run({ id, files: null, mend })}>
            {t('acceptAll', { count: counts.DOUBTFUL })}
          </Button>
        )}
        {batch.mayRetry && !undoneAt && (
          <Button loading={retrying.pending} onClick={() => void retrying.run({ id })}>
            {t('retry', { count: counts.FAILED })}
          </Button>
        )}
        {(left > 0 || batch.mayRetry) && !cancelledAt && !undoneAt && (
          <Button onClick={() => setAsked('cancel')}>{t('cancel')}</Button>
        )}
        {counts.SAVED > 0 && !undoneAt && <Button onClick={() => setAsked('undo')}>{t('undo')}</Button>}
      </div>
      <ConfirmDialog
        opened={asked === 'cancel'}
        onClose={close}
        title={t('cancelTitle')}
        confirmLabel={t('cancel')}
        onConfirm={() => void cancelling.run({ id })}
        pending={cancelling.pending}
        error={cancelling.error}
      >
        {t('cancelText', { count: left })}
      </ConfirmDialog>
      <ConfirmDialog
        opened={asked === 'undo'}
        onClose={close}
        title={t('undoTitle')}
        confirmLabel={t('undo')}
        onConfirm={() => void undoing.run({ id })}
        pending={undoing.pending}
        error={undoing.error}
        destructive
      >
        {t('undoText', { count: counts.SAVED })}
      </ConfirmDialog>
    </>
  )
}
