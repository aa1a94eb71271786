'use client'

import { useDisclosure } from '@mantine/hooks'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Member } from '@/lib/projects/queries'
import { ConfirmDialog } from '../../../_ui/confirm-dialog'
import { Note } from '../../../_ui/note'
import { ReasonedButton } from '../../../_ui/reasoned-button'
import { useAction } from '../../../_ui/use-action'
import { setRoleAction } from '../../_actions/projects'
import { RoleChoice } from './role-choice'

export function RoleButton({ member }: { member: Member }) {
  const t = useTranslations('team')
  const [opened, { open, close }] = useDisclosure(false)
  const [role, setRole] = useState(member.role)
  const { run, pending, error, clearError } = useAction(setRoleAction, { onSuccess: close })
  const begin = () => {
    setRole(member.role)
    clearError()
    open()
  }
  return (
    <>
      <ReasonedButton
        size="xs"
        reasons={member.refusals.setRole}
        onClick={begin}
        aria-label={t('changeRoleOf', { name: member.user.name })}
      >
        {t('changeRole')}
      </ReasonedButton>
      <ConfirmDialog
        opened={opened}
        onClose={close}
        title={t('changeRoleOf', { name: member.user.name })}
        confirmLabel={t('saveRole')}
        onConfirm={() => (role === member.role ? close() : void run({ id: member.id, version: member.version, role }))}
        pending={pending}
        error={error}
      >
        <RoleChoice value={role} onChange={setRole} />
        {member.state === 'invited' && <Note>{t('roleEndsLink', { name: member.user.name })}</Note>}
      </ConfirmDialog>
    </>
  )
}
