'use client'

import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { EmptyState } from './empty-state'
import { isForeignFailure } from './foreign-failure'

/** What a page shows that could not be made; the reference leads to the server's log. */
export function Failure({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations('error.failed')
  const digest = error instanceof Error && 'digest' in error && typeof error.digest === 'string' ? error.digest : null
  return (
    <EmptyState
      titleAs="h1"
      icon={<IconAlertTriangle size={26} stroke={1.6} />}
      title={t('title')}
      action={
        <Button variant="filled" onClick={() => retry()}>
          {t('retry')}
        </Button>
      }
    >
      <p>{t('text')}</p>
      {isForeignFailure(error) && <p>{t('foreign')}</p>}
      {digest && <p>{t('reference', { digest })}</p>}
    </EmptyState>
  )
}
