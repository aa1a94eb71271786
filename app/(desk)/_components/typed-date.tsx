'use client'

import { TextInput } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { dateLocale } from '@/app/_ui/date-format'
import { readTypedDate } from '@/lib/dates/typed-date'
import { draftOf, formatWorldDate, type WorldDateDraft } from '@/lib/dates/world-date'

interface TypedDateProps {
  value: WorldDateDraft
  onChange: (value: WorldDateDraft) => void
}

/** A date typed as a text: what is understood stands in the fields beside it at once, and is said below; nothing else is changed. */
export function TypedDate({ value, onChange }: TypedDateProps) {
  const t = useTranslations('source.date')
  const locale = useLocale()
  const [typed, setTyped] = useState('')
  const reading = typed.trim() === '' ? null : readTypedDate(typed)
  return (
    <TextInput
      label={t('typed')}
      placeholder={t('typedExample')}
      description={reading ? t('understood', { date: formatWorldDate(reading, dateLocale(locale)) }) : undefined}
      error={typed.trim() !== '' && !reading ? t('notUnderstood') : undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      autoComplete="off"
      maxLength={200}
      value={typed}
      onChange={(event) => {
        const words = event.currentTarget.value
        setTyped(words)
        const found = words.trim() === '' ? null : readTypedDate(words)
        // The text's own words for it stay: these are the reader's.
        if (found) onChange({ ...draftOf(found), verbatim: value.verbatim })
      }}
    />
  )
}
