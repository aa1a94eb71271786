'use client'

import { useFormatter, useLocale, useTimeZone } from 'next-intl'
import { type DateStyle, formatDate } from './date-format'

interface DateTextProps {
  /** A moment (Date or full ISO string), or a calendar date of any precision: "2021", "2021-08", "2021-08-26". */
  value: Date | string
  /** For moments; default "date". */
  look?: DateStyle
  /** Default: the project's time zone. */
  timeZone?: string
}

/** A date in the reader's language and the project's time zone; a calendar date is shown as it stands, in no zone. */
export function DateText({ value, look = 'date', timeZone }: DateTextProps) {
  const locale = useLocale()
  const projectZone = useTimeZone()
  const format = useFormatter()
  const machine = typeof value === 'string' ? value : value.toISOString()
  const text =
    look === 'relative'
      ? format.relativeTime(new Date(value))
      : formatDate(value, locale, { look, timeZone: timeZone ?? projectZone })
  return (
    <time
      dateTime={machine}
      title={
        look === 'relative'
          ? formatDate(value, locale, { look: 'dateTime', timeZone: timeZone ?? projectZone })
          : undefined
      }
    >
      {text}
    </time>
  )
}
