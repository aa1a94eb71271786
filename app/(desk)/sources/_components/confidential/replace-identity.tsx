'use client'

import { Textarea } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { RefusalReason } from '@/app/_ui/action-result'
import { ConfirmDialog } from '@/app/_ui/confirm-dialog'
import { ReasonedButton } from '@/app/_ui/reasoned-button'
import { useAction } from '@/app/_ui/use-action'
import { sealIdentityAction } from '../../../_actions/sources'
import classes from './confidential.module.css'

interface ReplaceIdentityProps {
  sourceId: string
  version: number
  hasIdentity: boolean
  reasons: readonly RefusalReason[]
}

/** Stores another identity, or takes the stored one away. */
export function ReplaceIdentity({ sourceId, version, hasIdentity, reasons }: ReplaceIdentityProps) {
  const t = useTranslations('confidential')
  const [opened, setOpened] = useState<'replace' | 'erase' | null>(null)
  const [identity, setIdentity] = useState('')
  const close = () => {
    setOpened(null)
    setIdentity('')
  }
  const { run, pending, error, errorAt, clearError } = useAction(sealIdentityAction, { onSuccess: close })
  const open = (which: 'replace' | 'erase') => () => {
    clearError()
    setOpened(which)
  }
  return (
    <>
      <ReasonedButton reasons={reasons} onClick={open('replace')}>
        {hasIdentity ? t('replace') : t('store')}
      </ReasonedButton>
      {hasIdentity && reasons.length === 0 && (
        <ReasonedButton reasons={[]} variant="subtle" color="mute" onClick={open('erase')}>
          {t('erase')}
        </ReasonedButton>
      )}
      <ConfirmDialog
        opened={opened === 'replace'}
        onClose={close}
        title={hasIdentity ? t('replace') : t('store')}
        confirmLabel={t('save')}
        onConfirm={() => void run({ id: sourceId, version, identity })}
        pending={pending}
        error={error}
      >
        <Textarea
          label={t('identity')}
          description={hasIdentity ? t('replaceHelp') : undefined}
          value={identity}
          onChange={(event) => setIdentity(event.currentTarget.value)}
          error={errorAt('identity')}
          maxLength={4000}
          autoComplete="off"
          spellCheck={false}
          autosize
          minRows={2}
          maxRows={8}
          data-autofocus
        />
      </ConfirmDialog>
      <ConfirmDialog
        opened={opened === 'erase'}
        onClose={close}
        title={t('eraseTitle')}
        confirmLabel={t('erase')}
        onConfirm={() => void run({ id: sourceId, version, identity: null })}
        pending={pending}
        error={error}
        destructive
      >
        <p className={classes.help}>{t('eraseText')}</p>
      </ConfirmDialog>
    </>
  )
}
