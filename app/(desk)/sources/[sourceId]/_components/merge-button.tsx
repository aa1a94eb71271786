'use client'

import { Button, Group, Modal, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { RefusalReason } from '@/app/_ui/action-result'
import { ReasonedButton } from '@/app/_ui/reasoned-button'
import { mergeableKinds } from '@/lib/sources/merging'
import type { SourceValue } from '@/lib/sources/schema'

const SourcePicker = dynamic(() => import('../../../_components/source-picker').then((module) => module.SourcePicker))

interface MergeButtonProps {
  source: SourceValue
  reasons: readonly RefusalReason[]
}

/** Asks with which source, then leads to the preview, where nothing has happened yet. */
export function MergeButton({ source, reasons }: MergeButtonProps) {
  const t = useTranslations('sources.merge')
  const router = useRouter()
  const [opened, { open, close }] = useDisclosure(false)
  const [other, setOther] = useState<SourceValue | null>(null)
  const isItself = other?.id === source.id
  return (
    <>
      <ReasonedButton reasons={reasons} onClick={open}>
        {t('button')}
      </ReasonedButton>
      <Modal opened={opened} onClose={close} title={t('chooseTitle', { name: source.name })}>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (other && !isItself) router.push(`/sources/${source.id}/merge?with=${other.id}`)
          }}
        >
          <Stack gap="md">
            <SourcePicker
              label={t('with')}
              description={t('withHelp')}
              value={other}
              onChange={setOther}
              kinds={mergeableKinds(source.kind)}
              creatable={false}
              error={isItself ? t('itself') : undefined}
            />
            <Group justify="flex-end" gap="xs">
              <Button onClick={close}>{t('cancel')}</Button>
              <Button type="submit" variant="filled" disabled={!other || isItself}>
                {t('preview')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  )
}
