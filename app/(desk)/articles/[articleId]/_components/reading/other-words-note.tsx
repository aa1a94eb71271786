'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { Note } from '@/app/_ui/note'
import { useReasonText } from '@/app/_ui/use-reason-text'
import { useWorkbench } from '../workbench/workbench-context'
import classes from './reading-column.module.css'

/** Why nothing could be selected: a translation or an extension shows other words than the article's, and what to switch off. */
export function OtherWordsNote() {
  const t = useTranslations('workbench.otherWords')
  const { otherWords } = useWorkbench()
  const text = useReasonText()
  const isRefused = useSyncExternalStore(otherWords.subscribe, otherWords.get, () => false)
  return (
    <div role="alert" className={classes.otherWords}>
      {isRefused && (
        <Note tone="false" title={t('title')}>
          <p>{text({ key: 'span.otherWords' })}</p>
          <div className={classes.buttons}>
            <Button size="compact-sm" onClick={() => location.reload()}>
              {t('reload')}
            </Button>
            <Button size="compact-sm" onClick={() => otherWords.set(false)}>
              {t('close')}
            </Button>
          </div>
        </Note>
      )}
    </div>
  )
}
