import { DatePrecision } from '@/prisma/generated/enums'

/** The days, `YYYY-MM-DD`, between which something lies, and how precisely that is known. */
export type WorldDateRange = { earliest: string; latest: string; precision: DatePrecision }

/** True when the two days are those that the precision speaks of: one day, a whole month, a whole year; any two for a range. */
export function isAsPrecise({ earliest, latest, precision }: WorldDateRange): boolean {
  if (precision === DatePrecision.RANGE) return true
  if (precision === DatePrecision.DAY) return earliest === latest
  const year = earliest.slice(0, 4)
  if (precision === DatePrecision.YEAR) return earliest === `${year}-01-01` && latest === `${year}-12-31`
  const end = new Date(`${earliest.slice(0, 7)}-01T00:00:00Z`)
  end.setUTCMonth(end.getUTCMonth() + 1, 0)
  return earliest.endsWith('-01') && latest === end.toISOString().slice(0, 10)
}

const LOOKS = {
  DAY: { day: 'numeric', month: 'long', year: 'numeric' },
  MONTH: { month: 'long', year: 'numeric' },
  YEAR: { year: 'numeric' },
  RANGE: { day: 'numeric', month: 'long', year: 'numeric' },
} as const satisfies Record<DatePrecision, Intl.DateTimeFormatOptions>

/** A date in the reader's language, no more precise than it is known: "26 août 2021", "août 2021", "26–28 août 2021". */
export function formatWorldDate({ earliest, latest, precision }: WorldDateRange, locale: string): string {
  // A calendar date is in no zone: it is read and written in the same one.
  const format = new Intl.DateTimeFormat(locale, { ...LOOKS[precision], timeZone: 'UTC' })
  if (precision !== DatePrecision.RANGE) return format.format(new Date(earliest))
  return format.formatRange(new Date(earliest), new Date(latest))
}

/** The same for machines (ISO 8601): "2021-08-26", "2021-08", "2021", "2021-08-26/2021-08-28". */
export function isoWorldDate({ earliest, latest, precision }: WorldDateRange): string {
  if (precision === DatePrecision.RANGE) return `${earliest}/${latest}`
  return earliest.slice(0, { DAY: 10, MONTH: 7, YEAR: 4 }[precision])
}

/** A date while somebody enters it: every field as typed, of which the precision says which ones count. */
export type WorldDateDraft = {
  precision: DatePrecision | 'UNKNOWN'
  day: string
  until: string
  /** "01" to "12" */
  month: string
  year: string
  verbatim: string
}

export const PRECISIONS = ['UNKNOWN', ...Object.values(DatePrecision)] as const

/** What a form starts from. */
export function draftOf(date: (WorldDateRange & { verbatim?: string | null }) | null): WorldDateDraft {
  const none = { precision: 'UNKNOWN', day: '', until: '', month: '', year: '', verbatim: '' } as const
  if (!date) return none
  return {
    precision: date.precision,
    day: date.earliest,
    until: date.latest,
    month: date.earliest.slice(5, 7),
    year: date.earliest.slice(0, 4),
    verbatim: date.verbatim ?? '',
  }
}

const lastDayOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)

/** What a form sends; null for an unknown date. What is missing or wrong stays so, for the server to name it. */
export function worldDateOf(draft: WorldDateDraft) {
  const { precision, day, until, month, verbatim } = draft
  const year = draft.year.trim()
  const isYear = /^[1-9]\d{3}$/.test(year)
  const range = (earliest: string, latest: string, known: DatePrecision) => ({
    verbatim: verbatim.trim() || null,
    earliest,
    latest,
    precision: known,
  })
  if (precision === 'UNKNOWN') return null
  if (precision === DatePrecision.DAY) return range(day, day, precision)
  if (precision === DatePrecision.RANGE) return range(day, until, precision)
  if (!isYear) return range('', '', precision)
  if (precision === DatePrecision.YEAR) return range(`${year}-01-01`, `${year}-12-31`, precision)
  return month
    ? range(`${year}-${month}-01`, lastDayOf(Number(year), Number(month)), precision)
    : range('', '', precision)
}
