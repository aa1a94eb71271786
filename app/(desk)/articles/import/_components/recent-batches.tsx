import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { DateText } from '@/app/_ui/date-text'
import { Section } from '@/app/_ui/section'
import type { ImportBatchItem } from '@/lib/import/queries/batches'
import classes from '../../_components/intake/intake.module.css'
import { BatchCounts } from './batch-counts'

/** The last files that came together, to come back to them; nothing where there are none. */
export function RecentBatches({ batches }: { batches: readonly ImportBatchItem[] }) {
  const t = useTranslations('import.many')
  if (batches.length === 0) return null
  return (
    <div className={classes.recent}>
      <Section title={t('recent')} look="flush">
        <ul className={classes.batches}>
          {batches.map(({ id, expected, createdAt, askedBy, counts }) => (
            <li key={id} className={classes.batch}>
              <Link href={`/articles/import/${id}`}>{t('batch', { count: expected })}</Link>
              <span className={classes.hint}>
                <DateText value={createdAt} look="dateTime" /> ·{' '}
                {askedBy ? t('by', { name: askedBy.name }) : t('byNobody')}
                {counts.WAITING > 0 && <> · {t('readingNow')}</>}
              </span>
              <BatchCounts counts={counts} />
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}
