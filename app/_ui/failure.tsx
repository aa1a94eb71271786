'use client'

import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { EmptyState } from './empty-state'
import { isForeignFailure } from './foreign-failure'
import { isOutdated } from './lost-answer'
import { UpdatedPage } from './updated-page'

/** What the server marks an error with when it was only busy (lib/database/request-trouble.ts). */
const BUSY = 'unavailable'

/** What a page shows that could not be made; the reference leads to the server's log. */
export function Failure({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations('error')
  const digest = error instanceof Error && 'digest' in error && typeof error.digest === 'string' ? error.digest : null
  const isBusy = digest === BUSY
  if (isOutdated(error))
    return (
      <EmptyState
        titleAs="h1"
        icon={<IconAlertTriangle size={26} stroke={1.6} />}
        title={t('outdated.title')}
        action={<UpdatedPage isEmpty />}
      >
        <p>{t('outdated.text')}</p>
      </EmptyState>
    )
  return (
    <EmptyState
      titleAs="h1"
      icon={<IconAlertTriangle size={26} stroke={1.6} />}
      title={t(isBusy ? 'busy.title' : 'failed.title')}
      action={
        <Button variant="filled" onClick={() => retry()}>
          {t('failed.retry')}
        </Button>
      }
    >
      <p>{t(isBusy ? 'busy.text' : 'failed.text')}</p>
      {!isBusy && isForeignFailure(error) && <p>{t('failed.foreign')}</p>}
      {digest && !isBusy && <p>{t('failed.reference', { digest })}</p>}
    </EmptyState>
  )
}
