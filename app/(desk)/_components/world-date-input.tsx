'use client'

import { Group, NativeSelect, TextInput } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PRECISIONS, type WorldDateDraft } from '@/lib/dates/world-date'
import { TypedDate } from './typed-date'
import { ZoneInput } from './zone-input'

interface WorldDateInputProps {
  legend: string
  value: WorldDateDraft
  onChange: (value: WorldDateDraft) => void
  error?: ReactNode
  /** Also asks for the text's own words for it: "hier". */
  withVerbatim?: boolean
}

const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'))

function monthOptions(locale: string, none: string) {
  const format = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' })
  const named = MONTHS.map((month) => ({ value: month, label: format.format(new Date(`2021-${month}-01`)) }))
  return [{ value: '', label: none }, ...named]
}

/** A date of any precision: a minute, an hour, a day, a month, a year, a range, or unknown; typed as a text or field by field. */
export function WorldDateInput({ legend, value, onChange, error, withVerbatim = false }: WorldDateInputProps) {
  const t = useTranslations('source.date')
  const locale = useLocale()
  const { precision } = value
  const set = (part: Partial<WorldDateDraft>) => onChange({ ...value, ...part })
  const setDay = (day: string) =>
    set({ day, ...(day ? { year: day.slice(0, 4), month: day.slice(5, 7), until: value.until || day } : {}) })
  const isTimed = precision === 'MINUTE' || precision === 'HOUR'
  const isRange = precision === 'RANGE'
  const time = (label: string, name: 'time' | 'timeUntil') => (
    <TextInput
      type="time"
      label={label}
      value={value[name]}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  )
  return (
    <Group gap="xs" align="flex-start" role="group" aria-label={legend} wrap="wrap">
      <NativeSelect
        label={legend}
        value={precision}
        onChange={(event) => set({ precision: PRECISIONS.find((each) => each === event.currentTarget.value) })}
        data={PRECISIONS.map((each) => ({ value: each, label: t(`precision.${each}`) }))}
        error={precision === 'UNKNOWN' ? error : undefined}
      />
      <TypedDate value={value} onChange={onChange} />
      {(isTimed || precision === 'DAY' || isRange) && (
        <TextInput
          type="date"
          label={isRange ? t('from') : t('day')}
          value={value.day}
          onChange={(event) => setDay(event.currentTarget.value)}
          error={error}
        />
      )}
      {isTimed && time(precision === 'HOUR' ? t('hour') : t('time'), 'time')}
      {isRange && time(t('timeFrom'), 'time')}
      {isRange && (
        <TextInput
          type="date"
          label={t('until')}
          value={value.until}
          onChange={(event) => set({ until: event.currentTarget.value })}
        />
      )}
      {isRange && time(t('timeUntil'), 'timeUntil')}
      {(isTimed || (isRange && (value.time || value.timeUntil))) && (
        <ZoneInput value={value.zone} onChange={(zone) => set({ zone })} />
      )}
      {precision === 'MONTH' && (
        <NativeSelect
          label={t('month')}
          value={value.month}
          onChange={(event) => set({ month: event.currentTarget.value })}
          data={monthOptions(locale, t('chooseMonth'))}
          error={error}
        />
      )}
      {(precision === 'MONTH' || precision === 'YEAR') && (
        <TextInput
          label={t('year')}
          inputMode="numeric"
          maxLength={4}
          w={90}
          value={value.year}
          onChange={(event) => set({ year: event.currentTarget.value })}
          error={precision === 'YEAR' ? error : undefined}
        />
      )}
      {withVerbatim && precision !== 'UNKNOWN' && (
        <TextInput
          label={t('verbatim')}
          maxLength={200}
          value={value.verbatim}
          onChange={(event) => set({ verbatim: event.currentTarget.value })}
        />
      )}
    </Group>
  )
}
