'use client'

import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useTranslations } from 'next-intl'
import type { RefusalReason } from '@/app/_ui/action-result'
import { ConfirmDialog } from '@/app/_ui/confirm-dialog'
import { ReasonedButton } from '@/app/_ui/reasoned-button'
import { useAction } from '@/app/_ui/use-action'
import { undoMergeAction } from '../../../_actions/sources'

interface UndoMergeButtonProps {
  id: string
  kept: string
  dropped: string
  reasons: readonly RefusalReason[]
}

/** Takes a merge back after asking, and tells how much went back. */
export function UndoMergeButton({ id, kept, dropped, reasons }: UndoMergeButtonProps) {
  const t = useTranslations('sources.merge')
  const [opened, { open, close }] = useDisclosure(false)
  const { run, pending, error, clearError } = useAction(undoMergeAction, {
    onSuccess: ({ moved, left }) => {
      close()
      notifications.show({
        message: [t('undoneNotice', { moved }), left > 0 && t('left', { left })].filter(Boolean).join(' '),
      })
    },
  })
  const begin = () => {
    clearError()
    open()
  }
  return (
    <>
      <ReasonedButton size="xs" reasons={reasons} onClick={begin} aria-label={t('undoOf', { dropped })}>
        {t('undo')}
      </ReasonedButton>
      <ConfirmDialog
        opened={opened}
        onClose={close}
        title={t('undoTitle')}
        confirmLabel={t('undo')}
        cancelLabel={t('keep')}
        onConfirm={() => run({ id })}
        pending={pending}
        error={error}
      >
        {t('undoText', { kept, dropped })}
      </ConfirmDialog>
    </>
  )
}
