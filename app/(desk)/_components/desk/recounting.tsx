import { useTranslations } from 'next-intl'
import type { BoundedCount } from '@/lib/database/bounded-count'
import classes from './desk.module.css'

/** How many verdicts may need attention too: what they rest on may have changed, and nobody has counted since. Nothing, where none. */
export function Recounting({ value }: { value: BoundedCount }) {
  const t = useTranslations('desk')
  if (value.count === 0) return null
  return <p className={classes.more}>{t(value.more ? 'recountingMoreThan' : 'recounting', { count: value.count })}</p>
}
