'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { Note } from './note'
import classes from './remounting.module.css'

interface ForeignChangesRepairedProps {
  typed: ReadonlyMap<string, string>
  onClose: () => void
}

/** Says that a part was drawn anew because others had changed it, and gives back what had been typed. */
export function ForeignChangesRepaired({ typed, onClose }: ForeignChangesRepairedProps) {
  const t = useTranslations('ui.foreignChanges')
  const entries = [...typed].filter(([, value]) => value.trim() !== '')
  return (
    <div role="alert" className={classes.repaired}>
      <Note tone="false" title={t('again')}>
        {entries.length > 0 && <p>{t('typed')}</p>}
        {entries.map(([name, value]) => (
          <p key={name} className={classes.typed} translate="no" dir="auto">
            <strong dir="auto">{name}</strong> {value}
          </p>
        ))}
        <Button size="compact-sm" onClick={onClose}>
          {t('close')}
        </Button>
      </Note>
    </div>
  )
}
