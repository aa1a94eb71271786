import { isKnownZone, minutesAhead } from '@/lib/dates/time-zones'
import { isWithinDay, type WorldDateRange } from '@/lib/dates/world-date'
import { stretchOf } from '@/lib/dates/world-moments'

/** From when until when a warning holds, and the words that say so; times where those words and the statement have them. */
export type WindowReading = {
  words: string
  windowOnset: string
  windowExpires: string
  windowOnsetTime: string | null
  windowExpiresTime: string | null
  windowZone: string | null
}

const HOUR_MS = 3_600_000
const UNITS: Record<string, number> = { h: 1, d: 24, j: 24, w: 168, s: 168 }

const NUMBER =
  '(\\d{1,3}|une?|one|two|deux|three|trois|four|quatre|five|cinq|six|seven|sept|dix|ten|twelve|douze|twenty-four|vingt-quatre|thirty-six|trente-six|forty-eight|quarante-huit|seventy-two|soixante-douze)'
const WORDS: Record<string, number> = {
  ...{ un: 1, une: 1, one: 1, two: 2, deux: 2, three: 3, trois: 3, four: 4, quatre: 4, five: 5, cinq: 5, six: 6 },
  ...{ seven: 7, sept: 7, dix: 10, ten: 10, twelve: 12, douze: 12, 'twenty-four': 24, 'vingt-quatre': 24 },
  ...{
    'thirty-six': 36,
    'trente-six': 36,
    'forty-eight': 48,
    'quarante-huit': 48,
    'seventy-two': 72,
    'soixante-douze': 72,
  },
}
const amount = (text: string) => WORDS[text.toLowerCase()] ?? Number(text)

const LENGTH = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:(dans|in) |(?:(?:dans|au cours des|durant|pendant|d'ici|sous|within|over|during|for|in) )?(?:les |la |the )?(?:prochaines? |coming |next |following )?))` +
    `${NUMBER}(?:(?: (?:à|ou|et|to|or|and) |[-–—]| - )${NUMBER})?[ -](?:prochaines? )?(heures?|hours?|jours?|days?|semaines?|weeks?)(?![\\p{L}\\p{N}])`,
  'iu',
)

/** A moment as a clock of the statement shows it. */
function shownAt(moment: number, zone: string | null) {
  const wall = zone !== null && isKnownZone(zone) ? moment + minutesAhead(zone, moment) * 60_000 : moment
  const text = new Date(wall).toISOString()
  return { day: text.slice(0, 10), time: text.slice(11, 16) }
}

/**
 * The window that words give a warning which was sent at some time: "in the next 24 to 36 hours" begins with the statement and
 * ends 36 hours after it, "in 24 to 36 hours" ("dans 24 à 36 heures") begins 24 hours after it. To the minute, where the
 * statement's is known; of whole days, where its day is: the first and the last on which it may be. Null where the words say
 * no length or nobody knows the statement's day. A proposal for a person.
 */
export function readWindow(words: string, sent: WorldDateRange | null): WindowReading | null {
  const text = words
    .slice(0, 500)
    .replace(/[’‘]/g, "'")
    .replace(/[\u00a0\u202f]/g, ' ')
  const match = LENGTH.exec(text)
  if (!match || !sent || !isWithinDay(sent.precision)) return null
  const [said, afterwards, first = '', last, unit = ''] = match
  const hours = UNITS[unit[0]?.toLowerCase() ?? ''] ?? 1
  const [least, most] = [amount(first) * hours, amount(last ?? first) * hours]
  // "In 24 to 36 hours" is after the first of them, "in the next 24 to 36 hours" from now on. "In 36 hours" may be either.
  const waits = afterwards && last !== undefined ? least : 0
  if (most < least || most > 24 * 400) return null
  const { from, until } = stretchOf(sent)
  const zone = sent.clock?.zone ?? null
  // Days and weeks are counted in days: their hour is not said.
  const isTimed = sent.precision === 'MINUTE' && hours === 1
  const onset = shownAt(from + waits * HOUR_MS, zone)
  const expires = shownAt((isTimed ? from : until - 60_000) + most * HOUR_MS, zone)
  return {
    words: said.trim(),
    windowOnset: onset.day,
    windowExpires: expires.day,
    windowOnsetTime: isTimed ? onset.time : null,
    windowExpiresTime: isTimed ? expires.time : null,
    windowZone: isTimed ? zone : null,
  }
}
