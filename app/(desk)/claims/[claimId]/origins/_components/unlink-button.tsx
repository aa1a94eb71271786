'use client'

import { notifications } from '@mantine/notifications'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ConfirmDialog } from '@/app/_ui/confirm-dialog'
import { ReasonedButton } from '@/app/_ui/reasoned-button'
import { useAction } from '@/app/_ui/use-action'
import { unlinkClaimsAction } from '@/app/(desk)/_actions/independence'
import type { Reason } from '@/lib/errors'

/** Takes a link of two claims back, after asking. */
export function UnlinkButton({ id, wording, reasons }: { id: string; wording: string; reasons: readonly Reason[] }) {
  const t = useTranslations('origins.links')
  const [opened, setOpened] = useState(false)
  const { run, pending, error } = useAction(unlinkClaimsAction, {
    onSuccess: () => {
      setOpened(false)
      notifications.show({ message: t('removed') })
    },
  })
  return (
    <>
      <ReasonedButton
        size="compact-sm"
        variant="subtle"
        reasons={reasons}
        aria-label={t('removeOf', { wording })}
        onClick={() => setOpened(true)}
      >
        {t('remove')}
      </ReasonedButton>
      <ConfirmDialog
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('removeOf', { wording })}
        confirmLabel={t('remove')}
        destructive
        pending={pending}
        error={error}
        onConfirm={() => void run({ id })}
      >
        <p style={{ margin: 0 }}>{t('removeText', { wording })}</p>
      </ConfirmDialog>
    </>
  )
}
