'use client'

import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslations } from 'next-intl'
import { ConfirmDialog } from '../../../_ui/confirm-dialog'
import { useAction } from '../../../_ui/use-action'
import { endOtherSessionsAction } from '../../_actions/auth'
import classes from './sessions.module.css'

export function EndOtherSessions({ others }: { others: number }) {
  const t = useTranslations('account')
  const [opened, { open, close }] = useDisclosure(false)
  const { run, pending, error } = useAction(endOtherSessionsAction, { onSuccess: close })
  if (others === 0) return <span className={classes.detail}>{t('noOthers')}</span>
  return (
    <>
      <Button onClick={open}>{t('endOthers')}</Button>
      <ConfirmDialog
        opened={opened}
        onClose={close}
        title={t('endOthers')}
        confirmLabel={t('endOthersConfirm')}
        onConfirm={() => void run({})}
        pending={pending}
        error={error}
      >
        {t('endOthersWarning')}
      </ConfirmDialog>
    </>
  )
}
