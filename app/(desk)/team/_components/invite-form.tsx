'use client'

import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { v7 } from 'uuid'
import { UnsavedNote } from '@/app/_ui/unsaved/unsaved-note'
import { useUnsaved } from '@/app/_ui/unsaved/use-unsaved'
import type { Role } from '@/prisma/generated/enums'
import { FormError } from '../../../_ui/form-error'
import { useAction } from '../../../_ui/use-action'
import { inviteAction } from '../../_actions/projects'
import type { HandedOut } from '../../_components/handed-out-link'
import { RoleChoice } from './role-choice'

interface InviteFormProps {
  onInvited: (outcome: { name: string; link: HandedOut }) => void
  onCancel: () => void
}

export function InviteForm({ onInvited, onCancel }: InviteFormProps) {
  const t = useTranslations('team')
  // Made once per form: sent again, it is still the same person and the same membership.
  const [ids] = useState(() => ({ id: v7(), userId: v7() }))
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('CHECKER')
  const unsaved = useUnsaved('invitation', {
    value: { name, email, role },
    take: (kept) => {
      setName(kept.name)
      setEmail(kept.email)
      setRole(kept.role)
    },
  })
  const { run, pending, error, errorAt } = useAction(inviteAction, {
    unsaved,
    onSuccess: ({ link }) => onInvited({ name, link }),
  })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void run({ ...ids, name, email, role })
      }}
    >
      <Stack gap="md">
        <FormError error={error} />
        <UnsavedNote of={unsaved} />
        <TextInput
          label={t('name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={errorAt('name')}
          autoComplete="off"
          required
          withAsterisk={false}
          data-autofocus
        />
        <TextInput
          label={t('email')}
          type="email"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={errorAt('email')}
          autoComplete="off"
          required
          withAsterisk={false}
        />
        <RoleChoice value={role} onChange={setRole} />
        <Group justify="flex-end" gap="xs">
          <Button onClick={onCancel}>{t('cancel')}</Button>
          <Button type="submit" variant="filled" loading={pending}>
            {t('inviteSubmit')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
