'use client'

import { Button, Group, TextInput } from '@mantine/core'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { v7 } from 'uuid'
import { FormError } from '@/app/_ui/form-error'
import { UnsavedNote } from '@/app/_ui/unsaved/unsaved-note'
import { useUnsaved } from '@/app/_ui/unsaved/use-unsaved'
import { useAction } from '@/app/_ui/use-action'
import { fetchPageAction } from '../../../_actions/import'
import { type Received, receivedPage } from './received'

interface AddressIntakeProps {
  /** Offered to be asked again: where an earlier text came from. */
  address: string
  onReceived: (received: Received) => void
  pending: boolean
}

/** Where a page's address is given, to be fetched by the server. */
export function AddressIntake({ address: known, onReceived, pending }: AddressIntakeProps) {
  const t = useTranslations('import')
  const [address, setAddress] = useState(known)
  const unsaved = useUnsaved('address', { of: usePathname(), value: address, take: setAddress })
  const fetching = useAction(fetchPageAction, { unsaved, onSuccess: (page) => onReceived(receivedPage(page)) })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void fetching.run({ id: v7(), address })
      }}
    >
      <FormError error={fetching.errorAt('address') ? null : fetching.error} />
      <UnsavedNote of={unsaved} />
      <TextInput
        label={t('addressLabel')}
        description={t('addressHelp')}
        inputMode="url"
        autoComplete="off"
        maxLength={2000}
        value={address}
        error={fetching.errorAt('address')}
        onChange={(event) => setAddress(event.currentTarget.value)}
      />
      <Group justify="flex-end" mt="md">
        <Button type="submit" variant="filled" loading={fetching.pending || pending}>
          {t('fetch')}
        </Button>
      </Group>
    </form>
  )
}
