'use client'

import { useDisclosure } from '@mantine/hooks'
import { useTranslations } from 'next-intl'
import type { Member } from '@/lib/projects/queries'
import { ConfirmDialog } from '../../../_ui/confirm-dialog'
import { Note } from '../../../_ui/note'
import { ReasonedButton } from '../../../_ui/reasoned-button'
import { useAction } from '../../../_ui/use-action'
import { endMembershipAction } from '../../_actions/projects'

export function EndButton({ member }: { member: Member }) {
  const t = useTranslations('team')
  const [opened, { open, close }] = useDisclosure(false)
  const { run, pending, error, clearError } = useAction(endMembershipAction, { onSuccess: close })
  const { name } = member.user
  return (
    <>
      <ReasonedButton
        size="xs"
        reasons={member.refusals.end}
        onClick={() => {
          clearError()
          open()
        }}
        aria-label={t('endOf', { name })}
      >
        {t('end')}
      </ReasonedButton>
      <ConfirmDialog
        opened={opened}
        onClose={close}
        title={t('endOf', { name })}
        confirmLabel={t('endConfirm')}
        onConfirm={() => void run({ id: member.id, version: member.version })}
        pending={pending}
        error={error}
        destructive
      >
        <p style={{ marginTop: 0 }}>{t('endHelp', { name })}</p>
        {member.openAssignments.count > 0 && (
          <Note>
            {t(member.openAssignments.more ? 'endManyAssignments' : 'endAssignments', {
              count: member.openAssignments.count,
            })}
          </Note>
        )}
      </ConfirmDialog>
    </>
  )
}
