'use client'

import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ActionError } from '@/app/_ui/action-result'
import { FormError } from '@/app/_ui/form-error'
import { UnsavedNote } from '@/app/_ui/unsaved/unsaved-note'
import { useUnsaved } from '@/app/_ui/unsaved/use-unsaved'
import { useAction } from '@/app/_ui/use-action'
import { draftOf, worldDateOf } from '@/lib/dates/world-date'
import { newId } from '@/lib/new-id'
import type { SourceValue } from '@/lib/sources/schema'
import { previewPartAction, removePartAction, setPartAction } from '../../../_actions/sources'
import { SourcePicker } from '../../../_components/source-picker'
import { useUndoNotice } from '../../../_components/undo-notice'
import { WorldDateInput } from '../../../_components/world-date-input'
import { PartPreview, type PreviewState } from './part-preview'
import classes from './source-page.module.css'

/** Of what, since when and until when; then what would change, and only then the deed. What was entered stays. */
export function SetPartForm({ source, onDone }: { source: SourceValue; onDone: () => void }) {
  const t = useTranslations('sources.parts')
  const notice = useUndoNotice()
  const [id] = useState(newId)
  const [draft, setDraft] = useState(() => ({
    ...{ whole: null as SourceValue | null, since: draftOf(null), until: draftOf(null), reason: '' },
  }))
  const [seen, setSeen] = useState<{ preview: PreviewState } | null>(null)
  const [refused, setRefused] = useState<ActionError | null>(null)
  const { whole, since, until, reason } = draft
  const set = (part: Partial<typeof draft>) => {
    setDraft({ ...draft, ...part })
    // What was counted was counted for something else.
    setSeen(null)
    setRefused(null)
  }
  const input = {
    ...{ id, sourceId: source.id, wholeId: whole?.id ?? '', reason },
    ...{ since: worldDateOf(since), until: worldDateOf(until) },
  }
  const unsaved = useUnsaved('sourcePart', { of: source.id, value: draft, take: set })
  const { run, pending, error, errorAt } = useAction(setPartAction, {
    unsaved,
    onSuccess: () => {
      onDone()
      notice(t('done', { part: source.name, whole: whole?.name ?? '' }), () =>
        removePartAction({ commandId: newId(), id }),
      )
    },
  })
  const look = async () => {
    setSeen({ preview: null })
    const answer = await previewPartAction(input).catch(() => null)
    if (answer?.ok && answer.value.reasons.length === 0) setSeen({ preview: answer.value })
    else if (answer) {
      setSeen(null)
      setRefused(answer.ok ? { code: 'refused', reasons: answer.value.reasons } : answer.error)
    } else setSeen({ preview: 'failed' })
  }
  const isCounted = seen !== null && seen.preview !== null && seen.preview !== 'failed'
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        event.stopPropagation()
        if (isCounted) void run(input)
        else void look()
      }}
    >
      <Stack gap="md">
        <FormError error={error ?? refused} />
        <UnsavedNote of={unsaved} />
        <SourcePicker
          label={t('whole')}
          description={t('wholeHelp')}
          required
          kinds={['ORGANISATION']}
          value={whole}
          onChange={(next) => set({ whole: next })}
          error={errorAt('wholeId')}
        />
        <WorldDateInput legend={t('sinceField')} value={since} onChange={(next) => set({ since: next })} />
        <WorldDateInput legend={t('untilField')} value={until} onChange={(next) => set({ until: next })} />
        <p className={classes.note}>{t('periodHelp')}</p>
        <TextInput
          label={t('reason')}
          maxLength={2000}
          value={reason}
          onChange={(event) => setDraft({ ...draft, reason: event.currentTarget.value })}
        />
        {seen && <PartPreview preview={seen.preview} />}
        <Group justify="flex-end" gap="xs">
          <Button onClick={onDone}>{t('cancel')}</Button>
          <Button type="submit" variant="filled" loading={pending || seen?.preview === null}>
            {isCounted ? t('confirm') : t('see')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
