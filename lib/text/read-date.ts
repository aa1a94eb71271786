import * as english from 'chrono-node/en'
import * as french from 'chrono-node/fr'
import { DatePrecision } from '@/prisma/generated/enums'
import { isAsPrecise, type WorldDateRange } from './world-date'

/** What words say of when; `verbatim`: those words. */
export type DateReading = WorldDateRange & { verbatim: string }

/** Days as counted from 1 January 1970, in no time zone: first and last. */
type Days = readonly [number, number]

const DAY_MS = 24 * 60 * 60 * 1000
const numberOfDay = (day: string) => Date.parse(`${day}T00:00:00Z`) / DAY_MS
const dateOf = (day: number) => new Date(day * DAY_MS)
const isoOf = (day: number) => dateOf(day).toISOString().slice(0, 10)
const dayOf = (year: number, month: number, day: number) => Date.UTC(year, month, day) / DAY_MS
const yearOf = (day: number) => dateOf(day).getUTCFullYear()
const monthOf = (day: number) => dateOf(day).getUTCMonth()
/** 0 for Monday. */
const weekdayOf = (day: number) => (dateOf(day).getUTCDay() + 6) % 7

const wholeMonth = (year: number, month: number): Days => [dayOf(year, month, 1), dayOf(year, month + 1, 0)]
const wholeYear = (year: number): Days => [dayOf(year, 0, 1), dayOf(year, 11, 31)]
const weekOf = (day: number, from = 0): Days => [day - weekdayOf(day) + from, day - weekdayOf(day) + 6]

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

/** A day of a month: of the year that is said, else of the one in which it lies nearest. */
function dayOfMonth(written: number, name: string | undefined, year: string | undefined, today: number): Days | null {
  const month = indexIn(MONTHS, name)
  const inYear = (each: number) => dayOf(each, month, written)
  const years = year ? [Number(year)] : [-1, 0, 1].map((step) => yearOf(today) + step)
  const [nearest] = years.map(inYear).sort((a, b) => Math.abs(a - today) - Math.abs(b - today))
  return nearest === undefined || monthOf(nearest) !== month ? null : [nearest, nearest]
}

function lastOrNext(name: string | undefined, side: string | undefined, today: number): Days {
  const back = (weekdayOf(today) - indexIn(WEEKDAYS, name) + 7) % 7
  // A report of a Friday that says "on Friday" speaks of that day, and "last Friday" of the one before.
  if (/prochain|next/i.test(side ?? '')) return [today - back + 7, today - back + 7]
  const gone = back === 0 && /dernier|last/i.test(side ?? '') ? 7 : back
  return [today - gone, today - gone]
}

type Rule = { pattern: RegExp; days: (today: number, match: RegExpExecArray) => Days | null }
const rule = (pattern: string, days: Rule['days']): Rule => ({
  pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'iu'),
  days,
})

// What the parsers do not know, or take more precisely than it is said; longer ways to say a thing come first.
const RULES: readonly Rule[] = [
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
  rule('il y a (?:\\p{L}+|\\d+) heures?(?: à peine)?|(?:\\p{L}+|\\d+) hours? ago', (today) => [today - 1, today]),
  rule('après-demain|(?:the )?day after tomorrow', (today) => [today + 2, today + 2]),
  rule('demain|tomorrow', (today) => [today + 1, today + 1]),
  rule('la semaine (?:dernière|passée)|last week', (today) => weekOf(today - 7)),
  rule('cette semaine|this week', (today) => weekOf(today)),
  rule('le week-?end (?:dernier|passé)|last weekend', (today) => weekOf(today - 7, 5)),
  rule('ce week-?end|this weekend', (today) => weekOf(today, 5)),
  rule('le mois (?:dernier|passé)|last month', (today) => wholeMonth(yearOf(today), monthOf(today) - 1)),
  rule('ce mois(?:-ci)?|this month', (today) => wholeMonth(yearOf(today), monthOf(today))),
  rule("l'an (?:dernier|passé)|l'année (?:dernière|passée)|last year", (today) => wholeYear(yearOf(today) - 1)),
  rule('cette année|this year', (today) => wholeYear(yearOf(today))),
  rule(`(${WEEKDAY})(?:\\s+(dernier|prochain))?`, (today, [, name, side]) => lastOrNext(name, side, today)),
  rule(`(last|next)\\s+(${WEEKDAY})`, (today, [, side, name]) => lastOrNext(name, side, today)),
  rule(`(?:en |in |mois de |mois d')(${MONTH})`, (today, [, name]) => {
    const month = indexIn(MONTHS, name)
    return wholeMonth(yearOf(today) - (month > monthOf(today) ? 1 : 0), month)
  }),
  rule("(?:en|in|l'année|de l'an)\\s+((?:1[5-9]|20)\\d\\d)", (_, [, year]) => wholeYear(Number(year))),
]

/** What chrono's parsers make of a text on one day; nothing of a month or a year alone, which they date to a day. */
function parsed(text: string, today: number) {
  const at = dateOf(today)
  // Noon of that day where this runs: chrono reckons in local time.
  const reference = new Date(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate(), 12)
  const results = [...french.parse(text, reference), ...english.parse(text, reference)]
  const [found] = results.filter(({ start }) => start.isCertain('day')).sort((a, b) => b.text.length - a.text.length)
  if (!found) return null
  const dayOfPart = (part: typeof found.start) =>
    dayOf(part.get('year') ?? 0, (part.get('month') ?? 1) - 1, part.get('day') ?? 1)
  const first = dayOfPart(found.start)
  return {
    days: [first, found.end ? dayOfPart(found.end) : first] as const,
    start: found.index,
    length: found.text.length,
  }
}

function readOn(text: string, today: number): { days: Days; start: number; length: number } | null {
  const hits = RULES.flatMap(({ pattern, days }) => {
    const match = pattern.exec(text)
    const found = match && days(today, match)
    return match && found ? [{ days: found, start: match.index, length: match[0].length }] : []
  })
  return hits.sort((a, b) => a.start - b.start || b.length - a.length)[0] ?? parsed(text, today)
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

/**
 * Reads a French or English date out of words, as precisely as they and the day of publication allow: "hier" in an article of
 * August 2021 lies between 31 July and 30 August. Null when they say none, or only one that counts from an unknown day.
 * A proposal for a person; never throws. Words beyond the first 1,000 characters are not read.
 */
export function readDate(words: string, published: { earliest: string; latest: string } | null): DateReading | null {
  const text = words.slice(0, LONGEST)
  // Of the same length, so that places stay.
  const plain = text.replace(/[’‘]/g, "'").replace(/[\u00a0\u202f]/g, ' ')
  const { earliest, latest } = published ?? ANY_DAY
  const one = readOn(plain, numberOfDay(earliest))
  const other = readOn(plain, numberOfDay(latest))
  if (!one || !other) return null
  if (!published && one.days.join() !== other.days.join()) return null
  const [from, to] = [Math.min(one.days[0], other.days[0]), Math.max(one.days[1], other.days[1])]
  if (!Number.isFinite(from) || !Number.isFinite(to) || yearOf(from) < 1 || yearOf(to) > 9999) return null
  const range = { earliest: isoOf(from), latest: isoOf(to) }
  return {
    verbatim: text.slice(one.start, one.start + one.length),
    ...range,
    precision: precisionOf(range.earliest, range.latest),
  }
}
