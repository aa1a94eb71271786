'use client'

import { Button, Group, Stack, Tabs, Textarea } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { ActionError } from '@/app/_ui/action-result'
import { FormError } from '@/app/_ui/form-error'
import { FileDrop } from './file-drop'
import { type Received, receivedFile, receivedText } from './received'

interface TextIntakeProps {
  pasted: string
  onPasted: (text: string) => void
  onReceived: (received: Received) => void
  pending: boolean
  error: ActionError | null
  /** The file that was handed over last. */
  fileName: string | null
}

/** Where a text is pasted, or a file chosen. */
export function TextIntake({ pasted, onPasted, onReceived, pending, error, fileName }: TextIntakeProps) {
  const t = useTranslations('import')
  return (
    <Stack gap="md">
      <FormError error={error} />
      <Tabs defaultValue="paste">
        <Tabs.List mb="md">
          <Tabs.Tab value="paste">{t('paste')}</Tabs.Tab>
          <Tabs.Tab value="file">{t('file')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="paste">
          <form
            onSubmit={(event) => {
              event.preventDefault()
              onReceived(receivedText(pasted))
            }}
          >
            <Textarea
              label={t('text')}
              description={t('textHelp')}
              rows={14}
              value={pasted}
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
          <FileDrop onFile={(file) => onReceived(receivedFile(file))} pending={pending} fileName={fileName} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  )
}
