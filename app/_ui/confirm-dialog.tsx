'use client'

import { Button, Group, Modal } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ActionError } from './action-result'
import { FormError } from './form-error'

interface ConfirmDialogProps {
  opened: boolean
  onClose: () => void
  title: ReactNode
  /** What will happen; may hold fields, such as the reason for doing it. */
  children: ReactNode
  /** The deed in words, never "OK". */
  confirmLabel: ReactNode
  /** Where staying needs its own word; default "Cancel". */
  cancelLabel?: ReactNode
  onConfirm: () => void
  pending?: boolean
  error?: ActionError | null
  /** Colours the deed as one that takes something away. */
  destructive?: boolean
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  const t = useTranslations('ui')
  const { opened, onClose, title, children, confirmLabel, cancelLabel, onConfirm, pending, error, destructive } = props
  return (
    <Modal opened={opened} onClose={onClose} title={title}>
      <form
        // The server refuses in the person's language, and names every reason.
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          // A dialog opened from within a form is its child in React's tree, although not in the page.
          event.stopPropagation()
          onConfirm()
        }}
      >
        <FormError error={error} />
        <div>{children}</div>
        <Group justify="flex-end" gap="xs" mt="lg">
          <Button onClick={onClose}>{cancelLabel ?? t('cancel')}</Button>
          <Button type="submit" variant="filled" color={destructive ? 'false' : undefined} loading={pending}>
            {confirmLabel}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
