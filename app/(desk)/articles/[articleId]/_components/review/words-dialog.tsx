'use client'

import { Textarea } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { UnsavedNote } from '@/app/_ui/unsaved/unsaved-note'
import { useUnsaved } from '@/app/_ui/unsaved/use-unsaved'
import type { ActionResult } from '../../../../../_ui/action-result'
import { ConfirmDialog } from '../../../../../_ui/confirm-dialog'
import { useAction } from '../../../../../_ui/use-action'

type Props<Input extends { commandId: string }, T> = {
  claimId: string
  move: 'return' | 'drop' | 'reopen' | 'restore'
  action: (input: Input) => Promise<ActionResult<T>>
  input: (words: string) => Input extends unknown ? Omit<Input, 'commandId'> : never
  onClose: () => void
}

/** Asks for the comment or the reason that a move needs. What was written stays when the server refuses. */
export function WordsDialog<Input extends { commandId: string }, T>({
  claimId,
  move,
  action,
  input,
  onClose,
}: Props<Input, T>) {
  const t = useTranslations('review')
  const [words, setWords] = useState('')
  const unsaved = useUnsaved(`move ${move}`, { of: claimId, value: words, take: setWords })
  const { run, pending, error, errorAt } = useAction(action, { unsaved, onSuccess: onClose })
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t(`dialog.${move}.title`)}
      confirmLabel={t(`dialog.${move}.confirm`)}
      onConfirm={() => void run(input(words))}
      pending={pending}
      error={error}
      destructive={move === 'drop'}
    >
      <UnsavedNote of={unsaved} />
      <Textarea
        label={t(`dialog.${move}.words`)}
        description={t(`dialog.${move}.help`)}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        error={errorAt(move === 'return' ? 'comment' : 'reason')}
        autosize
        minRows={3}
        maxRows={10}
        data-autofocus
        required
      />
    </ConfirmDialog>
  )
}
