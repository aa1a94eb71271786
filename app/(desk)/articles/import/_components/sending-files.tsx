'use client'

import { Button, Group, Progress, Stack } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { FormError } from '@/app/_ui/form-error'
import { LinkButton } from '@/app/_ui/link-button'
import { Note } from '@/app/_ui/note'
import { Section } from '@/app/_ui/section'
import { MOST_FILES } from '@/lib/import/schema'
import classes from '../../_components/intake/intake.module.css'
import { useSendFiles } from './use-send-files'

/** Many files on their way in; once they are here, the page of what becomes of them. */
export function SendingFiles({ files }: { files: readonly File[] }) {
  const t = useTranslations('import.many')
  const router = useRouter()
  const { batchId, sent, total, error, sendRest } = useSendFiles(files, (id) => router.push(`/articles/import/${id}`))
  return (
    <Section title={t('sending')} look="card">
      <Stack gap="md">
        {files.length > MOST_FILES && <Note>{t('tooMany', { count: files.length, most: MOST_FILES })}</Note>}
        <div>
          <p className={classes.hint} aria-live="polite">
            {t('sent', { done: sent, total })}
          </p>
          <Progress value={total === 0 ? 0 : (sent / total) * 100} aria-label={t('progress')} />
        </div>
        {error && (
          <>
            <FormError error={error} />
            {sent > 0 && <p className={classes.hint}>{t('broken')}</p>}
            <Group justify="flex-end" gap="xs">
              {sent > 0 && <LinkButton href={`/articles/import/${batchId}`}>{t('toBatch')}</LinkButton>}
              <Button variant="filled" onClick={() => void sendRest()}>
                {t('sendRest')}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Section>
  )
}
