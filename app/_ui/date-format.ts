export type DateStyle = 'date' | 'dateTime' | 'time' | 'short' | 'relative'

/** Day before month and 24 hours, as the desk writes them in both languages. */
export const dateLocale = (locale: string) => (locale === 'en' ? 'en-GB' : locale)

const CALENDAR_DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/

const LOOKS: Record<Exclude<DateStyle, 'relative'>, Intl.DateTimeFormatOptions> = {
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short' },
  dateTime: { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  time: { hour: '2-digit', minute: '2-digit' },
}

/** Formats a moment in a time zone, or a calendar date ("2021-08" → "août 2021") in none. */
export function formatDate(
  value: Date | string,
  locale: string,
  { look, timeZone }: { look: Exclude<DateStyle, 'relative'>; timeZone?: string },
) {
  if (typeof value === 'string' && CALENDAR_DATE.test(value)) return formatCalendarDate(value, locale)
  return new Intl.DateTimeFormat(dateLocale(locale), { ...LOOKS[look], timeZone }).format(new Date(value))
}

function formatCalendarDate(value: string, locale: string) {
  const parts = value.split('-').length
  return new Intl.DateTimeFormat(dateLocale(locale), {
    year: 'numeric',
    month: parts > 1 ? 'long' : undefined,
    day: parts > 2 ? 'numeric' : undefined,
    timeZone: 'UTC',
  }).format(new Date(value))
}
