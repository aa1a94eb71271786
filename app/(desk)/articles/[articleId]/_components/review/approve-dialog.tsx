'use client'

import { Text, Textarea } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import type { Reason } from '@/lib/errors'
import { ConfirmDialog } from '../../../../../_ui/confirm-dialog'
import { Note } from '../../../../../_ui/note'
import { useAction } from '../../../../../_ui/use-action'
import { useReasonText } from '../../../../../_ui/use-reason-text'
import { approveClaimAction } from '../../actions/review'
import classes from './review.module.css'

type Props = {
  claimId: string
  verdictId: string
  claimRevision: number
  lacking: readonly Reason[]
  rivals: ReactNode
  onClose: () => void
}

/** Approves the verdict that is on the screen; where origins are lacking, asks why one source is the only relevant one. */
export function ApproveDialog({ claimId, verdictId, claimRevision, lacking, rivals, onClose }: Props) {
  const t = useTranslations('review')
  const text = useReasonText()
  const [why, setWhy] = useState('')
  const { run, pending, error } = useAction(approveClaimAction, { onSuccess: onClose })
  const approve = () => run({ id: claimId, verdictId, claimRevision, singleSourceReason: why })
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('dialog.approve.title')}
      confirmLabel={t('dialog.approve.confirm')}
      onConfirm={() => void approve()}
      pending={pending}
      error={error}
    >
      <div className={classes.fields}>
        <Text size="sm">{t('dialog.approve.text')}</Text>
        {rivals}
        {lacking.length > 0 && (
          <>
            <Note title={t('dialog.approve.lacking')}>{lacking.map(text).join(' ')}</Note>
            <Textarea
              label={t('dialog.approve.why')}
              description={t('dialog.approve.whyHelp')}
              value={why}
              onChange={(event) => setWhy(event.currentTarget.value)}
              autosize
              minRows={2}
              maxRows={8}
              data-autofocus
            />
          </>
        )}
      </div>
    </ConfirmDialog>
  )
}
