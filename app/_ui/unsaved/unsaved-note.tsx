'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { DateText } from '../date-text'
import classes from './unsaved-note.module.css'
import type { Unsaved } from './use-unsaved'

/** Offers a text that was typed into this form and not saved. */
export function UnsavedNote({ of: { offer, take, discard } }: { of: Unsaved }) {
  const t = useTranslations('ui.unsaved')
  return (
    <div role="status" className={classes.place}>
      {offer && (
        <div className={classes.note}>
          <p>
            {t.rich('offer', { date: () => <DateText value={offer.at} look="dateTime" /> })}
            {offer.isOutdated && ` ${t('outdated')}`}
          </p>
          <div className={classes.buttons}>
            <Button size="compact-sm" onClick={take}>
              {t('take')}
            </Button>
            <Button size="compact-sm" variant="subtle" color="mute" onClick={discard}>
              {t('discard')}
            </Button>
          </div>
        </div>
      )}
    </div>
  )
}
