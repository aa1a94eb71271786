'use client'

import { Autocomplete } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { countryName, countryOf, searchCountries } from '@/lib/figures/country'

interface CountryInputProps {
  label: string
  value: string
  onChange: (words: string) => void
  error?: ReactNode
}

/** A nationality: a country, found by its name or the word for its people in French or English; other words are kept as words. */
export function CountryInput({ label, value, onChange, error }: CountryInputProps) {
  const t = useTranslations('figure.country')
  const locale = useLocale()
  const country = countryOf(value)
  const name = country && countryName(country, locale)
  return (
    <Autocomplete
      label={label}
      placeholder={t('example')}
      description={value.trim() === '' ? undefined : name ? (name === value ? undefined : name) : t('words')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data={searchCountries(value, locale).map((code) => countryName(code, locale))}
      filter={({ options }) => options}
      autoSelectOnBlur={false}
      maxLength={200}
      value={value}
      error={error}
      onChange={onChange}
    />
  )
}
