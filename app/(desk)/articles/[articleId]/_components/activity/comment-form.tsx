'use client'

import { Textarea } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { UnsavedNote } from '@/app/_ui/unsaved/unsaved-note'
import { useUnsaved } from '@/app/_ui/unsaved/use-unsaved'
import { addCommentAction } from '@/app/(desk)/_actions/comments'
import type { Reason } from '@/lib/errors'
import { FormError } from '../../../../../_ui/form-error'
import { ReasonedButton } from '../../../../../_ui/reasoned-button'
import { useAction } from '../../../../../_ui/use-action'
import { markSaved } from '../workbench/use-unsaved-guard'
import classes from './activity.module.css'

export function CommentForm({ claimId, reasons }: { claimId: string; reasons: readonly Reason[] }) {
  const t = useTranslations('activity')
  const [body, setBody] = useState('')
  const form = useRef<HTMLFormElement>(null)
  const unsaved = useUnsaved('comment', { of: claimId, value: body, take: setBody })
  const { run, pending, error, errorAt } = useAction(addCommentAction, {
    unsaved,
    onSuccess: () => {
      setBody('')
      if (form.current) markSaved(form.current)
    },
  })
  return (
    <form
      ref={form}
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        void run({ id: uuidv7(), claimId, body })
      }}
    >
      <FormError error={error} />
      <UnsavedNote of={unsaved} />
      <Textarea
        label={t('yourComment')}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
        error={errorAt('body')}
        autosize
        minRows={2}
        maxRows={12}
      />
      <ReasonedButton type="submit" reasons={reasons} loading={pending}>
        {t('add')}
      </ReasonedButton>
    </form>
  )
}
