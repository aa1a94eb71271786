'use client'

import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslations } from 'next-intl'
import type { Person } from '@/lib/auth/queries/people'
import { ConfirmDialog } from '../../../_ui/confirm-dialog'
import { useAction } from '../../../_ui/use-action'
import { enableUserAction } from '../../_actions/auth'

export function EnableButton({ person: { id, name } }: { person: Person }) {
  const t = useTranslations('installation')
  const [opened, { open, close }] = useDisclosure(false)
  const { run, pending, error } = useAction(enableUserAction, { onSuccess: close })
  return (
    <>
      <Button size="xs" onClick={open} aria-label={t('enableOf', { name })}>
        {t('enable')}
      </Button>
      <ConfirmDialog
        opened={opened}
        onClose={close}
        title={t('enableOf', { name })}
        confirmLabel={t('enableConfirm')}
        onConfirm={() => void run({ id })}
        pending={pending}
        error={error}
      >
        {t('enableHelp', { name })}
      </ConfirmDialog>
    </>
  )
}
