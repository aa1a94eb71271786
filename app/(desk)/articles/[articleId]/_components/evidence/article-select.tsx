'use client'

import { Select } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

export type ArticleOption = { id: string; title: string }

interface ArticleSelectProps {
  /** The newest ones; typing asks for others. */
  articles: readonly ArticleOption[]
  /** The claim's own article: its words are no evidence for themselves. */
  exceptId: string
  value: string | null
  onChange: (articleId: string | null) => void
  error?: string
}

const PAUSE_MS = 250

/** Chooses another article of the project by its title. */
export function ArticleSelect({ articles, exceptId, value, onChange, error }: ArticleSelectProps) {
  const t = useTranslations('evidence.passage')
  const [found, setFound] = useState<readonly ArticleOption[]>([])
  const ask = useDebouncedCallback(async (search: string) => {
    const answer = await fetch(`/api/v1/articles?search=${encodeURIComponent(search)}`).catch(() => null)
    if (answer?.ok) setFound(await answer.json())
  }, PAUSE_MS)
  const offered = new Map([...articles, ...found].map((article) => [article.id, article]))
  offered.delete(exceptId)
  return (
    <Select
      label={t('article')}
      placeholder={t('chooseArticle')}
      searchable
      nothingFoundMessage={t('noArticle')}
      data={[...offered.values()].map(({ id, title }) => ({ value: id, label: title }))}
      value={value}
      onChange={onChange}
      onSearchChange={(search) => {
        if (search.trim() && ![...offered.values()].some(({ title }) => title === search)) ask(search)
      }}
      error={error}
      comboboxProps={{ withinPortal: true }}
    />
  )
}
