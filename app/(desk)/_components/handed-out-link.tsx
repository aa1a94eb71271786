'use client'

import { Button, CopyButton, Group, Stack, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { DateText } from '../../_ui/date-text'
import { Note } from '../../_ui/note'

export interface HandedOut {
  kind: 'INVITATION' | 'JOIN' | 'PASSWORD_RESET'
  url: string
  expiresAt: string
  /** It goes to the person's address too. */
  byMail: boolean
}

/** A one-time link to hand over: it is shown here and never again. */
export function HandedOutLink({ link, name, onDone }: { link: HandedOut; name: string; onDone: () => void }) {
  const t = useTranslations('link')
  return (
    <Stack gap="md">
      {link.byMail ? (
        <div>
          <strong>{t('byMail', { name })}</strong> {t('byMailHelp')}
        </div>
      ) : (
        <div>{t(`handOver.${link.kind}`, { name })}</div>
      )}
      <TextInput
        label={t('link')}
        value={link.url}
        readOnly
        data-autofocus
        onFocus={(event) => event.currentTarget.select()}
      />
      <Note>
        {!link.byMail && <>{t('noMail')} </>}
        {t('shownOnce')} {t('validUntil')} <DateText value={new Date(link.expiresAt)} look="dateTime" />.
      </Note>
      <Group justify="flex-end" gap="xs">
        <Button onClick={onDone}>{t('done')}</Button>
        <CopyButton value={link.url} timeout={4000}>
          {({ copied, copy }) => (
            <Button variant="filled" onClick={copy}>
              <span aria-live="polite">{copied ? t('copied') : t('copy')}</span>
            </Button>
          )}
        </CopyButton>
      </Group>
    </Stack>
  )
}
