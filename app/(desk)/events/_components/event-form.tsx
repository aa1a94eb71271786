'use client'

import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { FormError } from '@/app/_ui/form-error'
import { LinkButton } from '@/app/_ui/link-button'
import { UnsavedNote } from '@/app/_ui/unsaved/unsaved-note'
import { useUnsaved } from '@/app/_ui/unsaved/use-unsaved'
import { useAction } from '@/app/_ui/use-action'
import { saveEventAction } from '@/app/(desk)/_actions/events'
import { WorldDateInput } from '@/app/(desk)/_components/world-date-input'
import { draftOf, worldDateOf } from '@/lib/dates/world-date'
import type { EventView } from '@/lib/events/queries'

interface EventFormProps {
  /** Left out for a new event. */
  event?: EventView
  onDone: (event: { id: string }) => void
  onCancel: () => void
}

/** What is known of an event; what was typed stays when it is refused. */
export function EventForm({ event, onDone, onCancel }: EventFormProps) {
  const t = useTranslations('event.form')
  // The version that this person began from: a colleague's later one is a conflict, not lost.
  const [seen] = useState(() => ({ id: event?.id ?? uuidv7(), version: event?.version ?? null }))
  const [draft, setDraft] = useState(() => ({
    title: event?.title ?? '',
    place: event?.place ?? '',
    note: event?.note ?? '',
    happened: draftOf(event?.happened ?? null),
  }))
  const unsaved = useUnsaved('event', { of: event?.id ?? '', version: seen.version, value: draft, take: setDraft })
  const { run, pending, error, errorAt } = useAction(saveEventAction, { unsaved, onSuccess: onDone })
  const set = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }))
  const existing = error?.reasons.find((reason) => reason.key === 'event.alreadyThere')?.values
  return (
    <form
      noValidate
      onSubmit={(submitted) => {
        submitted.preventDefault()
        void run({ ...seen, ...draft, happened: worldDateOf(draft.happened) })
      }}
    >
      <Stack gap="md">
        <FormError error={error} />
        <UnsavedNote of={unsaved} />
        {existing && (
          <LinkButton href={`/events/${existing.id}`}>
            {t('openExisting', { title: String(existing.title) })}
          </LinkButton>
        )}
        <TextInput
          label={t('title')}
          required
          data-autofocus
          maxLength={200}
          value={draft.title}
          error={errorAt('title')}
          onChange={(changed) => set({ title: changed.currentTarget.value })}
        />
        <TextInput
          label={t('place')}
          maxLength={300}
          value={draft.place}
          error={errorAt('place')}
          onChange={(changed) => set({ place: changed.currentTarget.value })}
        />
        <WorldDateInput
          legend={t('happened')}
          value={draft.happened}
          onChange={(happened) => set({ happened })}
          withVerbatim
          error={errorAt('happened') ?? errorAt('happened.earliest') ?? errorAt('happened.latest')}
        />
        <Textarea
          label={t('note')}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={2000}
          value={draft.note}
          error={errorAt('note')}
          onChange={(changed) => set({ note: changed.currentTarget.value })}
        />
        <Group justify="flex-end" gap="xs">
          <Button onClick={onCancel}>{t('cancel')}</Button>
          <Button type="submit" variant="filled" loading={pending}>
            {t('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
