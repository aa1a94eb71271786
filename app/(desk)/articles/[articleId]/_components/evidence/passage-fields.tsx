'use client'

import { Loader } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Note } from '@/app/_ui/note'
import { type ArticleOption, ArticleSelect } from './article-select'
import type { PassageDraft } from './evidence-draft'
import { PassagePicker } from './passage-picker'
import type { ArticleText } from './use-article-text'

interface PassageFieldsProps {
  articles: readonly ArticleOption[]
  exceptId: string
  articleId: string | null
  onArticle: (articleId: string | null) => void
  loaded: { state: 'none' | 'loading' | 'failed' | 'ready'; article: ArticleText | null }
  value: PassageDraft | null
  onChange: (passage: PassageDraft | null) => void
  error?: string
}

/** Another article of the project, and the passage in it. */
export function PassageFields(props: PassageFieldsProps) {
  const { articles, exceptId, articleId, onArticle, loaded, value, onChange, error } = props
  const t = useTranslations('evidence.passage')
  const [kept] = useState(value)
  // A passage of an older text is shown as it is; picking another one takes the latest text.
  const isOlder =
    kept !== null && value === kept && loaded.article !== null && loaded.article.versionId !== kept.versionId
  return (
    <>
      <ArticleSelect articles={articles} exceptId={exceptId} value={articleId} onChange={onArticle} error={error} />
      {loaded.state === 'loading' && <Loader size="sm" aria-label={t('loading')} />}
      {loaded.state === 'failed' && <Note>{t('failed')}</Note>}
      {isOlder && <Note tone="accent">{t('older', { words: kept.quote })}</Note>}
      {loaded.article && (
        <PassagePicker
          key={loaded.article.articleId}
          article={loaded.article}
          value={isOlder ? null : value}
          onChange={onChange}
        />
      )}
    </>
  )
}
