'use client'

import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { UnsavedNote } from '@/app/_ui/unsaved/unsaved-note'
import { useUnsaved } from '@/app/_ui/unsaved/use-unsaved'
import { FormError } from '../../../_ui/form-error'
import { SaveState } from '../../../_ui/save-state'
import { useAction } from '../../../_ui/use-action'
import { renameAction } from '../../_actions/auth'

export function NameForm({ name: saved }: { name: string }) {
  const t = useTranslations('account')
  const [name, setName] = useState(saved)
  const [done, setDone] = useState(false)
  const unsaved = useUnsaved('name', { value: name, take: setName })
  const { run, pending, error, errorAt } = useAction(renameAction, {
    unsaved,
    onSuccess: (value) => {
      setName(value.name)
      setDone(true)
    },
  })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setDone(false)
        void run({ name })
      }}
    >
      <Stack gap="md">
        <FormError error={error} />
        <UnsavedNote of={unsaved} />
        <TextInput
          label={t('name')}
          description={t('nameHelp')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={errorAt('name')}
          autoComplete="name"
        />
        <Group gap="sm">
          <Button type="submit" loading={pending}>
            {t('saveName')}
          </Button>
          <SaveState state={pending ? 'saving' : done ? 'saved' : 'idle'} />
        </Group>
      </Stack>
    </form>
  )
}
