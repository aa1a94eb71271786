import { DatePrecision } from '@/prisma/generated/enums'
import { readClock } from './read-clock'
import { LOCAL, zoneOf } from './time-zones'
import { isAsPrecise, isShownTime, type WorldDateRange } from './world-date'

/** What words say of when; `verbatim`: those words. */
export type DateReading = WorldDateRange & { verbatim: string }

/** Days as counted from 1 January 1970, in no time zone: first and last. */
export type DayNumbers = readonly [number, number]

const DAY_MS = 24 * 60 * 60 * 1000
const numberOfDay = (day: string) => Date.parse(`${day}T00:00:00Z`) / DAY_MS
export const dateOf = (day: number) => new Date(day * DAY_MS)
const isoOf = (day: number) => dateOf(day).toISOString().slice(0, 10)
export const dayOf = (year: number, month: number, day: number) => Date.UTC(year, month, day) / DAY_MS
const yearOf = (day: number) => dateOf(day).getUTCFullYear()
const monthOf = (day: number) => dateOf(day).getUTCMonth()
/** 0 for Monday. */
const weekdayOf = (day: number) => (dateOf(day).getUTCDay() + 6) % 7

const wholeMonth = (year: number, month: number): DayNumbers => [dayOf(year, month, 1), dayOf(year, month + 1, 0)]
export const yearDays = (year: number): DayNumbers => [dayOf(year, 0, 1), dayOf(year, 11, 31)]
const weekOf = (day: number, from = 0): DayNumbers => [day - weekdayOf(day) + from, day - weekdayOf(day) + 6]

const MONTHS = [
  ...['janvier january', 'février february', 'mars march', 'avril april', 'mai may', 'juin june', 'juillet july'],
  ...['août august', 'septembre september', 'octobre october', 'novembre november', 'décembre december'],
].map((names) => names.split(' '))
const WEEKDAYS = [
  ...['lundi monday', 'mardi tuesday', 'mercredi wednesday', 'jeudi thursday', 'vendredi friday', 'samedi saturday'],
  ...['dimanche sunday'],
].map((names) => names.split(' '))
const MONTH = MONTHS.flat().join('|')
const WEEKDAY = WEEKDAYS.flat().join('|')
const indexIn = (table: readonly string[][], name: string | undefined) =>
  table.findIndex((names) => names.includes((name ?? '').toLowerCase()))

function calendarDay(year: number, month: number, day: number): DayNumbers | null {
  const found = dayOf(year, month - 1, day)
  return month >= 1 && month <= 12 && monthOf(found) === month - 1 && year > 0 ? [found, found] : null
}

/** A day of a month: of the year that is said, else of the one in which it lies nearest. */
function dayOfMonth(
  written: number,
  name: string | undefined,
  year: string | undefined,
  today: number,
): DayNumbers | null {
  const month = indexIn(MONTHS, name)
  const inYear = (each: number) => dayOf(each, month, written)
  const years = year ? [Number(year)] : [-1, 0, 1].map((step) => yearOf(today) + step)
  const [nearest] = years.map(inYear).sort((a, b) => Math.abs(a - today) - Math.abs(b - today))
  return nearest === undefined || monthOf(nearest) !== month ? null : [nearest, nearest]
}

function lastOrNext(name: string | undefined, side: string | undefined, today: number): DayNumbers {
  const back = (weekdayOf(today) - indexIn(WEEKDAYS, name) + 7) % 7
  // A report of a Friday that says "on Friday" speaks of that day, and "last Friday" of the one before.
  if (/prochain|next/i.test(side ?? '')) return [today - back + 7, today - back + 7]
  const gone = back === 0 && /dernier|last/i.test(side ?? '') ? 7 : back
  return [today - gone, today - gone]
}

type Rule = { pattern: RegExp; days: (today: number, match: RegExpExecArray) => DayNumbers | null }
const rule = (pattern: string, days: Rule['days']): Rule => ({
  pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'iu'),
  days,
})

// What the parsers do not know, or take more precisely than it is said; longer ways to say a thing come first.
const RULES: readonly Rule[] = [
  rule('(\\d{4})-(\\d{2})-(\\d{2})(?:T(?=\\s))?', (_, [, year, month, day]) =>
    calendarDay(Number(year), Number(month), Number(day)),
  ),
  // Day before month, as the screens write it; where that cannot be, the other way.
  rule('(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4})', (_, [, one, other, year]) => {
    const [day, month] = Number(other) > 12 ? [other, one] : [one, other]
    return calendarDay(Number(year), Number(month), Number(day))
  }),
  rule(
    `(?:(?:${WEEKDAY})\\s+)?(\\d{1,2})(?:er|st|nd|rd|th)?\\s+(?:of\\s+)?(${MONTH})(?:,?\\s+(\\d{4}))?`,
    (today, [, day, month, year]) => dayOfMonth(Number(day), month, year, today),
  ),
  rule(
    `(?:(?:${WEEKDAY}),?\\s+)?(${MONTH})\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))?`,
    (today, [, month, day, year]) => dayOfMonth(Number(day), month, year, today),
  ),
  rule(`(${MONTH})\\s+(\\d{4})`, (_, [, month, year]) => wholeMonth(Number(year), indexIn(MONTHS, month))),
  rule('avant-hier|(?:the )?day before yesterday', (today) => [today - 2, today - 2]),
  rule('la nuit dernière|last night', (today) => [today - 1, today]),
  rule('hier(?: matin| soir| après-midi)?|yesterday(?: morning| evening| afternoon)?', (today) => [
    today - 1,
    today - 1,
  ]),
  rule(
    "aujourd'hui|ce matin|cet après-midi|ce soir|(?:plus tôt )?dans la journée|(?:earlier )?today|this (?:morning|afternoon|evening)|tonight",
    (today) => [today, today],
  ),
  rule('il y a (\\p{L}+|\\d{1,4}) heures?(?: à peine)?|(\\p{L}+|\\d{1,4}) hours? ago', (today, match) => {
    const hours = Number(match[1] ?? match[2])
    return hours > 24 ? [today - Math.ceil(hours / 24), today - Math.floor((hours - 24) / 24)] : [today - 1, today]
  }),
  rule('dans (\\d{1,4}) heures?|in (\\d{1,4}) hours?', (today, match) => {
    const hours = Number(match[1] ?? match[2])
    return [today + Math.floor(hours / 24), today + Math.floor(hours / 24) + 1]
  }),
  rule('après-demain|(?:the )?day after tomorrow', (today) => [today + 2, today + 2]),
  rule('demain|tomorrow', (today) => [today + 1, today + 1]),
  rule('la semaine (?:dernière|passée)|last week', (today) => weekOf(today - 7)),
  rule('cette semaine|this week', (today) => weekOf(today)),
  rule('le week-?end (?:dernier|passé)|last weekend', (today) => weekOf(today - 7, 5)),
  rule('ce week-?end|this weekend', (today) => weekOf(today, 5)),
  rule('le mois (?:dernier|passé)|last month', (today) => wholeMonth(yearOf(today), monthOf(today) - 1)),
  rule('ce mois(?:-ci)?|this month', (today) => wholeMonth(yearOf(today), monthOf(today))),
  rule("l'an (?:dernier|passé)|l'année (?:dernière|passée)|last year", (today) => yearDays(yearOf(today) - 1)),
  rule('cette année|this year', (today) => yearDays(yearOf(today))),
  rule(`(${WEEKDAY})(?:\\s+(dernier|prochain))?`, (today, [, name, side]) => lastOrNext(name, side, today)),
  rule(`(last|next)\\s+(${WEEKDAY})`, (today, [, side, name]) => lastOrNext(name, side, today)),
  rule(`(?:en |in |mois de |mois d')(${MONTH})`, (today, [, name]) => {
    const month = indexIn(MONTHS, name)
    return wholeMonth(yearOf(today) - (month > monthOf(today) ? 1 : 0), month)
  }),
  rule("(?:en|in|l'année|de l'an)\\s+((?:1[5-9]|20)\\d\\d)", (_, [, year]) => yearDays(Number(year))),
]

/** Days found in a text, and where. */
type FoundDays = { days: DayNumbers; start: number; length: number }
/** Finds days in a text as it is read on one day, counted from 1 January 1970. */
export type FindDays = (text: string, today: number) => FoundDays | null

/** The days that the rules read. */
export const daysByRule: FindDays = (text, today) => {
  const hits = RULES.flatMap(({ pattern, days }) => {
    const match = pattern.exec(text)
    const found = match && days(today, match)
    return match && found ? [{ days: found, start: match.index, length: match[0].length }] : []
  })
  return hits.sort((a, b) => a.start - b.start || b.length - a.length)[0] ?? null
}

function precisionOf(earliest: string, latest: string): DatePrecision {
  const fits = ([DatePrecision.DAY, DatePrecision.MONTH, DatePrecision.YEAR] as const).find((precision) =>
    isAsPrecise({ earliest, latest, precision }),
  )
  return fits ?? DatePrecision.RANGE
}

/** In UTF-16 units: a date stands in a few words, and the parsers take long over many. */
const LONGEST = 1000

// Two days so far apart that only what does not depend on the day is the same for both.
const ANY_DAY = { earliest: '1900-01-03', latest: '2100-05-20' }

type PublicationDays = { earliest: string; latest: string } | null

function rangeIn(text: string, published: PublicationDays, find: FindDays) {
  const { earliest, latest } = published ?? ANY_DAY
  const one = find(text, numberOfDay(earliest))
  const other = find(text, numberOfDay(latest))
  if (!one || !other) return null
  if (!published && one.days.join() !== other.days.join()) return null
  const [from, to] = [Math.min(one.days[0], other.days[0]), Math.max(one.days[1], other.days[1])]
  if (!Number.isFinite(from) || !Number.isFinite(to) || yearOf(from) < 1 || yearOf(to) > 9998) return null
  return { earliest: isoOf(from), latest: isoOf(to), start: one.start, end: one.start + one.length }
}

/**
 * Words with each run of spaces as one, over which the parsers would go forth and back, and what the words themselves say between
 * two places of that.
 */
function closeUp(words: string) {
  const gaps = [...words.matchAll(/\s{2,}/g)].map((gap) => ({ at: gap.index, more: gap[0].length - 1 }))
  const placeOf = (place: number) => gaps.reduce((at, gap) => (gap.at < at ? at + gap.more : at), place)
  return {
    text: words.replace(/\s{2,}/g, ' '),
    said: (start: number, end: number) => words.slice(placeOf(start), placeOf(end)),
  }
}

/** A date out of words, by the days that `find` reads in them and the time of day beside them; see `readDate`. */
export function dateIn(
  words: string,
  published: PublicationDays,
  place: string | null,
  find: FindDays,
): DateReading | null {
  const { text, said: saidBetween } = closeUp(words.slice(0, LONGEST))
  // Of the same length, so that places stay.
  const plain = text.replace(/[’‘]/g, "'").replace(/[\u00a0\u202f]/g, ' ')
  const time = readClock(plain, published?.earliest ?? ANY_DAY.earliest)
  // What says a time says no day: "le 26 à 17h50", "0320 GMT".
  const timeless = time ? plain.slice(0, time.start) + ' '.repeat(time.end - time.start) + plain.slice(time.end) : plain
  const said = rangeIn(timeless, published, find)
  const isOneDay = published !== null && published.earliest === published.latest
  // A time alone is one of the day on which it is told.
  const days = said ?? (time && isOneDay ? { ...published, start: time.start, end: time.end } : null)
  if (!days) return null
  const { earliest, latest } = days
  const plainly = { earliest, latest, precision: precisionOf(earliest, latest) }
  if (!time || earliest !== latest) return { verbatim: saidBetween(days.start, days.end), ...plainly }
  const { from, until, zone } = time.clock
  const known = zone === LOCAL && place ? (zoneOf(place) ?? zone) : zone
  const timed = {
    earliest,
    latest: time.untilNextDay ? isoOf(numberOfDay(latest) + 1) : latest,
    precision: time.precision,
    clock: { from, until, zone: known },
  }
  const verbatim = saidBetween(Math.min(days.start, time.start), Math.max(days.end, time.end))
  return { verbatim, ...(isShownTime(timed) ? timed : plainly) }
}
