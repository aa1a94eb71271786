'use client'

import { Button, Modal } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslations } from 'next-intl'
import type { Member } from '@/lib/projects/queries'
import { LinkButton } from '../../../_ui/link-button'

export interface WhomToAsk {
  owners: readonly string[]
  isOwner: boolean
}

/** Where a forgotten password is seen to: not here, for who could open a colleague's account would be two people. */
export function ForgottenButton({ member, ask }: { member: Member; ask: WhomToAsk }) {
  const t = useTranslations('team')
  const [opened, { open, close }] = useDisclosure(false)
  const { name } = member.user
  const title = t('forgottenOf', { name })
  return (
    <>
      <Button size="xs" onClick={open} aria-label={title}>
        {t('forgotten')}
      </Button>
      <Modal opened={opened} onClose={close} title={title} closeButtonProps={{ 'aria-label': t('done') }}>
        <p style={{ marginTop: 0 }}>{t('forgottenWhy', { name })}</p>
        {ask.isOwner ? (
          <LinkButton href="/installation">{t('forgottenHere')}</LinkButton>
        ) : (
          <p>{t('forgottenAsk', { owners: ask.owners.join(', ') })}</p>
        )}
      </Modal>
    </>
  )
}
