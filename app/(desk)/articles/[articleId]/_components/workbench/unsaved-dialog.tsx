'use client'

import { useTranslations } from 'next-intl'
import { ConfirmDialog } from '@/app/_ui/confirm-dialog'

interface UnsavedDialogProps {
  opened: boolean
  onStay: () => void
  onLeave: () => void
}

/** Asks before something typed and not saved is given up. */
export function UnsavedDialog({ opened, onStay, onLeave }: UnsavedDialogProps) {
  const t = useTranslations('workbench.unsaved')
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onStay}
      title={t('title')}
      confirmLabel={t('leave')}
      cancelLabel={t('stay')}
      onConfirm={onLeave}
      destructive
    >
      {t('text')}
    </ConfirmDialog>
  )
}
