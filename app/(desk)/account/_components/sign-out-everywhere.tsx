'use client'

import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslations } from 'next-intl'
import { ConfirmDialog } from '../../../_ui/confirm-dialog'
import { useForgetKept } from '../../../_ui/unsaved/kept-owner'
import { useAction } from '../../../_ui/use-action'
import { signOutEverywhereAction } from '../../_actions/auth'

export function SignOutEverywhere() {
  const t = useTranslations('account')
  const forgetKept = useForgetKept()
  const [opened, { open, close }] = useDisclosure(false)
  const { run, pending, error } = useAction(signOutEverywhereAction)
  return (
    <>
      <Button onClick={open}>{t('everywhere')}</Button>
      <ConfirmDialog
        opened={opened}
        onClose={close}
        title={t('everywhere')}
        confirmLabel={t('everywhereConfirm')}
        onConfirm={() => {
          forgetKept()
          void run({})
        }}
        pending={pending}
        error={error}
      >
        {t('everywhereWarning')}
      </ConfirmDialog>
    </>
  )
}
