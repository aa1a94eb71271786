import { VisuallyHidden } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { BoundedCount } from '@/lib/database/bounded-count'

/** A number of things; `1 000+`, said as "more than 1,000", where nobody has counted further. */
export function Counted({ value }: { value: number | BoundedCount }) {
  const t = useTranslations('ui')
  if (typeof value === 'number') return value
  if (!value.more) return value.count
  return (
    <>
      <span aria-hidden>{t('atLeast', { count: value.count })}</span>
      <VisuallyHidden>{t('moreThan', { count: value.count })}</VisuallyHidden>
    </>
  )
}
