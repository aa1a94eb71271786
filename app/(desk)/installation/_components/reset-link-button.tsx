'use client'

import { Modal, Textarea } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { UnsavedNote } from '@/app/_ui/unsaved/unsaved-note'
import { useUnsaved } from '@/app/_ui/unsaved/use-unsaved'
import type { Person } from '@/lib/auth/queries/people'
import { ConfirmDialog } from '../../../_ui/confirm-dialog'
import { ReasonedButton } from '../../../_ui/reasoned-button'
import { useAction } from '../../../_ui/use-action'
import { issueResetLinkAction } from '../../_actions/auth'
import { type HandedOut, HandedOutLink } from '../../_components/handed-out-link'

/** A new password for somebody who has forgotten theirs: the owner vouches for them, and says why. */
export function ResetLinkButton({ person }: { person: Person }) {
  const t = useTranslations('installation')
  const [opened, { open, close }] = useDisclosure(false)
  const [reason, setReason] = useState('')
  const [link, setLink] = useState<HandedOut | null>(null)
  const unsaved = useUnsaved('resetLink', { of: person.id, value: reason, take: setReason, isOpen: opened })
  const { run, pending, error, errorAt, clearError } = useAction(issueResetLinkAction, {
    unsaved,
    onSuccess: (made) => {
      setReason('')
      setLink(made)
    },
  })
  const { name } = person
  const title = t('resetLinkOf', { name })
  return (
    <>
      <ReasonedButton
        size="xs"
        reasons={person.refusals.resetLink}
        onClick={() => {
          clearError()
          setLink(null)
          open()
        }}
        aria-label={title}
      >
        {t('resetLink')}
      </ReasonedButton>
      {link ? (
        <Modal opened={opened} onClose={close} title={title} closeButtonProps={{ 'aria-label': t('done') }}>
          <HandedOutLink link={link} name={name} onDone={close} />
        </Modal>
      ) : (
        <ConfirmDialog
          opened={opened}
          onClose={close}
          title={title}
          confirmLabel={t('makeLink')}
          onConfirm={() => void run({ userId: person.id, reason })}
          pending={pending}
          error={error}
        >
          <p style={{ marginTop: 0 }}>{t('resetLinkHelp', { name })}</p>
          <UnsavedNote of={unsaved} />
          <Textarea
            label={t('reason')}
            description={t('reasonHelp', { name })}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={errorAt('reason')}
            autosize
            minRows={2}
            required
            withAsterisk={false}
            data-autofocus
          />
        </ConfirmDialog>
      )}
    </>
  )
}
