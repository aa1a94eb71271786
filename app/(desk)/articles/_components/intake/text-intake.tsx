'use client'

import { Button, Group, Stack, Tabs, Textarea } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { type ClipboardEvent, useState } from 'react'
import type { ActionError } from '@/app/_ui/action-result'
import { FormError } from '@/app/_ui/form-error'
import { UnsavedNote } from '@/app/_ui/unsaved/unsaved-note'
import type { Unsaved } from '@/app/_ui/unsaved/use-unsaved'
import { AddressIntake } from './address-intake'
import { FileDrop } from './file-drop'
import { type Received, receivedHtml, receivedText } from './received'

interface TextIntakeProps {
  /** What the form around keeps of an earlier import. */
  unsaved: Unsaved
  pasted: string
  onPasted: (text: string) => void
  onReceived: (received: Received) => void
  onFiles: (files: File[]) => void
  pending: boolean
  error: ActionError | null
  /** The file that was handed over last. */
  fileName: string | null
  /** The address that is offered to be fetched; an earlier text came from it. */
  address?: string
}

const sameWords = (one: string, other: string) => one.replace(/\s+/g, ' ').trim() === other.replace(/\s+/g, ' ').trim()

/** Where a text is pasted, or a file chosen. */
export function TextIntake({
  unsaved,
  pasted,
  onPasted,
  onReceived,
  onFiles,
  pending,
  error,
  fileName,
  address = '',
}: TextIntakeProps) {
  const t = useTranslations('import')
  // What was pasted with its formatting, as long as nobody has changed the words.
  const [formatted, setFormatted] = useState<{ source: string; words: string } | null>(null)
  const keepFormatting = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const source = event.clipboardData.getData('text/html')
    const words = event.clipboardData.getData('text/plain')
    setFormatted(source && words && pasted.trim() === '' ? { source, words } : null)
  }
  return (
    <Stack gap="md">
      <UnsavedNote of={unsaved} />
      <FormError error={error} />
      <Tabs defaultValue="paste">
        <Tabs.List mb="md">
          <Tabs.Tab value="paste">{t('paste')}</Tabs.Tab>
          <Tabs.Tab value="file">{t('file')}</Tabs.Tab>
          <Tabs.Tab value="address">{t('address')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="paste">
          <form
            onSubmit={(event) => {
              event.preventDefault()
              const isUntouched = formatted !== null && sameWords(formatted.words, pasted)
              onReceived(isUntouched ? receivedHtml(formatted.source) : receivedText(pasted))
            }}
          >
            <Textarea
              label={t('text')}
              description={t('textHelp')}
              rows={14}
              value={pasted}
              onPaste={keepFormatting}
              onChange={(event) => onPasted(event.currentTarget.value)}
            />
            <Group justify="flex-end" mt="md">
              <Button type="submit" variant="filled" loading={pending}>
                {t('read')}
              </Button>
            </Group>
          </form>
        </Tabs.Panel>
        <Tabs.Panel value="file">
          <FileDrop onFiles={onFiles} pending={pending} fileName={fileName} />
        </Tabs.Panel>
        <Tabs.Panel value="address">
          <AddressIntake address={address} onReceived={onReceived} pending={pending} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  )
}
