import { DatePrecision } from '@/prisma/generated/enums'
import { dayAndTime, timeText, zoneText } from './time-words'
import { isKnownZone, minutesAhead, momentsAt, offsetText, typedZone } from './time-zones'

/** Times of a day as they are written, `HH:MM`, on the first day and on the last. */
export type Clock = {
  from: string
  until: string
  /** An IANA name, an offset `+04:30`, `LOCAL`, or null where nobody said of which zone. */
  zone: string | null
}

/** The days, `YYYY-MM-DD`, between which something lies, and how precisely that is known; `clock` where times are. */
export type WorldDateRange = { earliest: string; latest: string; precision: DatePrecision; clock?: Clock | null }

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/

/** True for what is known to lie on one day. */
export const isWithinDay = (precision: DatePrecision | null): boolean =>
  precision === DatePrecision.DAY || precision === DatePrecision.HOUR || precision === DatePrecision.MINUTE

/** True when the first is not after the last. */
export const isInOrder = ({ earliest, latest, clock }: WorldDateRange): boolean =>
  earliest === latest && clock ? clock.from <= clock.until : earliest <= latest

/** True for a time of day that clocks of its zone have shown on its day; each is one where the zone is not known. */
export function isShownTime({ earliest, latest, clock }: WorldDateRange): boolean {
  const { zone } = clock ?? {}
  if (!clock || !zone || !isKnownZone(zone)) return true
  const walls = [`${earliest}T${clock.from}:00Z`, `${latest}T${clock.until}:00Z`].map((wall) => Date.parse(wall))
  // The end of an hour that was skipped is no more a time than its beginning.
  return walls.every((wall) => momentsAt(zone, wall).length > 0)
}

/** True when days and times are those that the precision speaks of: one minute, a whole hour, one day, a whole month, a whole year; any for a range. */
export function isAsPrecise({ earliest, latest, precision, clock }: WorldDateRange): boolean {
  if (clock && !(TIME.test(clock.from) && TIME.test(clock.until))) return false
  if (precision === DatePrecision.RANGE) return true
  if (precision === DatePrecision.MINUTE)
    return earliest === latest && clock?.from !== undefined && clock.from === clock.until
  if (precision === DatePrecision.HOUR)
    return earliest === latest && clock?.from.endsWith(':00') === true && clock.until === `${clock.from.slice(0, 3)}59`
  if (clock) return false
  if (precision === DatePrecision.DAY) return earliest === latest
  const year = earliest.slice(0, 4)
  if (precision === DatePrecision.YEAR) return earliest === `${year}-01-01` && latest === `${year}-12-31`
  const end = new Date(`${earliest.slice(0, 7)}-01T00:00:00Z`)
  end.setUTCMonth(end.getUTCMonth() + 1, 0)
  return earliest.endsWith('-01') && latest === end.toISOString().slice(0, 10)
}

const DAY_LOOK = { day: 'numeric', month: 'long', year: 'numeric' } as const
const LOOKS = {
  ...{ MINUTE: DAY_LOOK, HOUR: DAY_LOOK, DAY: DAY_LOOK, RANGE: DAY_LOOK },
  MONTH: { month: 'long', year: 'numeric' },
  YEAR: { year: 'numeric' },
} as const satisfies Record<DatePrecision, Intl.DateTimeFormatOptions>

/** A date in the reader's language, no more precise than it is known: "26 août 2021", "août 2021", "26 août 2021 à 17 h 50". */
export function formatWorldDate(date: WorldDateRange, locale: string): string {
  const { earliest, latest, precision, clock } = date
  // A calendar date is in no zone: it is read and written in the same one.
  const format = new Intl.DateTimeFormat(locale, { ...LOOKS[precision], timeZone: 'UTC' })
  const day = format.format(new Date(earliest))
  if (!clock) return precision === DatePrecision.RANGE ? format.formatRange(new Date(earliest), new Date(latest)) : day
  const zone = zoneText(date, locale)
  const at = (each: string, time: string) =>
    dayAndTime(each, timeText(time, locale, precision === DatePrecision.HOUR), locale)
  const first = at(day, clock.from)
  if (precision !== DatePrecision.RANGE) return first + zone
  const last = earliest === latest ? timeText(clock.until, locale) : at(format.format(new Date(latest)), clock.until)
  return `${first} – ${last}${zone}`
}

// The first day of time zones that is known: a time goes with its own offset, which may be another one at its end.
const isoTime = ({ earliest, latest, clock }: WorldDateRange, end: 'from' | 'until'): string => {
  const wall = `${end === 'from' ? earliest : latest}T${clock?.[end] ?? '00:00'}`
  const { zone } = clock ?? {}
  if (!zone || !isKnownZone(zone)) return wall
  const moments = momentsAt(zone, Date.parse(`${wall}:00Z`))
  const moment = end === 'from' ? moments[0] : moments.at(-1)
  return moment === undefined ? wall : wall + offsetText(minutesAhead(zone, moment))
}

/** The same for machines (ISO 8601): "2021-08", "2021-08-26/2021-08-28", "2021-08-26T17:50+04:30"; without an offset where none is known. */
export function isoWorldDate(date: WorldDateRange): string {
  const { earliest, latest, precision } = date
  if (date.clock) {
    const from = isoTime(date, 'from')
    return precision === DatePrecision.MINUTE ? from : `${from}/${isoTime(date, 'until')}`
  }
  if (precision === DatePrecision.RANGE) return `${earliest}/${latest}`
  return earliest.slice(0, { MINUTE: 10, HOUR: 10, DAY: 10, MONTH: 7, YEAR: 4 }[precision])
}

/** A date while somebody enters it: every field as typed, of which the precision says which ones count. */
export type WorldDateDraft = {
  precision: DatePrecision | 'UNKNOWN'
  day: string
  until: string
  /** "01" to "12" */
  month: string
  year: string
  /** `HH:MM`, on the day; of a range that has times the first and the last. */
  time: string
  timeUntil: string
  /** As typed: a place, letters, an offset; `LOCAL`; empty: not said. */
  zone: string
  verbatim: string
}

export const PRECISIONS = ['UNKNOWN', ...Object.values(DatePrecision)] as const

/** What a form starts from. */
export function draftOf(date: (WorldDateRange & { verbatim?: string | null }) | null): WorldDateDraft {
  const times = { time: '', timeUntil: '', zone: '' }
  const none = { precision: 'UNKNOWN', day: '', until: '', month: '', year: '', ...times, verbatim: '' } as const
  if (!date) return none
  return {
    precision: date.precision,
    day: date.earliest,
    until: date.latest,
    month: date.earliest.slice(5, 7),
    year: date.earliest.slice(0, 4),
    time: date.clock?.from ?? '',
    timeUntil: date.clock?.until ?? '',
    zone: date.clock?.zone ?? '',
    verbatim: date.verbatim ?? '',
  }
}

const lastDayOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)

function clockOf({ precision, time, timeUntil, zone }: WorldDateDraft): Clock | null {
  const known = typedZone(zone)
  if (precision === DatePrecision.MINUTE) return { from: time, until: time, zone: known }
  if (precision === DatePrecision.HOUR)
    return { from: `${time.slice(0, 3)}00`, until: `${time.slice(0, 3)}59`, zone: known }
  return precision === DatePrecision.RANGE && (time || timeUntil) ? { from: time, until: timeUntil, zone: known } : null
}

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
    clock: clockOf(draft),
  })
  if (precision === 'UNKNOWN') return null
  if (precision === DatePrecision.RANGE) return range(day, until, precision)
  if (precision !== DatePrecision.YEAR && precision !== DatePrecision.MONTH) return range(day, day, precision)
  if (!isYear) return range('', '', precision)
  if (precision === DatePrecision.YEAR) return range(`${year}-01-01`, `${year}-12-31`, precision)
  return month
    ? range(`${year}-${month}-01`, lastDayOf(Number(year), Number(month)), precision)
    : range('', '', precision)
}
