'use client'

import { Combobox, Loader, type MantineSize, TextInput, useCombobox } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useId, useRef, useState } from 'react'
import { ADDABLE_KINDS } from '@/lib/sources/kinds'
import type { SourceValue } from '@/lib/sources/schema'
import type { SourceKind } from '@/prisma/generated/enums'
import { SourceCreateForm } from './source-create-form'
import classes from './source-picker.module.css'
import { useSourceSearch } from './use-source-search'

interface SourcePickerProps {
  label: string
  value: SourceValue | null
  onChange: (value: SourceValue | null) => void
  /** Which kinds can be found and, where they have a form, made; all unless said. */
  kinds?: SourceKind[]
  /** The kind that "create" starts from. */
  defaultKind?: SourceKind
  description?: ReactNode
  error?: ReactNode
  required?: boolean
  placeholder?: string
  size?: MantineSize
  /** Whether one that is not there can be made on the spot; it can unless said. */
  creatable?: boolean
  /** A new one is made when the form around is saved, and not before: `fresh`. */
  deferred?: boolean
}

const CREATE = 'create'
const FOUND_KINDS: SourceKind[] = [...ADDABLE_KINDS, 'CONFIDENTIAL']

/** Finds a source by its name or an alias, or makes a new one on the spot. */
export function SourcePicker(props: SourcePickerProps) {
  const { label, value, onChange, kinds = FOUND_KINDS, defaultKind, creatable = true, deferred, ...input } = props
  const t = useTranslations('source')
  const [text, setText] = useState<string | null>(null)
  const [creating, setCreating] = useState<string | null>(null)
  const target = useRef<HTMLInputElement>(null)
  const formId = useId()
  const { hits, pending, search } = useSourceSearch(kinds)
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const typed = text?.trim() ?? ''

  const pick = (source: SourceValue | null) => {
    onChange(source)
    setText(null)
    setCreating(null)
    combobox.closeDropdown()
    target.current?.focus()
  }
  const submit = (option: string) => {
    const hit = hits.find((each) => each.id === option)
    if (hit) pick({ id: hit.id, name: hit.name, kind: hit.kind, role: hit.role })
    else {
      setCreating(typed)
      combobox.closeDropdown()
    }
  }
  const open = () => {
    search(typed)
    combobox.openDropdown()
  }
  const leave = () => {
    combobox.closeDropdown()
    // What was typed and not chosen is no source: the field shows again what it holds.
    if (creating === null) setText(null)
  }

  return (
    <div>
      <Combobox store={combobox} onOptionSubmit={submit} withinPortal>
        <Combobox.Target withExpandedAttribute>
          <TextInput
            {...input}
            ref={target}
            aria-autocomplete="list"
            label={label}
            value={text ?? value?.name ?? ''}
            placeholder={input.placeholder ?? t('placeholder')}
            description={input.description ?? (value && kinds.length > 1 ? <SourceFacts source={value} /> : undefined)}
            autoComplete="off"
            onFocus={() => search(typed)}
            onClick={open}
            onBlur={leave}
            onKeyDown={(event) => {
              // What is typed is not chosen yet: Enter does not send the form without it.
              if (event.key === 'Enter' && text !== null) event.preventDefault()
            }}
            onChange={(event) => {
              setText(event.currentTarget.value)
              setCreating(null)
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
                (value || text) && <Combobox.ClearButton onClear={() => pick(null)} />
              )
            }
          />
        </Combobox.Target>
        <Combobox.Dropdown>
          <Combobox.Options aria-label={t('found')} mah={320} className={classes.options}>
            {hits.map((hit) => (
              <Combobox.Option key={hit.id} value={hit.id}>
                <span className={classes.name} dir="auto">
                  {hit.name}
                </span>
                <SourceFacts source={hit} parent={hit.parent?.name} aliases={hit.aliases} />
              </Combobox.Option>
            ))}
            {typed && creatable && (
              <Combobox.Option value={CREATE}>
                <span className={classes.create}>{t('create', { name: typed })}</span>
              </Combobox.Option>
            )}
            {hits.length === 0 && !(typed && creatable) && (
              <Combobox.Empty>{typed ? t('noneFound') : t('none')}</Combobox.Empty>
            )}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      {creating !== null && (
        <SourceCreateForm
          key={`${formId} ${creating}`}
          name={creating}
          kinds={kinds}
          kind={defaultKind ?? kinds[0] ?? 'PERSON'}
          onDone={pick}
          onCancel={() => pick(value)}
          deferred={deferred}
          Picker={SourcePicker}
        />
      )}
    </div>
  )
}

interface SourceFactsProps {
  source: Pick<SourceValue, 'kind' | 'role'>
  parent?: string
  aliases?: readonly string[]
}

/** Kind, role, institution and aliases in one quiet line. */
function SourceFacts({ source, parent, aliases = [] }: SourceFactsProps) {
  const t = useTranslations('source')
  const facts = [t(`kind.${source.kind}`), source.role, parent, ...aliases]
  return (
    <span className={classes.facts}>
      {source.kind === 'CONFIDENTIAL' && <IconLock size={13} aria-hidden className={classes.lock} />}
      {facts.filter(Boolean).join(' · ')}
    </span>
  )
}
