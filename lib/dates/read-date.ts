import * as english from 'chrono-node/en'
import * as french from 'chrono-node/fr'
import { dateOf, dayOf } from './calendar-days'
import { type DateReading, dateIn, daysByRule, type FindDays } from './read-day'

/** What chrono's parsers make of a text on one day; nothing of a month or a year alone, which they date to a day. */
const parsed: FindDays = (text, today) => {
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

/**
 * Reads a French or English date out of words, as precisely as they and the day of publication allow: "hier" in an article of
 * August 2021 lies between 31 July and 30 August; "jeudi vers 17h50, heure locale" has a time too, of the zone of `place` where
 * that is known and it is said to be local. Null when they say none, or only one that counts from an unknown day. A proposal for
 * a person; never throws. Words beyond the first 1,000 characters are not read.
 */
export const readDate = (
  words: string,
  published: { earliest: string; latest: string } | null,
  place: string | null = null,
): DateReading | null =>
  dateIn(words, published, place, (text, today) => daysByRule(text, today) ?? parsed(text, today))

export type { DateReading }
