'use client'

import { Button, Group, Modal } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import type { RefusalReason } from '@/app/_ui/action-result'
import { ConfirmDialog } from '@/app/_ui/confirm-dialog'
import { ReasonedButton } from '@/app/_ui/reasoned-button'
import { useAction } from '@/app/_ui/use-action'
import { seeIdentityAction } from '../../../_actions/sources'
import classes from './confidential.module.css'

/** Shows the identity after a warning that the look is logged; it is on the screen alone, until closed. */
export function SeeIdentity({ sourceId, reasons }: { sourceId: string; reasons: readonly RefusalReason[] }) {
  const t = useTranslations('confidential')
  const [asking, setAsking] = useState(false)
  const [identity, setIdentity] = useState<string | null>(null)
  const { run, pending, error, clearError } = useAction(seeIdentityAction, {
    onSuccess: (seen) => {
      setAsking(false)
      setIdentity(seen.identity)
    },
  })
  const ask = () => {
    clearError()
    setAsking(true)
  }
  return (
    <>
      <ReasonedButton reasons={reasons} onClick={ask}>
        {t('see')}
      </ReasonedButton>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('seeTitle')}
        confirmLabel={t('see')}
        onConfirm={() => void run({ id: sourceId, lookId: uuidv7() })}
        pending={pending}
        error={error}
      >
        {t('seeText')}
      </ConfirmDialog>
      <Modal opened={identity !== null} onClose={() => setIdentity(null)} title={t('identity')}>
        <p className={classes.identity} tabIndex={-1} data-autofocus>
          {identity}
        </p>
        <p className={classes.help}>{t('shownHelp')}</p>
        <Group justify="flex-end">
          <Button onClick={() => setIdentity(null)}>{t('close')}</Button>
        </Group>
      </Modal>
    </>
  )
}
