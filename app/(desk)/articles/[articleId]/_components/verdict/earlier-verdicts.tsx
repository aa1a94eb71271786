import { useTranslations } from 'next-intl'
import type { VerdictView } from '@/lib/verdicts/queries/verdicts'
import classes from './verdict.module.css'
import { VerdictCard } from './verdict-card'

/** Verdicts beside the current one: they are kept for ever, and read whole. */
export function EarlierVerdicts({ verdicts }: { verdicts: readonly VerdictView[] }) {
  const t = useTranslations('verdict')
  if (verdicts.length === 0) return null
  return (
    <details className={classes.earlier}>
      <summary>{t('earlier', { count: verdicts.length })}</summary>
      <ol className={classes.verdicts}>
        {verdicts.map((verdict) => (
          <li key={verdict.id}>
            <VerdictCard verdict={verdict} />
          </li>
        ))}
      </ol>
    </details>
  )
}
