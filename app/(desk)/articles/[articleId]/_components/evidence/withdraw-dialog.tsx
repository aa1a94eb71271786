'use client'

import { Textarea } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ConfirmDialog } from '@/app/_ui/confirm-dialog'
import { useAction } from '@/app/_ui/use-action'
import { withdrawEvidenceAction } from '@/app/(desk)/_actions/evidence'
import type { EvidenceView } from '@/lib/evidence/queries'

/** Asks why before a piece of evidence is withdrawn; the reason may stay empty. */
export function WithdrawDialog({ item, onClose }: { item: EvidenceView; onClose: () => void }) {
  const t = useTranslations('evidence.withdraw')
  const [reason, setReason] = useState('')
  const { run, pending, error, errorAt } = useAction(withdrawEvidenceAction, { onSuccess: onClose })
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('title')}
      confirmLabel={t('confirm')}
      destructive
      pending={pending}
      error={error}
      onConfirm={() => void run({ id: item.id, version: item.version, reason })}
    >
      <p>{t('text')}</p>
      <Textarea
        label={t('reason')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={1000}
        data-autofocus
        value={reason}
        error={errorAt('reason')}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmDialog>
  )
}
