'use client'

import { Button, Modal } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconUserPlus } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type HandedOut, HandedOutLink } from '../../_components/handed-out-link'
import { InviteForm } from './invite-form'

type Invited = { name: string; link: HandedOut }

export function InviteButton() {
  const t = useTranslations('team')
  const [opened, { open, close }] = useDisclosure(false)
  const [outcome, setOutcome] = useState<Invited | null>(null)
  return (
    <>
      <Button
        variant="filled"
        leftSection={<IconUserPlus size={16} stroke={1.8} aria-hidden />}
        onClick={() => {
          setOutcome(null)
          open()
        }}
      >
        {t('invite')}
      </Button>
      <Modal opened={opened} onClose={close} title={t('inviteTitle')} closeButtonProps={{ 'aria-label': t('done') }}>
        {!outcome && <InviteForm onInvited={setOutcome} onCancel={close} />}
        {outcome && <HandedOutLink link={outcome.link} name={outcome.name} onDone={close} />}
      </Modal>
    </>
  )
}
