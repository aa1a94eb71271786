import { useFormatter } from 'next-intl'
import type { ChangeCount } from '@/lib/verdicts/attention'
import { useKnownLabel } from './use-known-label'

/** « 1 chiffre remplacé, 2 sources fusionnées » */
export function AttentionSum({ counts }: { counts: readonly ChangeCount[] }) {
  const label = useKnownLabel()
  const format = useFormatter()
  const sorts = counts.map(({ kind, what, count }) => ({ sort: `${kind}.${what}`, count }))
  return <>{format.list(sorts.map(({ sort, count }) => label(`attention.count.${sort}`, { count }) ?? sort))}</>
}
