'use client'

import { Button, Group, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import type { ActionError } from '@/app/_ui/action-result'
import { FormError } from '@/app/_ui/form-error'
import { LinkButton } from '@/app/_ui/link-button'
import { Note } from '@/app/_ui/note'
import { Section } from '@/app/_ui/section'
import { useAction } from '@/app/_ui/use-action'
import { draftOf, worldDateOf } from '@/lib/dates/world-date'
import type { ReadingChoices } from '@/lib/import/choices'
import type { ImportPreview } from '@/lib/import/queries'
import { type ArticleDetails, ArticleFields } from '../../_components/article-fields'
import { FetchedNote } from '../../_components/intake/fetched-note'
import classes from '../../_components/intake/intake.module.css'
import { firstReading, type Received } from '../../_components/intake/received'
import { TextPreview } from '../../_components/intake/text-preview'
import { DateDoubtNote } from './date-doubt-note'
import { saveUpload } from './post-import'
import { readOutlet } from './read-outlet'

interface ReceivedReviewProps {
  received: Received
  preview: ImportPreview
  rereading: {
    run: (input: { received: Received; reading: ReadingChoices }) => void
    pending: boolean
    error: ActionError | null
  }
  /** What a person has answered so far: kept with the text until it is saved. */
  answered: Answered
  onAnswered: (answered: Answered) => void
  unsaved: { settle: () => void }
  onBack: () => void
}

export type Answered = {
  /** How the text is read; null: as proposed. */
  choices: ReadingChoices | null
  typed: Partial<ArticleDetails>
}

export const NOTHING_ANSWERED: Answered = { choices: null, typed: {} }

/** What was read, to be looked through and completed, and then saved. What was typed survives another encoding. */
export function ReceivedReview({ received, preview, rereading, answered, onAnswered, ...props }: ReceivedReviewProps) {
  const { unsaved, onBack } = props
  const t = useTranslations('import')
  const router = useRouter()
  const heading = useRef<HTMLDivElement>(null)
  const { typed } = answered
  const choices = answered.choices ?? firstReading(received)
  const details: ArticleDetails = {
    title: preview.title,
    language: preview.language ?? '',
    outlet: readOutlet(preview),
    published: draftOf(preview.published),
    byline: preview.facts.byline ?? '',
    dateline: preview.facts.dateline ?? '',
    originUrl: preview.facts.address ?? received.fetched?.address ?? '',
    ...typed,
  }
  const saving = useAction(saveUpload, {
    unsaved,
    onSuccess: ({ id, existing }) => {
      if (existing) notifications.show({ message: t('existedMeanwhile') })
      router.push(`/articles/${id}`)
    },
  })
  useEffect(() => heading.current?.focus(), [])
  const change = (next: ArticleDetails) => {
    const changed = Object.entries(next).filter(([field, value]) => value !== details[field as keyof ArticleDetails])
    onAnswered({ ...answered, typed: { ...typed, ...Object.fromEntries(changed) } })
  }
  const reread = (next: ReadingChoices) => {
    onAnswered({ ...answered, choices: next })
    rereading.run({ received, reading: next })
  }
  const save = () => {
    const { outlet, published, ...rest } = details
    const sent = {
      ...rest,
      outletId: outlet?.fresh ? null : (outlet?.id ?? null),
      outletName: outlet?.fresh ? outlet.name : null,
      published: worldDateOf(published),
      reading: choices,
    }
    saving.run({ received, details: sent })
  }
  return (
    <div className={classes.review} ref={heading} tabIndex={-1}>
      <Section title={t('readTitle')} look="card">
        <FetchedNote fetched={received.fetched} />
        <TextPreview
          preview={preview}
          fileName={received.fileName}
          pending={rereading.pending}
          choices={choices}
          onChoices={reread}
        />
        <FormError error={rereading.error} />
      </Section>
      <div>
        <Section title={t('detailsTitle')}>
          {preview.existing ? (
            <Note title={t('existing')}>
              <p>
                {t(preview.existing.archived ? 'existingArchived' : 'existingText', { title: preview.existing.title })}
              </p>
              <Group gap="xs">
                <LinkButton href={`/articles/${preview.existing.id}`} variant="filled">
                  {t('openExisting')}
                </LinkButton>
                <Button onClick={onBack}>{t('otherText')}</Button>
              </Group>
            </Note>
          ) : (
            <form
              noValidate
              onSubmit={(event) => {
                event.preventDefault()
                save()
              }}
            >
              <Stack gap="md">
                <FormError error={saving.error} />
                <ArticleFields
                  value={details}
                  onChange={change}
                  errorAt={saving.errorAt}
                  dateNote={
                    <DateDoubtNote
                      read={preview.facts.date}
                      onChoose={(date) => change({ ...details, published: draftOf(date) })}
                    />
                  }
                />
                <Group justify="flex-end" gap="xs">
                  <Button onClick={onBack}>{t('otherText')}</Button>
                  <Button type="submit" variant="filled" loading={saving.pending}>
                    {t('save')}
                  </Button>
                </Group>
              </Stack>
            </form>
          )}
        </Section>
      </div>
    </div>
  )
}
