'use client'

import { Loader } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { CountPreview } from '@/lib/independence/queries/preview-counts'
import { CountChanges } from './count-changes'
import classes from './source-page.module.css'

/** `failed`: it could not be counted. Null: it is being counted. */
export type PreviewState = CountPreview | 'failed' | null

/** What a change to the parts would do to the counts, while it is counted and after. */
export function PartPreview({ preview }: { preview: PreviewState }) {
  const t = useTranslations('sources.parts')
  return (
    <div className={classes.preview} aria-live="polite" aria-busy={preview === null}>
      {preview === null && (
        <p className={classes.quiet}>
          <Loader size={14} aria-hidden /> {t('reading')}
        </p>
      )}
      {preview === 'failed' && <p role="alert">{t('failed')}</p>}
      {preview !== null && preview !== 'failed' && <CountChanges {...preview} />}
    </div>
  )
}
