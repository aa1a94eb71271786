'use client'

import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import type { ActionError } from './action-result'
import classes from './form-error.module.css'
import { UpdatedPage } from './updated-page'
import { useReasonText } from './use-reason-text'

/** Every reason of a refusal; takes the focus when it appears, so that it is read out and seen. */
export function FormError({ error }: { error: ActionError | null | undefined }) {
  const box = useRef<HTMLDivElement>(null)
  const text = useReasonText()
  const t = useTranslations('ui')
  useEffect(() => {
    if (error) box.current?.focus()
  }, [error])
  if (!error) return null
  const reasons = error.reasons.length > 0 ? error.reasons : [{ key: 'unknown' }]
  const texts = [...new Set(reasons.map(text))]
  return (
    <div ref={box} role="alert" tabIndex={-1} className={classes.box}>
      <IconAlertTriangle size={18} aria-hidden className={classes.icon} />
      <div>
        {texts.length > 1 && <div className={classes.head}>{t('refused', { count: texts.length })}</div>}
        <ul className={classes.list} data-single={texts.length === 1 || undefined}>
          {texts.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
        {error.code === 'outdated' && <UpdatedPage />}
      </div>
    </div>
  )
}
