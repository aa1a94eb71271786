'use client'

import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { FormError } from '@/app/_ui/form-error'
import { UnsavedNote } from '@/app/_ui/unsaved/unsaved-note'
import { useUnsaved } from '@/app/_ui/unsaved/use-unsaved'
import { useAction } from '@/app/_ui/use-action'
import { useInView } from '@/app/_ui/use-in-view'
import { saveReplyAction } from '@/app/(desk)/_actions/replies'
import { SourcePicker } from '@/app/(desk)/_components/source-picker'
import type { ReplyView } from '@/lib/replies/queries'
import { REPLY_OUTCOMES, WITH_ANSWER } from '@/lib/replies/schema'
import type { SourceValue } from '@/lib/sources/schema'
import classes from './replies.module.css'

interface ReplyFormProps {
  claimId: string
  /** null: a new one. */
  reply: ReplyView | null
  onClose: () => void
}

/** A request for a reply, new or changed; what was typed stays when it is refused. */
export function ReplyForm({ claimId, reply, onClose }: ReplyFormProps) {
  const t = useTranslations('reply')
  const label = useTranslations('replyOutcome')
  const form = useInView<HTMLFormElement>()
  const [id] = useState(() => reply?.id ?? uuidv7())
  // The version that this person began from: a colleague's later one is a conflict, not lost.
  const [version] = useState(reply?.version ?? null)
  const [source, setSource] = useState<SourceValue | null>(reply?.source ?? null)
  const [outcome, setOutcome] = useState(reply?.outcome ?? 'WAITING')
  const [texts, setTexts] = useState({
    askedOn: reply?.askedOn ?? '',
    note: reply?.note ?? '',
    answeredOn: reply?.answeredOn ?? '',
    answer: reply?.answer ?? '',
  })
  const unsaved = useUnsaved('reply', {
    of: reply?.id ?? claimId,
    version,
    value: { source, outcome, texts },
    take: (kept) => {
      setSource(kept.source)
      setOutcome(kept.outcome)
      setTexts(kept.texts)
    },
  })
  const { run, pending, error, errorAt } = useAction(saveReplyAction, { unsaved, onSuccess: onClose })
  const text = (field: keyof typeof texts) => ({
    value: texts[field],
    error: errorAt(field),
    // Read at once: by the time of the updater the event has lost its target.
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      setTexts((before) => ({ ...before, [field]: value })),
  })
  const wasAsked = outcome !== 'NOT_ASKED'
  return (
    <form
      ref={form}
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void run({ id, claimId, version, sourceId: source?.id ?? '', outcome, ...texts })
      }}
    >
      <FormError error={error} />
      <UnsavedNote of={unsaved} />
      <SourcePicker label={t('who')} value={source} onChange={setSource} error={errorAt('sourceId')} />
      <NativeSelect
        label={t('outcome')}
        value={outcome}
        error={errorAt('outcome')}
        data={REPLY_OUTCOMES.map((value) => ({ value, label: label(value) }))}
        onChange={(event) => setOutcome(REPLY_OUTCOMES.find((each) => each === event.currentTarget.value) ?? outcome)}
      />
      {wasAsked && <TextInput {...text('askedOn')} type="date" label={t('asked')} />}
      <TextInput
        {...text('note')}
        label={wasAsked ? t('way') : t('why')}
        {...(wasAsked ? { placeholder: t('wayHelp') } : {})}
        maxLength={2000}
      />
      {WITH_ANSWER.includes(outcome) && (
        <>
          <TextInput {...text('answeredOn')} type="date" label={t('answered')} />
          <Textarea {...text('answer')} label={t('answer')} maxLength={10_000} autosize minRows={2} maxRows={12} />
        </>
      )}
      <div className={classes.foot}>
        <Button type="submit" variant="filled" loading={pending}>
          {t('save')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
    </form>
  )
}
