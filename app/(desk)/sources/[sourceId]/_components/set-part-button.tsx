'use client'

import { Modal } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import type { RefusalReason } from '@/app/_ui/action-result'
import { ReasonedButton } from '@/app/_ui/reasoned-button'
import type { SourceValue } from '@/lib/sources/schema'

const SetPartForm = dynamic(() => import('./set-part-form').then((module) => module.SetPartForm))

/** Asks of what an organisation is part, and since when. */
export function SetPartButton({ source, reasons }: { source: SourceValue; reasons: readonly RefusalReason[] }) {
  const t = useTranslations('sources.parts')
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <>
      <ReasonedButton size="xs" reasons={reasons} onClick={open}>
        {t('set')}
      </ReasonedButton>
      <Modal opened={opened} onClose={close} title={t('setTitle', { name: source.name })} size="lg">
        <SetPartForm source={source} onDone={close} />
      </Modal>
    </>
  )
}
