'use client'

import { useDisclosure } from '@mantine/hooks'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { RefusalReason } from '@/app/_ui/action-result'
import { ConfirmDialog } from '@/app/_ui/confirm-dialog'
import { ReasonedButton } from '@/app/_ui/reasoned-button'
import { useAction } from '@/app/_ui/use-action'
import { newId } from '@/lib/new-id'
import type { PartView } from '@/lib/sources/queries/parts'
import { previewPartRemovalAction, removePartAction, setPartAction } from '../../../_actions/sources'
import { useUndoNotice } from '../../../_components/undo-notice'
import { PartPreview, type PreviewState } from './part-preview'

interface RemovePartButtonProps {
  part: Pick<PartView, 'id' | 'since' | 'until' | 'reason'> & { sourceId: string; wholeId: string }
  names: { part: string; whole: string }
  reasons: readonly RefusalReason[]
}

/** Takes back that one is part of the other, after showing which counts change. */
export function RemovePartButton({ part: { id, ...part }, names, reasons }: RemovePartButtonProps) {
  const t = useTranslations('sources.parts')
  const notice = useUndoNotice()
  const [opened, { open, close }] = useDisclosure(false)
  const [preview, setPreview] = useState<PreviewState>(null)
  const { run, pending, error, clearError } = useAction(removePartAction, {
    onSuccess: () => {
      close()
      notice(t('removed', names), () => setPartAction({ commandId: newId(), id: newId(), ...part }))
    },
  })
  const begin = async () => {
    clearError()
    setPreview(null)
    open()
    const answer = await previewPartRemovalAction(id).catch(() => null)
    setPreview(answer?.ok ? answer.value : 'failed')
  }
  return (
    <>
      <ReasonedButton size="xs" reasons={reasons} onClick={begin} aria-label={t('removeOf', names)}>
        {t('remove')}
      </ReasonedButton>
      <ConfirmDialog
        opened={opened}
        onClose={close}
        title={t('removeTitle')}
        confirmLabel={t('removeConfirm')}
        cancelLabel={t('keep')}
        onConfirm={() => run({ id })}
        pending={pending}
        error={error}
      >
        <p>{t('removeText', names)}</p>
        <PartPreview preview={preview} />
      </ConfirmDialog>
    </>
  )
}
