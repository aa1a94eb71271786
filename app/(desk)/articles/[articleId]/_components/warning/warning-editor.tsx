'use client'

import { Button } from '@mantine/core'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { ConfirmDialog } from '@/app/_ui/confirm-dialog'
import { ReasonedButton } from '@/app/_ui/reasoned-button'
import { useAction } from '@/app/_ui/use-action'
import { removeWarningAction } from '@/app/(desk)/_actions/warnings'
import type { Reason } from '@/lib/errors'
import type { WarningView } from '@/lib/warnings/queries'
import classes from './warning.module.css'
import type { WarningStart } from './warning-draft'

const WarningForm = dynamic(() => import('./warning-form').then((module) => module.WarningForm))

interface WarningEditorProps {
  claimId: string
  warning: WarningView | null
  reasons: readonly Reason[]
  /** What a first warning starts from. */
  start: WarningStart
  /** How the warning reads. */
  children: ReactNode
}

export function WarningEditor({ claimId, warning, reasons, start, children }: WarningEditorProps) {
  const t = useTranslations('warning')
  const [editing, setEditing] = useState(false)
  const [removing, setRemoving] = useState(false)
  const { run, pending, error } = useAction(removeWarningAction, { onSuccess: () => setRemoving(false) })
  if (editing)
    return <WarningForm claimId={claimId} warning={warning} start={start} onClose={() => setEditing(false)} />
  return (
    <>
      {warning ? children : <p className={classes.empty}>{t('empty')}</p>}
      <div className={classes.foot}>
        <ReasonedButton reasons={reasons} size="compact-sm" onClick={() => setEditing(true)}>
          {warning ? t('edit') : t('add')}
        </ReasonedButton>
        {warning && reasons.length === 0 && (
          <Button variant="subtle" color="mute" size="compact-sm" onClick={() => setRemoving(true)}>
            {t('remove')}
          </Button>
        )}
      </div>
      <ConfirmDialog
        opened={removing}
        onClose={() => setRemoving(false)}
        title={t('removeTitle')}
        confirmLabel={t('remove')}
        destructive
        pending={pending}
        error={error}
        onConfirm={() => warning && void run({ id: warning.id, claimId, version: warning.version })}
      >
        {t('removeText')}
      </ConfirmDialog>
    </>
  )
}
