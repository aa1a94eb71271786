'use client'

import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormError } from '@/app/_ui/form-error'
import { UnsavedNote } from '@/app/_ui/unsaved/unsaved-note'
import { useUnsaved } from '@/app/_ui/unsaved/use-unsaved'
import { useAction } from '@/app/_ui/use-action'
import { isCalledGovernment } from '@/lib/sources/governments'
import { ADDABLE_KINDS, HAS_PARENT, HAS_ROLE, PARENT_KINDS } from '@/lib/sources/kinds'
import { editSourceAction } from '../../../_actions/sources'
import { SourcePicker } from '../../../_components/source-picker'
import { EditConflict } from './edit-conflict'
import type { EditableSource } from './editable-source'

const draftOf = (source: EditableSource) => ({
  ...{ kind: source.kind, name: source.name, parent: source.parent },
  aliases: source.aliases.join('\n'),
  role: source.role ?? '',
  url: source.url ?? '',
  wikidataId: source.wikidataId ?? '',
  interests: source.interests ?? '',
  isGovernment: source.isGovernment,
})

interface EditSourceFormProps {
  source: EditableSource
  onDone: () => void
}

/** What is known about a source. What was typed is kept when it is refused, and when a colleague was faster. */
export function EditSourceForm({ source, onDone }: EditSourceFormProps) {
  const t = useTranslations('sources.edit')
  const words = useTranslations('source')
  const facts = useTranslations('sources.fact')
  // The version that the person saw when they began: a colleague's change meanwhile is a conflict.
  const [seen, setSeen] = useState(source.version)
  const [draft, setDraft] = useState(draftOf(source))
  const router = useRouter()
  const unsaved = useUnsaved('source', {
    of: source.id,
    version: seen,
    value: draft,
    take: (kept, version) => {
      setDraft(kept)
      if (version !== null) setSeen(version)
    },
  })
  const { run, pending, error, errorAt, clearError } = useAction(editSourceAction, {
    unsaved,
    onSuccess: onDone,
    onError: ({ code }) => code === 'conflict' && router.refresh(),
  })
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part })
  const { kind } = draft
  const kindIsFixed = source.article !== null || source.kind === 'CONFIDENTIAL'
  const parentLabel = HAS_PARENT.find((each) => each === kind)
  // The refreshed page brings what the colleague wrote.
  const isConflict = error?.code === 'conflict' && source.version !== seen

  const save = () => {
    const { parent, aliases, ...rest } = draft
    const named = aliases.split('\n').filter((alias) => alias.trim() !== '')
    void run({ ...rest, id: source.id, version: seen, aliases: named, parentId: parent?.id ?? null })
  }
  const goOn = (mine: boolean) => {
    if (!mine) setDraft(draftOf(source))
    setSeen(source.version)
    clearError()
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        event.stopPropagation()
        save()
      }}
    >
      <Stack gap="md">
        <UnsavedNote of={unsaved} />
        {isConflict ? (
          <EditConflict theirs={source} onKeepMine={() => goOn(true)} onTakeTheirs={() => goOn(false)} />
        ) : (
          <FormError error={error} />
        )}
        <TextInput
          label={kind === 'UNNAMED_IN_TEXT' ? words('words') : words('name')}
          required
          maxLength={300}
          value={draft.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
          error={errorAt('name')}
        />
        {!kindIsFixed && (
          <NativeSelect
            label={words('kindLabel')}
            value={kind}
            onChange={(event) =>
              set({ kind: ADDABLE_KINDS.find((each) => each === event.currentTarget.value) ?? kind })
            }
            data={ADDABLE_KINDS.map((value) => ({ value, label: words(`kind.${value}`) }))}
            error={errorAt('kind')}
          />
        )}
        <Textarea
          label={facts('aliases')}
          description={t('aliasesHelp')}
          autosize
          minRows={2}
          value={draft.aliases}
          onChange={(event) => set({ aliases: event.currentTarget.value })}
          error={errorAt('aliases')}
        />
        {(HAS_ROLE.includes(kind) || draft.role) && (
          <TextInput
            label={words('role')}
            maxLength={300}
            value={draft.role}
            onChange={(event) => set({ role: event.currentTarget.value })}
            error={errorAt('role')}
          />
        )}
        {(parentLabel || draft.parent) && (
          <SourcePicker
            label={parentLabel ? words(`parent.${parentLabel}`) : facts('owner')}
            value={draft.parent}
            onChange={(parent) => set({ parent })}
            kinds={PARENT_KINDS}
            error={errorAt('parentId')}
          />
        )}
        {kind === 'ORGANISATION' && (
          <NativeSelect
            label={t('government')}
            description={t('governmentHelp')}
            value={draft.isGovernment === null ? '' : String(draft.isGovernment)}
            onChange={(event) =>
              set({ isGovernment: event.currentTarget.value === '' ? null : event.currentTarget.value === 'true' })
            }
            data={[
              { value: '', label: t('governmentUnsaid', { answer: String(isCalledGovernment(draft.name)) }) },
              { value: 'true', label: t('governmentYes') },
              { value: 'false', label: t('governmentNo') },
            ]}
          />
        )}
        <Textarea
          label={facts('interests')}
          description={t('interestsHelp')}
          autosize
          minRows={2}
          maxLength={4000}
          value={draft.interests}
          onChange={(event) => set({ interests: event.currentTarget.value })}
          error={errorAt('interests')}
        />
        <TextInput
          type="url"
          label={facts('url')}
          placeholder="https://"
          maxLength={2000}
          value={draft.url}
          onChange={(event) => set({ url: event.currentTarget.value })}
          error={errorAt('url')}
        />
        <TextInput
          label={facts('wikidata')}
          placeholder="Q11209"
          maxLength={20}
          value={draft.wikidataId}
          onChange={(event) => set({ wikidataId: event.currentTarget.value })}
          error={errorAt('wikidataId')}
        />
        <Group justify="flex-end" gap="xs">
          <Button onClick={onDone}>{t('cancel')}</Button>
          <Button type="submit" variant="filled" loading={pending}>
            {t('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
