import { DatePrecision } from '@/prisma/generated/enums'
import { type DayNumbers, indexIn, isoOf, numberOfDay, WEEKDAY, WEEKDAYS, weekdayOf, yearOf } from './calendar-days'
import { DAY_RULES } from './day-rules'
import { readClock } from './read-clock'
import { SPAN_RULES } from './span-rules'
import { LOCAL, zoneOf } from './time-zones'
import { isAsPrecise, isShownTime, type WorldDateRange } from './world-date'

/**
 * What words say of when; `verbatim`: those words. `doubt`: the day is of another weekday than they say, or day and month may be the
 * other way round; a person looks.
 */
export type DateReading = WorldDateRange & { verbatim: string; doubt?: 'weekday' | 'dayOrMonth' }

/** Days found in a text, and where. */
type FoundDays = { days: DayNumbers; start: number; length: number }
/** Finds days in a text as it is read on one day, counted from 1 January 1970. */
export type FindDays = (text: string, today: number) => FoundDays | null

/** The days that the rules read. */
export const daysByRule: FindDays = (text, today) => {
  const hits = [...SPAN_RULES, ...DAY_RULES].flatMap(({ pattern, days }) => {
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

const SLASHED = /^(\d{1,2})[/.](\d{1,2})(?:[/.]\d{2,4})?$/
const NAMED_DAY = new RegExp(`(?<!\\p{L})(${WEEKDAY})(?!\\p{L})`, 'iu')

/** Why a reading of words is doubted; nothing where it is not. */
function doubtOf(words: string, earliest: string, latest: string): Pick<DateReading, 'doubt'> {
  const [, one, other] = SLASHED.exec(words.trim()) ?? []
  if (one && other && one !== other && Number(one) <= 12 && Number(other) <= 12) return { doubt: 'dayOrMonth' }
  const named = earliest === latest && /\d/.test(words) ? NAMED_DAY.exec(words)?.[1] : undefined
  return named && indexIn(WEEKDAYS, named) !== weekdayOf(numberOfDay(earliest)) ? { doubt: 'weekday' } : {}
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
  const doubt = doubtOf(plain.slice(days.start, days.end), earliest, latest)
  if (!time || earliest !== latest) return { verbatim: saidBetween(days.start, days.end), ...plainly, ...doubt }
  const { from, until, zone } = time.clock
  const known = zone === LOCAL && place ? (zoneOf(place) ?? zone) : zone
  const timed = {
    earliest,
    latest: time.untilNextDay ? isoOf(numberOfDay(latest) + 1) : latest,
    precision: time.precision,
    clock: { from, until, zone: known },
  }
  const verbatim = saidBetween(Math.min(days.start, time.start), Math.max(days.end, time.end))
  return { verbatim, ...(isShownTime(timed) ? timed : plainly), ...doubt }
}
