import {
  type DayNumbers,
  dayOf,
  indexIn,
  MONTH,
  MONTHS,
  monthOf,
  WEEKDAY,
  WEEKDAYS,
  weekdayOf,
  weekOf,
  wholeMonth,
  yearDays,
  yearOf,
} from './calendar-days'
import { dayOfMonth, type Rule, rule, yearOfMonth } from './day-rules'

const DAY = '(\\d{1,2})(?:er|st|nd|rd|th)?'
const YEAR = '(?:,?\\s+(\\d{4}))?'
const TO = "\\s*(?:-|–|—|au|to|et(?:\\s+le)?|and|until|jusqu'au|through)\\s*"
const COUNTS = 'un une deux trois quatre cinq six sept huit neuf dix onze douze'.split(' ')
const ENGLISH_COUNTS = 'a one two three four five six seven eight nine ten eleven twelve'.split(' ')
const COUNT = `\\d{1,3}|${[...COUNTS, ...ENGLISH_COUNTS, 'an'].join('|')}`

function countOf(word: string | undefined): number {
  const low = (word ?? '').toLowerCase()
  if (/^\d/.test(low)) return Number(low)
  if (/^(?:une?|an?|one)$/.test(low)) return 1
  const at = COUNTS.indexOf(low)
  return at > 0 ? at : Math.max(1, ENGLISH_COUNTS.indexOf(low))
}

/** From the first of two days to the other; null where that is no time. */
function between(first: DayNumbers | null, last: DayNumbers | null): DayNumbers | null {
  return first && last && first[0] <= last[1] ? [first[0], last[1]] : null
}

/** Two days of one month, or of two. */
function days(
  [from, fromMonth]: readonly [string | undefined, string | undefined],
  [to, toMonth]: readonly [string | undefined, string | undefined],
  year: string | undefined,
  today: number,
  text: string,
): DayNumbers | null {
  const last = dayOfMonth(Number(to), toMonth, year, today, text)
  if (!last) return null
  const lastYear = yearOf(last[1])
  const [one, other] = [indexIn(MONTHS, fromMonth), indexIn(MONTHS, toMonth)]
  return between(dayOfMonth(Number(from), fromMonth, String(one > other ? lastYear - 1 : lastYear), today), last)
}

const monthAway = (today: number, by: number): DayNumbers => wholeMonth(yearOf(today), monthOf(today) + by)

/** The beginning, the middle or the end of a month. */
function thirdOf(
  part: string | undefined,
  name: string | undefined,
  year: string | undefined,
  today: number,
  text: string,
): DayNumbers {
  const month = indexIn(MONTHS, name)
  const of = year ? Number(year) : yearOfMonth(month, today, text)
  const [first, last] = wholeMonth(of, month)
  if (/^(?:début|early|beginning)/i.test(part ?? '')) return [first, first + 9]
  return /^(?:mi|mid)/i.test(part ?? '') ? [first + 10, first + 19] : [first + 20, last]
}

const QUARTERS = [
  /^(?:1|premier|first)/i,
  /^(?:2|deuxième|second|second)/i,
  /^(?:3|troisième|third)/i,
  /^(?:4|quatrième|fourth|dernier|last)/i,
]
function quarter(which: string | undefined, year: string | undefined, today: number): DayNumbers | null {
  const at = QUARTERS.findIndex((each) => each.test(which ?? ''))
  const own = yearOf(today)
  // A quarter that has not begun was the one of the year before.
  const of = year ? Number(year) : dayOf(own, at * 3, 1) > today ? own - 1 : own
  return at < 0 ? null : [dayOf(of, at * 3, 1), dayOf(of, at * 3 + 3, 0)]
}

function decade(written: string | undefined): DayNumbers | null {
  const short = Number(written)
  const first = short >= 100 ? short : short >= 30 ? 1900 + short : 2000 + short
  return first % 10 === 0 ? [dayOf(first, 0, 1), dayOf(first + 9, 11, 31)] : null
}

/** A night between two days of the week, the last one that was. */
function nightOf(first: string | undefined, last: string | undefined, today: number): DayNumbers | null {
  const back = (weekdayOf(today) - indexIn(WEEKDAYS, last) + 7) % 7
  const apart = (indexIn(WEEKDAYS, last) - indexIn(WEEKDAYS, first) + 7) % 7
  return apart > 0 ? [today - back - apart, today - back] : null
}

/** What is said of more than a day: from one to another, parts of months and years, and so long ago. */
export const SPAN_RULES: readonly Rule[] = [
  rule(
    `(?:du|entre le|between|from)?\\s*${DAY}(?:\\s+(${MONTH})(?:\\s+(\\d{4}))?)?${TO}(?:le\\s+)?${DAY}\\s+(${MONTH})${YEAR}`,
    (today, match) => {
      const [, from, fromMonth, own, to, toMonth, year] = match
      if (own && year)
        return between(dayOfMonth(Number(from), fromMonth, own, today), dayOfMonth(Number(to), toMonth, year, today))
      return days([from, fromMonth ?? toMonth], [to, toMonth], year ?? own, today, match.input)
    },
  ),
  rule(`(?:from\\s+|between\\s+)?(${MONTH})\\s+${DAY}${TO}(?:(${MONTH})\\s+)?${DAY}(?!\\d)${YEAR}`, (today, match) => {
    const [, fromMonth, from, toMonth, to, year] = match
    return days([from, fromMonth], [to, toMonth ?? fromMonth], year, today, match.input)
  }),
  rule(
    `(?:nuit (?:de|du) |night (?:of |from )?|overnight (?:from )?|de |du |from |between )(${WEEKDAY})(?: night)? (?:à|au|to|and|into|et) (${WEEKDAY})`,
    (today, [, first, last]) => nightOf(first, last, today),
  ),
  rule(`il y a (${COUNT}) ans?|(${COUNT}) years? ago`, (today, [, french, english]) =>
    yearDays(yearOf(today) - countOf(french ?? english)),
  ),
  rule(`il y a (${COUNT}) mois|(${COUNT}) months? ago`, (today, [, french, english]) =>
    monthAway(today, -countOf(french ?? english)),
  ),
  rule(`(fin|mi|début|mid|late|early|end of|beginning of)[\\s-]+(${MONTH})${YEAR}`, (today, match) =>
    thirdOf(match[1], match[2], match[3], today, match.input),
  ),
  rule('le mois prochain|next month', (today) => monthAway(today, 1)),
  rule('la semaine prochaine|next week', (today) => weekOf(today + 7)),
  rule("l'an prochain|l'année prochaine|next year", (today) => yearDays(yearOf(today) + 1)),
  rule("(?:les années|the|in the|années) ((?:1[5-9]|20)?\\d0)(?:'?s)?", (_, match) =>
    /^(?:les a|a)/i.test(match[0]) || /s$/i.test(match[0]) ? decade(match[1]) : null,
  ),
  rule(
    '(premier|deuxième|troisième|quatrième|dernier|[1-4]er?e?) trimestre(?:(?: de)? (\\d{4}))?',
    (today, [, which, year]) => quarter(which, year, today),
  ),
  rule('(first|second|third|fourth|last) quarter(?:(?: of)? (\\d{4}))?', (today, [, which, year]) =>
    quarter(which, year, today),
  ),
  rule('[qt]([1-4])(?: (\\d{4}))?', (today, [, which, year]) => (year ? quarter(which, year, today) : null)),
  rule(
    '(?:de|entre|from|between) ((?:1[5-9]|20)\\d\\d)(?: à | et | to | and | until )((?:1[5-9]|20)\\d\\d)',
    (_, [, first, last]) => between(yearDays(Number(first)), yearDays(Number(last))),
  ),
]
