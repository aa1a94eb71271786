import { useTranslations } from 'next-intl'
import { useKnownLabel } from '@/app/(desk)/_components/claims/use-known-label'
import type { ReportVerdict } from '@/lib/reports/report-claim'
import classes from '../report.module.css'

/** What a verdict rests on and is not what it was, by the names that readers know. */
export function AttentionList({ changes }: { changes: ReportVerdict['needsAttention'] }) {
  const t = useTranslations('report')
  const label = useKnownLabel()
  const named = ({ kind, what, name, fields }: ReportVerdict['needsAttention'][number]) => {
    const change = label(`attention.count.${kind}.${what}`, { count: 0 }) ?? `${kind} ${what}`
    const known = fields.flatMap((field) => label(`attention.field.${field}`) ?? label(`${kind}.field.${field}`) ?? [])
    return [name ? t('changeOf', { change, name }) : change, known.length > 0 && `(${known.join(', ')})`]
      .filter(Boolean)
      .join(' ')
  }
  return (
    <div className={classes.withdrawn}>
      <p>{t('needsAttentionLead')}</p>
      <ul>
        {changes.map((change) => (
          <li key={`${change.kind}-${change.what}-${change.id}`}>{named(change)}</li>
        ))}
      </ul>
    </div>
  )
}
