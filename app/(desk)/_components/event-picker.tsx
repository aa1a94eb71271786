'use client'

import { Button, Combobox, Loader, TextInput, useCombobox } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { type ReactNode, useRef, useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { FormError } from '@/app/_ui/form-error'
import { useAction } from '@/app/_ui/use-action'
import type { EventValue } from '@/lib/events/schema'
import { saveEventAction } from '../_actions/events'
import classes from './event-picker.module.css'
import { useEventSearch } from './use-event-search'

interface EventPickerProps {
  label: string
  value: EventValue | null
  onChange: (value: EventValue | null) => void
  error?: ReactNode
  description?: ReactNode
}

const CREATE = 'create'

/** Finds an event by its title, or makes a new one on the spot. */
export function EventPicker({ label, value, onChange, error, description }: EventPickerProps) {
  const t = useTranslations('event.picker')
  const [text, setText] = useState<string | null>(null)
  const target = useRef<HTMLInputElement>(null)
  const { hits, pending, search } = useEventSearch()
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const create = useAction(saveEventAction, {
    onSuccess: ({ id, title }) => pick({ id, title }),
    onError: () => onChange(null),
  })
  const typed = text?.trim() ?? ''
  const existing = create.error?.reasons.find((reason) => reason.key === 'event.alreadyThere')?.values

  function pick(event: EventValue | null) {
    onChange(event)
    setText(null)
    create.clearError()
    combobox.closeDropdown()
    target.current?.focus()
  }
  const submit = (option: string) => {
    const hit = hits.find((each) => each.id === option)
    combobox.closeDropdown()
    if (hit) pick({ id: hit.id, title: hit.title })
    else {
      const made = { id: uuidv7(), title: typed }
      // Chosen at once: who saves before the answer comes saves it with this event, for one action waits for the other.
      onChange(made)
      void create.run({ ...made, version: null, place: null, happened: null, note: null })
    }
  }
  return (
    <div>
      <Combobox store={combobox} onOptionSubmit={submit} withinPortal>
        <Combobox.Target withExpandedAttribute>
          <TextInput
            ref={target}
            aria-autocomplete="list"
            label={label}
            description={description}
            error={error}
            placeholder={t('placeholder')}
            maxLength={200}
            value={text ?? value?.title ?? ''}
            autoComplete="off"
            onFocus={() => search(typed)}
            onClick={() => {
              search(typed)
              combobox.openDropdown()
            }}
            onBlur={() => {
              combobox.closeDropdown()
              // What was typed and not chosen is no event: the field shows again what it holds.
              if (!create.pending && !create.error) setText(null)
            }}
            onKeyDown={(event) => {
              // What is typed is not chosen yet: Enter does not send the form without it.
              if (event.key === 'Enter' && text !== null) event.preventDefault()
            }}
            onChange={(event) => {
              setText(event.currentTarget.value)
              create.clearError()
              if (event.currentTarget.value === '') onChange(null)
              search(event.currentTarget.value)
              combobox.openDropdown()
              combobox.resetSelectedOption()
            }}
            rightSectionPointerEvents="all"
            rightSection={
              pending || create.pending ? (
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
                {hit.title}
                {hit.place && <span className={classes.facts}>{hit.place}</span>}
              </Combobox.Option>
            ))}
            {typed && (
              <Combobox.Option value={CREATE}>
                <span className={classes.create}>{t('create', { title: typed })}</span>
              </Combobox.Option>
            )}
            {hits.length === 0 && !typed && <Combobox.Empty>{t('none')}</Combobox.Empty>}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      {create.error && (
        <div className={classes.refused}>
          <FormError error={create.error} />
          {existing && (
            <Button size="xs" onClick={() => pick({ id: String(existing.id), title: String(existing.title) })}>
              {t('useExisting', { title: String(existing.title) })}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
