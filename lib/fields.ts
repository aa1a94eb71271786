import { z } from 'zod'
import { isKnownZone, LOCAL } from '@/lib/dates/time-zones'
import { type Clock, isAsPrecise, isInOrder, isShownTime } from '@/lib/dates/world-date'
import { holdsInvisible, plainName, saysSomething } from '@/lib/text/invisible'
import { normalForm } from '@/lib/text/normal-form'
import { DatePrecision } from '@/prisma/generated/enums'

// Zod would try out `new Function` when the first schema is made, which the pages' security policy reports.
z.config({ jitless: true })

// PostgreSQL stores no NUL, and a lone surrogate is no character. A field of nothing but accents would stop the server.
const clean = (text: string) => normalForm(text.replaceAll('\u0000', '').toWellFormed(), 'NFC').trim()

/** A text that must say something that a reader sees, at most `max` UTF-16 units. */
export const requiredText = (max: number, missing = 'required') =>
  z.string(missing).transform(clean).pipe(z.string().refine(saysSomething, missing).max(max, 'tooLong'))

/** The name of a person or a thing, on one line and without what nobody sees: no two look alike because of it. */
export const requiredName = (max: number, missing = 'required') =>
  z
    .string(missing)
    .transform((text) => clean(plainName(text)))
    .pipe(z.string().refine(saysSomething, missing).max(max, 'tooLong'))

/** A text that may be empty: then it is null. */
export const optionalText = (max: number) =>
  z
    .string()
    .nullish()
    .transform((text) => (saysSomething(text ?? '') ? clean(text ?? '') : null))
    .pipe(z.string().max(max, 'tooLong').nullable())

// What zod has refused already is no address: nothing more is said of it.
const hasCredentials = (url: string) => URL.canParse(url) && Boolean(new URL(url).username || new URL(url).password)

/**
 * An address on the web, http or https only: nothing that a browser would run, no password that would be read by all,
 * nothing hidden that shows another address than the one that opens.
 */
export const optionalUrl = z
  .string()
  .nullish()
  .transform((text) => clean(text ?? '') || null)
  .pipe(
    z
      .url({ protocol: /^https?$/, error: 'invalidUrl' })
      .max(2000, 'tooLong')
      .refine((url) => !hasCredentials(url), 'urlCredentials')
      .refine((url) => !holdsInvisible(url) && !/\s/.test(url), 'urlInvisible')
      .nullable(),
  )

/** A calendar day `YYYY-MM-DD`; there is no year 0, neither in the calendar nor in PostgreSQL. */
export const calendarDay = (wrong: string) => z.iso.date(wrong).refine((day) => !day.startsWith('0000'), wrong)

const isoDay = calendarDay('invalidDate')

/** A calendar day `YYYY-MM-DD`, or null. */
export const optionalDay = z
  .string()
  .nullish()
  .transform((day) => day || null)
  .pipe(isoDay.nullable())

/** A moment with its offset, as a Date within the years 1 to 9999 (UTC): beyond them no ISO text is read back. */
export const moment = z.iso
  .datetime({ offset: true, error: 'invalidDate' })
  .transform((text) => new Date(text))
  .refine((at) => at.getUTCFullYear() >= 1 && at.getUTCFullYear() <= 9999, 'invalidDate')

/** The version of something that the person saw, as PostgreSQL counts them. */
export const seenVersion = z.int32('invalidField')

/** A time of day, `HH:MM`. */
const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'invalidTime')

/** A time of day, or null. */
export const optionalTime = z
  .string()
  .nullish()
  .transform((time) => time || null)
  .pipe(timeOfDay.nullable())

/** A zone as a time of day has it: an IANA name, an offset, `LOCAL`, or null where nobody said. */
export const timeZone = z
  .string()
  .nullish()
  .transform((zone) => zone || null)
  .refine((zone) => zone === null || zone === LOCAL || isKnownZone(zone), 'unknownZone')

type DateFields = {
  verbatim: string | null
  earliest: string
  latest: string
  precision: DatePrecision
  clock?: Clock
}

const clock = z.object({ from: timeOfDay, until: timeOfDay, zone: timeZone })

/** A date in the world: what the text says, and the days and times between which it lies. */
export const worldDate = z
  .object({
    verbatim: optionalText(200),
    earliest: isoDay,
    latest: isoDay,
    precision: z.enum(DatePrecision),
    clock: clock.nullish(),
  })
  // What has no times says nothing of them: dates that were kept before there were any are the same as now.
  .transform(({ clock: times, ...date }) => (times ? { ...date, clock: times } : date))
  .pipe(
    z
      .custom<DateFields>()
      .refine(isInOrder, 'dateOrder')
      .refine(isAsPrecise, 'invalidDate')
      .refine(isShownTime, 'timeNeverShown'),
  )

export type WorldDate = DateFields
export const optionalWorldDate = worldDate.nullish().transform((date) => date ?? null)

/** A date of which no time of day is kept: a period of years. */
export const optionalCalendarDate = optionalWorldDate.transform((date): WorldDate | null => {
  if (!date?.clock) return date
  const { clock: _, precision, ...days } = date
  return { ...days, precision: precision === DatePrecision.RANGE ? precision : DatePrecision.DAY }
})

/** `YYYY-MM-DD` as the Date that Prisma wants for a `@db.Date` column. */
export const dayToDate = (day: string | null): Date | null => (day ? new Date(`${day}T00:00:00.000Z`) : null)

/** The `YYYY-MM-DD` of a `@db.Date` column. */
export const dateToDay = (date: Date | null): string | null => (date ? date.toISOString().slice(0, 10) : null)

/** The times of a date from the three columns that hold them. */
export const clockFrom = (from: string | null, until: string | null, zone: string | null): Clock | null =>
  from && until ? { from, until, zone } : null

/** A date in the world from the columns that hold it; null where none is known. */
export function worldDateFrom(
  verbatim: string | null,
  earliest: Date | null,
  latest: Date | null,
  precision: DatePrecision | null,
  times: Clock | null,
): WorldDate | null {
  const [first, last] = [dateToDay(earliest), dateToDay(latest)]
  if (!first || !last || !precision) return null
  const date = { verbatim, earliest: first, latest: last, precision }
  return times ? { ...date, clock: times } : date
}

type SaidColumns = {
  saidVerbatim: string | null
  saidEarliest: Date | null
  saidLatest: Date | null
  saidPrecision: DatePrecision | null
  saidFrom: string | null
  saidUntil: string | null
  saidZone: string | null
}

/** When something was said, from the columns of a hop. */
export const saidOn = (hop: SaidColumns): WorldDate | null =>
  worldDateFrom(
    hop.saidVerbatim,
    hop.saidEarliest,
    hop.saidLatest,
    hop.saidPrecision,
    clockFrom(hop.saidFrom, hop.saidUntil, hop.saidZone),
  )
