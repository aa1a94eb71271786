'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { Note } from '@/app/_ui/note'
import { useWorkbench } from '../workbench/workbench-context'
import classes from './reading-column.module.css'

/** Where the panel is out of sight: that the claim waits for other words, and the way back. */
export function MoveHint() {
  const t = useTranslations('claim')
  const { movingId, setMoving, setOpenColumn } = useWorkbench()
  if (!movingId) return null
  const cancel = () => {
    setMoving(null)
    setOpenColumn('panel')
  }
  return (
    <div className={classes.moveHint}>
      <Note tone="accent" title={t('moveHow')}>
        <Button size="compact-sm" onClick={cancel}>
          {t('cancel')}
        </Button>
      </Note>
    </div>
  )
}
