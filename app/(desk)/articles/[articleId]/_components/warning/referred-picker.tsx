'use client'

import { Combobox, Loader, TextInput, useCombobox } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useRef, useState } from 'react'
import { formatWorldDate } from '@/lib/dates/world-date'
import type { ReferredWarning } from '@/lib/warnings/queries'
import { useReferableWarnings } from './use-referable-warnings'
import classes from './warning.module.css'

interface ReferredPickerProps {
  claimId: string
  value: ReferredWarning | null
  onChange: (value: ReferredWarning | null) => void
  error?: ReactNode
}

/** Finds the warning that an update or a cancellation refers to among those of the project. */
export function ReferredPicker({ claimId, value, onChange, error }: ReferredPickerProps) {
  const t = useTranslations('warning.referred')
  const [text, setText] = useState<string | null>(null)
  const target = useRef<HTMLInputElement>(null)
  const { hits, pending, search } = useReferableWarnings(claimId)
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const pick = (warning: ReferredWarning | null) => {
    onChange(warning)
    setText(null)
    combobox.closeDropdown()
    target.current?.focus()
  }
  const open = () => {
    search(text ?? '')
    combobox.openDropdown()
  }
  return (
    <Combobox store={combobox} onOptionSubmit={(id) => pick(hits.find((hit) => hit.id === id) ?? null)} withinPortal>
      <Combobox.Target withExpandedAttribute>
        <TextInput
          ref={target}
          aria-autocomplete="list"
          label={t('label')}
          description={value ? <Facts warning={value} /> : t('help')}
          placeholder={t('placeholder')}
          error={error}
          autoComplete="off"
          value={text ?? value?.claim.wording ?? ''}
          onFocus={() => search(text ?? '')}
          onClick={open}
          onBlur={() => {
            combobox.closeDropdown()
            setText(null)
          }}
          onKeyDown={(event) => {
            // What is typed is not chosen yet: Enter does not send the form without it.
            if (event.key === 'Enter' && text !== null) event.preventDefault()
          }}
          onChange={(event) => {
            setText(event.currentTarget.value)
            if (event.currentTarget.value === '') onChange(null)
            search(event.currentTarget.value)
            combobox.openDropdown()
            combobox.resetSelectedOption()
          }}
          rightSectionPointerEvents="all"
          rightSection={
            pending ? (
              <Loader size={16} aria-hidden />
            ) : (
              (value || text) && <Combobox.ClearButton aria-label={t('clear')} onClear={() => pick(null)} />
            )
          }
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options aria-label={t('found')} mah={320} className={classes.options}>
          {hits.map((hit) => (
            <Combobox.Option key={hit.id} value={hit.id}>
              {hit.claim.wording}
              <span className={classes.hitFacts}>
                <Facts warning={hit} />
              </span>
            </Combobox.Option>
          ))}
          {hits.length === 0 && !pending && <Combobox.Empty>{t('none')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

/** Issuer, date and article in one quiet line. */
function Facts({ warning: { issuer, sent, claim } }: { warning: ReferredWarning }) {
  const locale = useLocale()
  return [issuer, sent && formatWorldDate(sent, locale), claim.article.title].filter(Boolean).join(' · ')
}
