import { useLocale, useTranslations } from 'next-intl'
import { formatWorldDate, isoWorldDate, type WorldDateRange } from '@/lib/dates/world-date'

/** A date in the world, no more precise than it is known; "date inconnue" for none. */
export function WorldDateText({ value }: { value: WorldDateRange | null }) {
  const locale = useLocale()
  const t = useTranslations('articles')
  if (!value) return <span>{t('dateUnknown')}</span>
  return <time dateTime={isoWorldDate(value)}>{formatWorldDate(value, locale)}</time>
}
