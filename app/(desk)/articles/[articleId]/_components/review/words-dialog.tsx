'use client'

import { Textarea } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ActionResult } from '../../../../../_ui/action-result'
import { ConfirmDialog } from '../../../../../_ui/confirm-dialog'
import { useAction } from '../../../../../_ui/use-action'

type Props<Input extends { commandId: string }, T> = {
  move: 'return' | 'drop' | 'reopen' | 'restore'
  action: (input: Input) => Promise<ActionResult<T>>
  input: (words: string) => Input extends unknown ? Omit<Input, 'commandId'> : never
  onClose: () => void
}

/** Asks for the comment or the reason that a move needs. What was written stays when the server refuses. */
export function WordsDialog<Input extends { commandId: string }, T>({ move, action, input, onClose }: Props<Input, T>) {
  const t = useTranslations('review')
  const [words, setWords] = useState('')
  const { run, pending, error, errorAt } = useAction(action, { onSuccess: onClose })
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
