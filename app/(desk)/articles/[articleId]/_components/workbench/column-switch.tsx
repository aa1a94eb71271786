'use client'

import { useTranslations } from 'next-intl'
import classes from './column-switch.module.css'
import { type OpenColumn, useWorkbench } from './workbench-context'

const COLUMNS: readonly OpenColumn[] = ['text', 'list', 'panel']

/** On narrow screens: text, claims, or the selected claim. Hidden where all three stand side by side. */
export function ColumnSwitch() {
  const t = useTranslations('workbench.column')
  const { openColumn, setOpenColumn, claims } = useWorkbench()
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fieldset of a form.
    <div role="group" aria-label={t('label')} className={classes.switch}>
      {COLUMNS.map((column) => (
        <button
          key={column}
          type="button"
          aria-pressed={column === openColumn}
          className={classes.choice}
          onClick={() => setOpenColumn(column)}
        >
          {t(column)}
          {column === 'list' && <span className={classes.count}>{claims.length}</span>}
        </button>
      ))}
    </div>
  )
}
