'use client'

import { Modal } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import type { RefusalReason } from '@/app/_ui/action-result'
import { ReasonedButton } from '@/app/_ui/reasoned-button'
import type { EditableSource } from './editable-source'

const EditSourceForm = dynamic(() => import('./edit-source-form').then((module) => module.EditSourceForm))

export function EditSourceButton({ source, reasons }: { source: EditableSource; reasons: readonly RefusalReason[] }) {
  const t = useTranslations('sources.edit')
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <>
      <ReasonedButton reasons={reasons} onClick={open}>
        {t('button')}
      </ReasonedButton>
      <Modal opened={opened} onClose={close} title={t('title')} size="lg">
        <EditSourceForm source={source} onDone={close} />
      </Modal>
    </>
  )
}
