'use client'

import { Modal } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { RefusalReason } from '@/app/_ui/action-result'
import { ConfirmDialog } from '@/app/_ui/confirm-dialog'
import { ReasonedButton } from '@/app/_ui/reasoned-button'
import { useAction } from '@/app/_ui/use-action'
import { removeEventAction } from '@/app/(desk)/_actions/events'
import type { EventView } from '@/lib/events/queries'

// Fetched when it is opened: its fields weigh more than the page.
const EventForm = dynamic(() => import('./event-form').then((module) => module.EventForm))

/** Adds an event and leads to its page; explains itself to whoever may not. */
export function AddEventButton({ reasons }: { reasons: readonly RefusalReason[] }) {
  const t = useTranslations('event')
  const router = useRouter()
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <>
      <ReasonedButton reasons={reasons} variant="filled" onClick={open}>
        {t('add')}
      </ReasonedButton>
      <Modal opened={opened} onClose={close} title={t('add')}>
        <EventForm onDone={({ id }) => router.push(`/events/${id}`)} onCancel={close} />
      </Modal>
    </>
  )
}

export function EditEventButton({ event, reasons }: { event: EventView; reasons: readonly RefusalReason[] }) {
  const t = useTranslations('event')
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <>
      <ReasonedButton reasons={reasons} onClick={open}>
        {t('edit')}
      </ReasonedButton>
      <Modal opened={opened} onClose={close} title={t('edit')}>
        <EventForm event={event} onDone={close} onCancel={close} />
      </Modal>
    </>
  )
}

export function RemoveEventButton({ event, reasons }: { event: EventView; reasons: readonly RefusalReason[] }) {
  const t = useTranslations('event')
  const router = useRouter()
  const [opened, { open, close }] = useDisclosure(false)
  const { run, pending, error, clearError } = useAction(removeEventAction, { onSuccess: () => router.push('/events') })
  return (
    <>
      <ReasonedButton
        reasons={reasons}
        variant="subtle"
        onClick={() => {
          clearError()
          open()
        }}
      >
        {t('remove')}
      </ReasonedButton>
      <ConfirmDialog
        opened={opened}
        onClose={close}
        title={t('removeTitle')}
        confirmLabel={t('remove')}
        destructive
        pending={pending}
        error={error}
        onConfirm={() => void run({ id: event.id, version: event.version })}
      >
        {t('removeText', { title: event.title })}
      </ConfirmDialog>
    </>
  )
}
