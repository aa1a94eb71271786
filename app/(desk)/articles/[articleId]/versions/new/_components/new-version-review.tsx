'use client'

import { Button, Group } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import type { ActionError } from '@/app/_ui/action-result'
import { FormError } from '@/app/_ui/form-error'
import { LinkButton } from '@/app/_ui/link-button'
import { Note } from '@/app/_ui/note'
import { Section } from '@/app/_ui/section'
import { useAction } from '@/app/_ui/use-action'
import type { ReadingChoices } from '@/lib/import/choices'
import type { VersionPreview } from '@/lib/versions/queries/preview-version'
import { FetchedNote } from '../../../../_components/intake/fetched-note'
import intake from '../../../../_components/intake/intake.module.css'
import { firstReading, type Received } from '../../../../_components/intake/received'
import { TextPreview } from '../../../../_components/intake/text-preview'
import { FoundAgain } from './found-again'
import { saveNewVersion } from './post-version'

interface NewVersionReviewProps {
  articleId: string
  received: Received
  preview: VersionPreview
  rereading: {
    run: (input: { articleId: string; received: Received; reading: ReadingChoices }) => void
    pending: boolean
    error: ActionError | null
  }
  unsaved: { settle: () => void }
  onBack: () => void
}

/** How a new text is read, and what becomes of what stands in the article; then it is saved. */
export function NewVersionReview({ articleId, received, preview, rereading, unsaved, onBack }: NewVersionReviewProps) {
  const t = useTranslations('versions')
  const router = useRouter()
  const heading = useRef<HTMLDivElement>(null)
  const [choices, setChoices] = useState<ReadingChoices>(() => firstReading(received))
  const saving = useAction(saveNewVersion, {
    unsaved,
    onSuccess: ({ stayed }) => router.push(`/articles/${articleId}/versions${stayed > 0 ? '/settle' : ''}`),
  })
  useEffect(() => heading.current?.focus(), [])
  const { read, isPresent, seenVersionId } = preview
  const other = read.existing
  return (
    <div className={intake.review} ref={heading} tabIndex={-1}>
      <Section title={t('readTitle')} look="card">
        <FetchedNote fetched={received.fetched} />
        <TextPreview
          preview={read}
          fileName={received.fileName}
          pending={rereading.pending}
          choices={choices}
          onChoices={(next) => {
            setChoices(next)
            rereading.run({ articleId, received, reading: next })
          }}
        />
        <FormError error={rereading.error} />
      </Section>
      <Section title={t('foundTitle')}>
        <FormError error={saving.error} />
        {isPresent && <Note title={t('samePresent')}>{t('samePresentText')}</Note>}
        {other && (
          <Note title={t('ofAnother')}>
            <p>{t('ofAnotherText', { title: other.title })}</p>
            <LinkButton href={`/articles/${other.id}`}>{t('openOther')}</LinkButton>
          </Note>
        )}
        {!isPresent && !other && <FoundAgain preview={preview} />}
        <Group justify="flex-end" gap="xs" mt="md">
          <Button onClick={onBack}>{t('otherText')}</Button>
          {!isPresent && !other && (
            <Button
              variant="filled"
              loading={saving.pending}
              onClick={() => saving.run({ articleId, received, reading: choices, seenVersionId })}
            >
              {t('save')}
            </Button>
          )}
        </Group>
      </Section>
    </div>
  )
}
