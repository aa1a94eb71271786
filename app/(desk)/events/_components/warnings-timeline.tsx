import { useLocale, useTranslations } from 'next-intl'
import { dateLocale } from '@/app/_ui/date-format'
import { EmptyState } from '@/app/_ui/empty-state'
import { WorldDateText } from '@/app/(desk)/_components/world-date-text'
import { formatWorldDate } from '@/lib/dates/world-date'
import type { WorldDate } from '@/lib/fields'
import type { WarningLine } from '@/lib/independence/queries/warning-lines'
import { TimelinePicture } from './timeline-picture'
import { WarningsTable } from './warnings-table'
import classes from './warnings-timeline.module.css'

interface WarningsTimelineProps {
  lines: readonly WarningLine[]
  /** When the event happened, if known: drawn across the warnings. */
  happened?: WorldDate | null
}

/** The warnings of an event over time, drawn on the server, and the same as a table. */
export function WarningsTimeline({ lines, happened = null }: WarningsTimelineProps) {
  const t = useTranslations('timeline')
  const locale = useLocale()
  if (lines.length === 0)
    return (
      <EmptyState compact title={t('empty')}>
        {t('emptyHelp')}
      </EmptyState>
    )
  const words = happened ? t('happened', { date: formatWorldDate(happened, dateLocale(locale)) }) : null
  const isDated = lines.some(({ tellings }) => tellings.some(({ sent }) => sent))
  return (
    <>
      <section className={classes.frame} aria-label={t('label')}>
        <TimelinePicture lines={lines} happened={happened} happenedWords={words} size="wide" />
        <TimelinePicture lines={lines} happened={happened} happenedWords={words} size="narrow" />
      </section>
      {happened && isDated && (
        <p className={classes.help}>{t.rich('happenedOn', { date: () => <WorldDateText value={happened} /> })}</p>
      )}
      {isDated && <p className={classes.help}>{t('legend')}</p>}
      <WarningsTable lines={lines} />
    </>
  )
}
