'use client'

import { Textarea } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { UnsavedNote } from '@/app/_ui/unsaved/unsaved-note'
import { useUnsaved } from '@/app/_ui/unsaved/use-unsaved'
import type { Person } from '@/lib/auth/queries/people'
import { ConfirmDialog } from '../../../_ui/confirm-dialog'
import { ReasonedButton } from '../../../_ui/reasoned-button'
import { useAction } from '../../../_ui/use-action'
import { disableUserAction } from '../../_actions/auth'

export function DisableButton({ person }: { person: Person }) {
  const t = useTranslations('installation')
  const [opened, { open, close }] = useDisclosure(false)
  const [reason, setReason] = useState('')
  const unsaved = useUnsaved('disable', { of: person.id, value: reason, take: setReason, isOpen: opened })
  const { run, pending, error, clearError } = useAction(disableUserAction, { unsaved, onSuccess: close })
  const { id, name, refusals } = person
  return (
    <>
      <ReasonedButton
        size="xs"
        reasons={refusals.disable}
        onClick={() => {
          clearError()
          open()
        }}
        aria-label={t('disableOf', { name })}
      >
        {t('disable')}
      </ReasonedButton>
      <ConfirmDialog
        opened={opened}
        onClose={close}
        title={t('disableOf', { name })}
        confirmLabel={t('disableConfirm')}
        onConfirm={() => void run({ id, reason })}
        pending={pending}
        error={error}
        destructive
      >
        <p style={{ marginTop: 0 }}>{t('disableHelp', { name })}</p>
        <UnsavedNote of={unsaved} />
        <Textarea
          label={t('disableReason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={500}
          autosize
          minRows={2}
        />
      </ConfirmDialog>
    </>
  )
}
