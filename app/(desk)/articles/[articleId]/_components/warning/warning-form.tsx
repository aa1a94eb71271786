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
import { saveWarningAction } from '@/app/(desk)/_actions/warnings'
import { EventPicker } from '@/app/(desk)/_components/event-picker'
import { SourcePicker } from '@/app/(desk)/_components/source-picker'
import { WorldDateInput } from '@/app/(desk)/_components/world-date-input'
import { sliceCodePoints } from '@/lib/text/code-points'
import { sentenceAround } from '@/lib/text/sentences'
import type { WarningView } from '@/lib/warnings/queries'
import { MESSAGE_TYPES } from '@/lib/warnings/schema'
import { readWarning } from '@/lib/warnings/warning-words'
import { type ShownText, useWorkbench } from '../workbench/workbench-context'
import { ReferredPicker } from './referred-picker'
import classes from './warning.module.css'
import { WarningDetails } from './warning-details'
import {
  draftOfWarning,
  firstDraft,
  type WarningDraft,
  type WarningStart,
  type WarningText,
  warningFieldsOf,
} from './warning-draft'

interface WarningFormProps {
  claimId: string
  /** null: the claim's first. */
  warning: WarningView | null
  /** What a first one starts from. */
  start: WarningStart
  onClose: () => void
}

/** The sentences in which a claim stands in the shown text. */
function sentencesOf({ text, versionId, language }: ShownText, { spans }: WarningStart): string {
  const here = spans.filter((span) => span.versionId === versionId)
  return here
    .map((span) => sentenceAround(text, span.start, span.end, language) ?? span)
    .map(({ start, end }) => sliceCodePoints(text, start, end))
    .join(' ')
}

/** A claim's warning, new or changed; what was typed stays when it is refused. */
export function WarningForm({ claimId, warning, start, onClose }: WarningFormProps) {
  const t = useTranslations('warning')
  const label = useTranslations('messageType')
  const form = useInView<HTMLFormElement>()
  const [id] = useState(() => warning?.id ?? uuidv7())
  // The version that this person began from: a colleague's later one is a conflict, not lost.
  const [version] = useState(warning?.version ?? null)
  const { shown } = useWorkbench()
  const [first] = useState(() => (warning ? null : firstDraft(start, readWarning(sentencesOf(shown, start)))))
  const [draft, setDraft] = useState(() => first?.draft ?? draftOfWarning(warning))
  const unsaved = useUnsaved('warning', { of: warning?.id ?? claimId, version, value: draft, take: setDraft })
  const { run, pending, error, errorAt } = useAction(saveWarningAction, { unsaved, onSuccess: onClose })
  const set = (part: Partial<WarningDraft>) => setDraft((before) => ({ ...before, ...part }))
  const text = (name: Exclude<WarningText, 'windowZone'>, maxLength: number) => ({
    label: t(`field.${name}`),
    maxLength,
    value: draft[name],
    error: errorAt(name),
    onChange: (event: { currentTarget: { value: string } }) => set({ [name]: event.currentTarget.value }),
  })
  return (
    <form
      ref={form}
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void run({ id, claimId, version, ...warningFieldsOf(draft) })
      }}
    >
      <FormError error={error} />
      <UnsavedNote of={unsaved} />
      {first?.isRead && <p className={classes.read}>{t('startedFrom')}</p>}
      <SourcePicker
        label={t('field.issuer')}
        value={draft.issuer}
        onChange={(issuer) => set({ issuer })}
        defaultKind="ORGANISATION"
        error={errorAt('issuerId')}
      />
      <SourcePicker
        label={t('field.onBehalfOf')}
        value={draft.onBehalfOf}
        onChange={(onBehalfOf) => set({ onBehalfOf })}
        defaultKind="ORGANISATION"
        error={errorAt('onBehalfOfId')}
      />
      <TextInput {...text('audience', 300)} placeholder={t('help.audience')} />
      <div className={classes.pair}>
        <NativeSelect
          label={t('field.messageType')}
          value={draft.messageType}
          data={MESSAGE_TYPES.map((value) => ({ value, label: label(value) }))}
          onChange={(event) => {
            const messageType = MESSAGE_TYPES.find((each) => each === event.currentTarget.value)
            if (messageType) set({ messageType })
          }}
        />
      </div>
      {draft.messageType !== 'ALERT' && (
        <>
          <ReferredPicker
            claimId={claimId}
            value={draft.referred}
            onChange={(referred) => set({ referred })}
            error={errorAt('refersToId')}
          />
          <TextInput {...text('refersTo', 1000)} label={t('field.refersToWords')} placeholder={t('help.refersTo')} />
        </>
      )}
      <WorldDateInput
        legend={t('field.sent')}
        value={draft.sent}
        onChange={(sent) => set({ sent })}
        withVerbatim
        error={errorAt('sent') ?? errorAt('sent.earliest') ?? errorAt('sent.latest')}
      />
      <EventPicker
        label={t('field.event')}
        value={draft.event}
        onChange={(event) => set({ event })}
        error={errorAt('eventId')}
      />
      <div className={classes.pair}>
        <TextInput {...text('threatActor', 300)} />
        <TextInput {...text('attackType', 300)} />
        <TextInput {...text('targets', 1000)} />
        <TextInput {...text('areas', 1000)} />
      </div>
      <Textarea {...text('instruction', 2000)} autosize minRows={1} maxRows={8} />
      <TextInput {...text('likelihood', 500)} description={t('help.likelihood')} />
      <WarningDetails draft={draft} onChange={set} errorAt={errorAt} />
      <div className={classes.foot}>
        <Button type="submit" variant="filled" loading={pending}>
          {t('save')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
    </form>
  )
}
