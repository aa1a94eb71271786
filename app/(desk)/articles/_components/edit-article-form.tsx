'use client'

import { Button, Group, Stack } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormError } from '@/app/_ui/form-error'
import { UnsavedNote } from '@/app/_ui/unsaved/unsaved-note'
import { useUnsaved } from '@/app/_ui/unsaved/use-unsaved'
import { useAction } from '@/app/_ui/use-action'
import { draftOf, worldDateOf } from '@/lib/dates/world-date'
import type { WorldDate } from '@/lib/fields'
import type { SourceValue } from '@/lib/sources/schema'
import { editArticleAction } from '../../_actions/articles'
import { ArticleFields } from './article-fields'

export interface EditableArticle {
  id: string
  version: number
  title: string
  language: string | null
  outlet: SourceValue | null
  published: WorldDate | null
  byline: string | null
  dateline: string | null
  originUrl: string | null
}

interface EditArticleFormProps {
  article: EditableArticle
  onDone?: () => void
  onCancel?: () => void
}

/** What is known about an article, for an editor. It keeps what was typed when it is refused. */
export function EditArticleForm({ article, onDone, onCancel }: EditArticleFormProps) {
  const t = useTranslations('articles')
  // The version that the person saw when they began: a colleague's change meanwhile is a conflict.
  const [seen] = useState({ id: article.id, version: article.version })
  const [details, setDetails] = useState({
    title: article.title,
    language: article.language ?? '',
    outlet: article.outlet,
    published: draftOf(article.published),
    byline: article.byline ?? '',
    dateline: article.dateline ?? '',
    originUrl: article.originUrl ?? '',
  })
  const unsaved = useUnsaved('article', { of: article.id, version: seen.version, value: details, take: setDetails })
  const { run, pending, error, errorAt } = useAction(editArticleAction, { unsaved, onSuccess: onDone })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        event.stopPropagation()
        const { outlet, published, ...rest } = details
        run({ ...seen, ...rest, outletId: outlet?.id ?? null, published: worldDateOf(published) })
      }}
    >
      <Stack gap="md">
        <FormError error={error} />
        <UnsavedNote of={unsaved} />
        <ArticleFields value={details} onChange={setDetails} errorAt={errorAt} />
        <Group justify="flex-end" gap="xs">
          {onCancel && <Button onClick={onCancel}>{t('cancel')}</Button>}
          <Button type="submit" variant="filled" loading={pending}>
            {t('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
