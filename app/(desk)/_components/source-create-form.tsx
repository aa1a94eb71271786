'use client'

import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { type ComponentType, type KeyboardEvent, useState } from 'react'
import { v7 } from 'uuid'
import { ADDABLE_KINDS, type SourceValue } from '@/lib/sources/schema'
import type { SourceKind } from '@/prisma/generated/enums'
import { FormError } from '../../_ui/form-error'
import { useAction } from '../../_ui/use-action'
import { addSourceAction } from '../_actions/sources'
import classes from './source-picker.module.css'

interface ParentPickerProps {
  label: string
  value: SourceValue | null
  onChange: (value: SourceValue | null) => void
  kinds: SourceKind[]
}

interface SourceCreateFormProps {
  name: string
  kind: SourceKind
  kinds: SourceKind[]
  onDone: (source: SourceValue) => void
  onCancel: () => void
  /** Picks the institution, issuer or owner: the picker in which this form stands. */
  Picker: ComponentType<ParentPickerProps>
}

const HAS_ROLE: readonly SourceKind[] = ['PERSON', 'UNNAMED_IN_TEXT']
const HAS_PARENT = ['UNNAMED_IN_TEXT', 'DOCUMENT', 'OUTLET'] as const
const PARENT_KINDS: SourceKind[] = ['ORGANISATION', 'OUTLET', 'PERSON']

/** Makes a new source inside another form: hence no form of its own, and Enter does not send the outer one. */
export function SourceCreateForm(props: SourceCreateFormProps) {
  const { kinds, onDone, onCancel, Picker } = props
  const t = useTranslations('source')
  const [id] = useState(() => v7())
  const [name, setName] = useState(props.name)
  const [kind, setKind] = useState(props.kind)
  const [role, setRole] = useState('')
  const [parent, setParent] = useState<SourceValue | null>(null)
  const { run, pending, error, errorAt } = useAction(addSourceAction, { onSuccess: onDone })
  const offered = ADDABLE_KINDS.filter((each) => kinds.includes(each))
  const chosen = offered.find((each) => each === kind) ?? offered[0] ?? 'PERSON'
  const withRole = HAS_ROLE.includes(chosen)
  const existing = error?.reasons.find((reason) => reason.key === 'source.alreadyThere')?.values

  const withParent = HAS_PARENT.find((each) => each === chosen)
  const create = () =>
    run({ id, name, kind: chosen, role: withRole ? role : null, parentId: withParent ? parent?.id : null })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation()
      onCancel()
    }
    // A combobox uses Enter itself, to choose.
    if (event.defaultPrevented || event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    create()
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would say the label twice
    <div role="group" aria-label={t('newSource')} className={classes.form} onKeyDown={onKeyDown}>
      <Stack gap="xs">
        <FormError error={error} />
        {existing && (
          <div>
            <Button
              size="xs"
              onClick={() => onDone({ id: String(existing.id), name: String(existing.name), kind: chosen, role: null })}
            >
              {t('useExisting', { name: String(existing.name) })}
            </Button>
          </div>
        )}
        {offered.length > 1 && (
          <NativeSelect
            label={t('kindLabel')}
            data-autofocus
            autoFocus
            value={chosen}
            onChange={(event) => setKind(offered.find((each) => each === event.currentTarget.value) ?? chosen)}
            data={offered.map((each) => ({ value: each, label: t(`kind.${each}`) }))}
          />
        )}
        <TextInput
          label={chosen === 'UNNAMED_IN_TEXT' ? t('words') : t('name')}
          description={chosen === 'UNNAMED_IN_TEXT' ? t('wordsHelp') : undefined}
          autoFocus={offered.length === 1}
          maxLength={300}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={errorAt('name')}
        />
        {withRole && (
          <TextInput
            label={t('role')}
            description={t('roleHelp')}
            maxLength={300}
            value={role}
            onChange={(event) => setRole(event.currentTarget.value)}
            error={errorAt('role')}
          />
        )}
        {withParent && (
          <Picker label={t(`parent.${withParent}`)} value={parent} onChange={setParent} kinds={PARENT_KINDS} />
        )}
        <Group gap="xs">
          <Button size="xs" variant="filled" loading={pending} onClick={create}>
            {t('createButton')}
          </Button>
          <Button size="xs" onClick={onCancel}>
            {t('cancelButton')}
          </Button>
        </Group>
      </Stack>
    </div>
  )
}
