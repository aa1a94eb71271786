import { dateLocale } from '@/app/_ui/date-format'
import { formatWorldDate } from '@/lib/dates/world-date'

type Window = {
  windowOnset: string | null
  windowExpires: string | null
  windowOnsetTime: string | null
  windowExpiresTime: string | null
  windowZone: string | null
}

/** From when until when, in the reader's words; "…" at a side that is not known. */
export function windowText(window: Window, locale: string): string | null {
  const { windowOnset, windowExpires, windowOnsetTime, windowExpiresTime, windowZone: zone } = window
  if (!windowOnset && !windowExpires) return null
  const end = (day: string | null, time: string | null) =>
    day
      ? formatWorldDate(
          {
            ...{ earliest: day, latest: day, precision: time ? 'MINUTE' : 'DAY' },
            clock: time ? { from: time, until: time, zone } : null,
          },
          dateLocale(locale),
        )
      : '…'
  return `${end(windowOnset, windowOnsetTime)} → ${end(windowExpires, windowExpiresTime)}`
}
