'use client'

import { Button, Group, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import type { ActionError } from '@/app/_ui/action-result'
import { FormError } from '@/app/_ui/form-error'
import { LinkButton } from '@/app/_ui/link-button'
import { Note } from '@/app/_ui/note'
import { Section } from '@/app/_ui/section'
import { useAction } from '@/app/_ui/use-action'
import type { ImportPreview } from '@/lib/import/queries'
import { draftOf, worldDateOf } from '@/lib/text/world-date'
import { type ArticleDetails, ArticleFields } from '../../_components/article-fields'
import classes from './import.module.css'
import { saveUpload } from './post-import'
import type { Received } from './received'
import { TextPreview } from './text-preview'

interface ReceivedReviewProps {
  received: Received
  preview: ImportPreview
  rereading: {
    run: (input: { received: Received; encoding: string | null }) => void
    pending: boolean
    error: ActionError | null
  }
  onBack: () => void
}

/** What was read, to be looked through and completed, and then saved. What was typed survives another encoding. */
export function ReceivedReview({ received, preview, rereading, onBack }: ReceivedReviewProps) {
  const t = useTranslations('import')
  const router = useRouter()
  const heading = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState<Partial<ArticleDetails>>({})
  const details: ArticleDetails = {
    title: preview.title,
    language: preview.language ?? '',
    outlet: null,
    published: draftOf(preview.published),
    originUrl: '',
    ...typed,
  }
  const saving = useAction(saveUpload, {
    onSuccess: ({ id, existing }) => {
      if (existing) notifications.show({ message: t('existedMeanwhile') })
      router.push(`/articles/${id}`)
    },
  })
  useEffect(() => heading.current?.focus(), [])
  const change = (next: ArticleDetails) => {
    const changed = Object.entries(next).filter(([field, value]) => value !== details[field as keyof ArticleDetails])
    setTyped({ ...typed, ...Object.fromEntries(changed) })
  }
  const save = () => {
    const { outlet, published, ...rest } = details
    const sent = {
      ...rest,
      outletId: outlet?.id ?? null,
      published: worldDateOf(published),
      encoding: preview.encoding,
    }
    saving.run({ received, details: sent })
  }
  return (
    <div className={classes.review} ref={heading} tabIndex={-1}>
      <Section title={t('readTitle')} look="card">
        <TextPreview
          preview={preview}
          fileName={received.fileName}
          pending={rereading.pending}
          onEncoding={(encoding) => rereading.run({ received, encoding })}
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
                <ArticleFields value={details} onChange={change} errorAt={saving.errorAt} />
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
