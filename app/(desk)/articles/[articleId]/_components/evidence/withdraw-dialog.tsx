'use client'

import { Textarea } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ConfirmDialog } from '@/app/_ui/confirm-dialog'
import { UnsavedNote } from '@/app/_ui/unsaved/unsaved-note'
import { useUnsaved } from '@/app/_ui/unsaved/use-unsaved'
import { useAction } from '@/app/_ui/use-action'
import { withdrawEvidenceAction } from '@/app/(desk)/_actions/evidence'
import type { EvidenceView } from '@/lib/evidence/queries'

/** Asks why before a piece of evidence is withdrawn; the reason may stay empty. */
export function WithdrawDialog({ item, onClose }: { item: EvidenceView; onClose: () => void }) {
  const t = useTranslations('evidence.withdraw')
  const [reason, setReason] = useState('')
  const unsaved = useUnsaved('withdrawEvidence', { of: item.id, version: item.version, value: reason, take: setReason })
  const { run, pending, error, errorAt } = useAction(withdrawEvidenceAction, { unsaved, onSuccess: onClose })
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
      <UnsavedNote of={unsaved} />
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
