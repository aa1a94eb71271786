'use client'

import { Modal } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { RefusalReason } from '@/app/_ui/action-result'
import { ReasonedButton } from '@/app/_ui/reasoned-button'

// Fetched when it is opened: the form weighs more than the list.
const NewSourceForm = dynamic(() => import('./new-source-form').then((module) => module.NewSourceForm))

/** Adds a source and leads to its page; explains itself to whoever may not. */
export function AddSourceButton({ reasons }: { reasons: readonly RefusalReason[] }) {
  const t = useTranslations('sources')
  const router = useRouter()
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <>
      <ReasonedButton reasons={reasons} variant="filled" onClick={open}>
        {t('add')}
      </ReasonedButton>
      <Modal opened={opened} onClose={close} title={t('add')}>
        <NewSourceForm onDone={(source) => router.push(`/sources/${source.id}`)} onCancel={close} />
      </Modal>
    </>
  )
}
