import { readDate } from '@/lib/dates/read-date'
import type { WorldDate } from '@/lib/fields'
import { normalForm } from '@/lib/text/normal-form'

/** Why a date that was read may be another one. */
type DateDoubt = 'dayOrMonth' | 'weekday' | 'otherDates'

/** A date as it is read from a line; `date` is null where two are as likely. `others`: what it may be instead. */
export type ReadDate = { date: WorldDate | null; others: WorldDate[]; doubt: DateDoubt | null }

/** In UTF-16 units: no line that only says when is longer. */
const LONGEST = 160

const WEEKDAYS = [
  ...['dimanche|sunday|sun', 'lundi|monday|mon', 'mardi|tuesday|tues?', 'mercredi|wednesday|wed'],
  ...['jeudi|thursday|thu(?:rs?)?', 'vendredi|friday|fri', 'samedi|saturday|sat'],
]
const WEEKDAY = new RegExp(`(?<![\\p{L}\\p{N}])(${WEEKDAYS.join('|')})(?![\\p{L}\\p{N}])\\.?,?`, 'iu')
const MONTHS = ['jan', 'fe[bv]', 'mar', 'a[pv]r', 'ma[iy]', 'jui?n', 'jui?l', 'ao?u', 'sep', 'oct', 'nov', 'dec']
// "261850 GMT AOU 21": the day, hours and minutes, as agencies stamp their items.
const STAMP = /(?<!\d)(\d{2})(\d{2})(\d{2}) ?(?:GMT|UTC|Z)\.? ([\p{L}\p{M}]{3,5})\.? ?(\d{4}|\d{2})(?!\d)/u
const NUMERIC = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-])/
const PLAIN_DIGITS = /(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)/
const HAN = /(\d{4})年(\d{1,2})月(\d{1,2})日/
const two = (number: string) => number.padStart(2, '0')

function stamped(words: string): string {
  const [all, day = '', hour = '', minute = '', name = '', year = ''] = STAMP.exec(words) ?? []
  if (!all) return words
  const folded = normalForm(name, 'NFD').replace(/\p{M}/gu, '')
  const month = MONTHS.findIndex((each) => new RegExp(`^${each}`, 'i').test(folded)) + 1
  const full = year.length === 2 ? `20${year}` : year
  return month === 0 ? words : words.replace(all, `${full}-${two(String(month))}-${day} ${hour}:${minute} GMT`)
}

const weekdayOf = (words: string) => {
  const name = WEEKDAY.exec(words)?.[1]
  return name ? WEEKDAYS.findIndex((names) => new RegExp(`^(?:${names})$`, 'i').test(name)) : null
}

const isExact = (date: { precision: string } | null) => date !== null && !['RANGE', 'YEAR'].includes(date.precision)

/** The same with day and month changed over, where that is a day too and another one. */
function changedOver(words: string): string | null {
  const [all, one = '', mark = '', other = '', year = ''] = NUMERIC.exec(words) ?? []
  if (!all || Number(one) > 12 || Number(other) > 12 || Number(one) === Number(other)) return null
  return words.replace(all, [other, one, year].join(mark))
}

/**
 * A date in the words of a head or last line, and what of these words is none of it. Day before month; where the month
 * may come first that is said, and in English nothing is chosen. A weekday that the day is not is said too. `near`: a day
 * from which one without a year counts. Null when there is none.
 */
export function readLineDate(line: string, language: string | null, near: WorldDate | null = null) {
  const words = line.slice(0, LONGEST)
  if (!/\d/.test(words)) return null
  const weekday = weekdayOf(words)
  const plain = stamped(words)
    .replace(WEEKDAY, ' ')
    .replace(HAN, (_, year, month, day) => `${year}-${two(month)}-${two(day)}`)
    .replace(PLAIN_DIGITS, '$1-$2-$3')
    .trim()
  const found = readDate(plain, near)
  if (!found || !isExact(found)) return null
  const rest = plain.replace(found.verbatim, ' ').trim()
  const withWords = (reading: typeof found): WorldDate => {
    const { clock, doubt: _doubt, ...days } = reading
    return { ...days, ...(clock ? { clock } : {}), verbatim: words.trim() }
  }
  const turned = changedOver(plain)
  const other = turned ? readDate(turned, near) : null
  if (other && isExact(other)) {
    const readings = [withWords(found), withWords(other)]
    const isFrench = language === null || language === 'fr'
    const read = isFrench ? { date: withWords(found), others: [withWords(other)] } : { date: null, others: readings }
    return { rest, read: { ...read, doubt: 'dayOrMonth' } satisfies ReadDate }
  }
  const isOtherWeekday =
    weekday !== null && found.earliest === found.latest && new Date(found.earliest).getUTCDay() !== weekday
  const doubt: DateDoubt | null = isOtherWeekday ? 'weekday' : null
  return { rest, read: { date: withWords(found), others: [], doubt } satisfies ReadDate }
}
