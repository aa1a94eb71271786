'use client'

import { Button } from '@mantine/core'
import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { formatDate } from './date-format'
import { Glyph } from './glyph'
import classes from './save-state.module.css'

interface SaveStateProps {
  state: 'idle' | 'saving' | 'saved' | 'failed'
  /** When it was saved. */
  at?: Date
  onRetry?: () => void
}

/** Says that work is safe: "Enregistrement…", "Enregistré 14:32", or "Non enregistré" with a way to try again. */
export function SaveState({ state, at, onRetry }: SaveStateProps) {
  const t = useTranslations('ui.save')
  const locale = useLocale()
  const timeZone = useTimeZone()
  const time = at && formatDate(at, locale, { look: 'time', timeZone })
  return (
    <span className={classes.save} data-state={state}>
      <span role="status">
        {state === 'saving' && t('saving')}
        {state === 'saved' && (time ? t('savedAt', { time }) : t('saved'))}
        {state === 'failed' && (
          <>
            <Glyph shape="warning" tone="false" /> {t('failed')}
          </>
        )}
      </span>
      {state === 'failed' && onRetry && (
        <Button size="compact-sm" onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
    </span>
  )
}
