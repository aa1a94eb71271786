'use client'

import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ComponentType, type KeyboardEvent, useState } from 'react'
import { v7 } from 'uuid'
import { UnsavedNote } from '@/app/_ui/unsaved/unsaved-note'
import { useUnsaved } from '@/app/_ui/unsaved/use-unsaved'
import { ADDABLE_KINDS, HAS_PARENT, HAS_ROLE, PARENT_KINDS } from '@/lib/sources/kinds'
import type { SourceValue } from '@/lib/sources/schema'
import type { SourceKind } from '@/prisma/generated/enums'
import { FormError } from '../../_ui/form-error'
import { useAction } from '../../_ui/use-action'
import { addSourceAction } from '../_actions/sources'
import { NearSources, useNearSources } from './source-near'
import classes from './source-picker.module.css'

// A person entered it, after having been shown those that may be meant.
const NOT_ASKED = { byHand: true, candidates: [], other: null }

interface ParentPickerProps {
  label: string
  value: SourceValue | null
  onChange: (value: SourceValue | null) => void
  kinds: SourceKind[]
  deferred?: boolean
}

interface SourceCreateFormProps {
  name: string
  kind: SourceKind
  kinds: SourceKind[]
  onDone: (source: SourceValue) => void
  onCancel: () => void
  /** Picks the institution, issuer or owner: the picker in which this form stands. */
  Picker: ComponentType<ParentPickerProps>
  /** Without a frame of its own: it has a dialog to itself. */
  bare?: boolean
  /** Nothing is made yet: the form around makes it when it is saved. */
  deferred?: boolean
}

/** Makes a new source inside another form: hence no form of its own, and Enter does not send the outer one. */
export function SourceCreateForm(props: SourceCreateFormProps) {
  const { kinds, onDone, onCancel, Picker, bare, deferred } = props
  const t = useTranslations('source')
  const [id] = useState(() => v7())
  const [name, setName] = useState(props.name)
  const [kind, setKind] = useState(props.kind)
  const [role, setRole] = useState('')
  const [parent, setParent] = useState<SourceValue | null>(null)
  const unsaved = useUnsaved('newSource', {
    of: `${usePathname()} ${props.name}`,
    value: { name, kind, role, parent },
    take: (kept) => {
      setName(kept.name)
      setKind(kept.kind)
      setRole(kept.role)
      setParent(kept.parent)
    },
  })
  const { run, pending, error, errorAt } = useAction(addSourceAction, { unsaved, onSuccess: onDone })
  const offered = ADDABLE_KINDS.filter((each) => kinds.includes(each))
  const chosen = offered.find((each) => each === kind) ?? offered[0] ?? 'PERSON'
  const withRole = HAS_ROLE.includes(chosen)
  const existing = error?.reasons.find((reason) => reason.key === 'source.alreadyThere')?.values

  const near = useNearSources(name, chosen)
  // What may not be taken is not offered: the field asks for other kinds.
  const offer = near.hits.filter((hit) => kinds.includes(hit.kind))

  const withParent = HAS_PARENT.find((each) => each === chosen)
  const create = async () => {
    // Those that may be meant are shown first; the button then says that it adds all the same.
    if (!near.isAnswered && (await near.look()).some((hit) => kinds.includes(hit.kind))) return
    const made = { id, name: name.trim(), kind: chosen, role: (withRole && role.trim()) || null }
    if (!deferred || !/[\p{L}\p{N}]/u.test(name)) await run({ ...made, parentId: withParent ? parent?.id : null })
    else {
      unsaved.settle()
      onDone({ ...made, fresh: { ...NOT_ASKED, parent: withParent ? parent : null } })
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation()
      onCancel()
    }
    // A combobox uses Enter itself, to choose.
    if (event.defaultPrevented || event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    void create()
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would say the label twice
    <div
      role="group"
      aria-label={t('newSource')}
      className={classes.form}
      data-bare={bare || undefined}
      onKeyDown={onKeyDown}
    >
      <Stack gap="xs">
        <FormError error={error} />
        <UnsavedNote of={unsaved} />
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
        <NearSources
          hits={existing ? offer.filter((hit) => hit.id !== existing.id) : offer}
          onTake={(hit) => onDone({ id: hit.id, name: hit.name, kind: hit.kind, role: hit.role })}
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
          <Picker
            label={t(`parent.${withParent}`)}
            value={parent}
            onChange={setParent}
            kinds={PARENT_KINDS}
            deferred={deferred}
          />
        )}
        <Group gap="xs">
          <Button size="xs" variant={offer.length > 0 ? undefined : 'filled'} loading={pending} onClick={create}>
            {offer.length > 0 ? t('createAnyway') : t('createButton')}
          </Button>
          <Button size="xs" onClick={onCancel}>
            {t('cancelButton')}
          </Button>
        </Group>
      </Stack>
    </div>
  )
}
