'use client'

import { NativeSelect, Stack, TextInput } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { WorldDateDraft } from '@/lib/dates/world-date'
import { PUBLISHER_KINDS } from '@/lib/sources/kinds'
import type { SourceValue } from '@/lib/sources/schema'
import { SourcePicker } from '../../_components/source-picker'
import { WorldDateInput } from '../../_components/world-date-input'
import { languageOptions } from './language-names'

export interface ArticleDetails {
  title: string
  /** Empty: not known. */
  language: string
  outlet: SourceValue | null
  published: WorldDateDraft
  byline: string
  dateline: string
  originUrl: string
}

interface ArticleFieldsProps {
  value: ArticleDetails
  onChange: (value: ArticleDetails) => void
  errorAt: (path: string) => string | undefined
  /** Beside the date: what is doubtful about it. */
  dateNote?: ReactNode
}

const DATE_PATHS = ['published', 'published.earliest', 'published.latest', 'published.precision']

/** The fields of what is known about an article: the same when importing it and later. */
export function ArticleFields({ value, onChange, errorAt, dateNote }: ArticleFieldsProps) {
  const t = useTranslations('articles')
  const locale = useLocale()
  const set = (part: Partial<ArticleDetails>) => onChange({ ...value, ...part })
  return (
    <Stack gap="md">
      <TextInput
        label={t('field.title')}
        required
        maxLength={300}
        value={value.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
        error={errorAt('title')}
      />
      <NativeSelect
        label={t('field.language')}
        value={value.language}
        onChange={(event) => set({ language: event.currentTarget.value })}
        data={languageOptions(locale, value.language, t('languageUnknown'))}
        error={errorAt('language')}
      />
      <WorldDateInput
        legend={t('field.published')}
        value={value.published}
        onChange={(published) => set({ published })}
        error={DATE_PATHS.map(errorAt).find(Boolean)}
      />
      {dateNote}
      <SourcePicker
        label={t('field.outlet')}
        kinds={PUBLISHER_KINDS}
        defaultKind="OUTLET"
        value={value.outlet}
        onChange={(outlet) => set({ outlet })}
        placeholder={t('outletUnknown')}
        error={errorAt('outletId')}
      />
      {(['byline', 'dateline'] as const).map((field) => (
        <TextInput
          key={field}
          label={t(`field.${field}`)}
          maxLength={300}
          value={value[field]}
          onChange={(event) => set({ [field]: event.currentTarget.value })}
          error={errorAt(field)}
        />
      ))}
      <TextInput
        type="url"
        label={t('field.originUrl')}
        placeholder="https://"
        maxLength={2000}
        value={value.originUrl}
        onChange={(event) => set({ originUrl: event.currentTarget.value })}
        error={errorAt('originUrl')}
      />
    </Stack>
  )
}
