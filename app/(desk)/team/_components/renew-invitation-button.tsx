'use client'

import { Modal } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Member } from '@/lib/projects/queries'
import { ConfirmDialog } from '../../../_ui/confirm-dialog'
import { ReasonedButton } from '../../../_ui/reasoned-button'
import { useAction } from '../../../_ui/use-action'
import { renewInvitationAction } from '../../_actions/projects'
import { type HandedOut, HandedOutLink } from '../../_components/handed-out-link'

/** A new invitation for who has not come yet. */
export function RenewInvitationButton({ member }: { member: Member }) {
  const t = useTranslations('team')
  const [opened, { open, close }] = useDisclosure(false)
  const [link, setLink] = useState<HandedOut | null>(null)
  const { run, pending, error, clearError } = useAction(renewInvitationAction, { onSuccess: setLink })
  const { name } = member.user
  const title = t('invitationLinkOf', { name })
  return (
    <>
      <ReasonedButton
        size="xs"
        reasons={member.refusals.link}
        onClick={() => {
          clearError()
          setLink(null)
          open()
        }}
        aria-label={title}
      >
        {t('invitationLink')}
      </ReasonedButton>
      {link ? (
        <Modal opened={opened} onClose={close} title={title} closeButtonProps={{ 'aria-label': t('done') }}>
          <HandedOutLink link={link} name={name} onDone={close} />
        </Modal>
      ) : (
        <ConfirmDialog
          opened={opened}
          onClose={close}
          title={title}
          confirmLabel={t('makeLink')}
          onConfirm={() => void run({ id: member.id })}
          pending={pending}
          error={error}
        >
          {t('invitationLinkHelp', { name })}
        </ConfirmDialog>
      )}
    </>
  )
}
