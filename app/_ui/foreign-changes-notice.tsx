'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { foreignChanges } from './foreign-changes'
import classes from './foreign-changes-notice.module.css'
import { Note } from './note'

/** Says what to switch off when a translator or an extension takes parts out of the page for good. */
export function ForeignChangesNotice() {
  const t = useTranslations('ui.foreignChanges')
  const isBroken = useSyncExternalStore(foreignChanges.subscribe, foreignChanges.get, () => false)
  return (
    <div role="alert" className={classes.notice}>
      {isBroken && (
        <Note tone="false" title={t('title')}>
          <p>{t('text')}</p>
          <Button size="compact-sm" onClick={() => foreignChanges.set(false)}>
            {t('close')}
          </Button>
        </Note>
      )}
    </div>
  )
}
