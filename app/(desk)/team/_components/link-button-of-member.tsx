'use client'

import { Modal } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Member } from '@/lib/projects/queries'
import { ConfirmDialog } from '../../../_ui/confirm-dialog'
import { ReasonedButton } from '../../../_ui/reasoned-button'
import { useAction } from '../../../_ui/use-action'
import { issueResetLinkAction } from '../actions'
import { type HandedOut, HandedOutLink } from './handed-out-link'

/** A link for a forgotten password, or a new invitation for who has not come yet. */
export function LinkButtonOfMember({ member }: { member: Member }) {
  const t = useTranslations('team')
  const [opened, { open, close }] = useDisclosure(false)
  const [link, setLink] = useState<HandedOut | null>(null)
  const { run, pending, error, clearError } = useAction(issueResetLinkAction, { onSuccess: setLink })
  const { name } = member.user
  const invited = member.state === 'invited'
  const title = invited ? t('invitationLinkOf', { name }) : t('resetLinkOf', { name })
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
        {invited ? t('invitationLink') : t('resetLink')}
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
          {invited ? t('invitationLinkHelp', { name }) : t('resetLinkHelp', { name })}
        </ConfirmDialog>
      )}
    </>
  )
}
