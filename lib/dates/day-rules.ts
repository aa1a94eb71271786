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

function calendarDay(year: number, month: number, day: number): DayNumbers | null {
  const found = dayOf(year, month - 1, day)
  return month >= 1 && month <= 12 && monthOf(found) === month - 1 && year > 0 ? [found, found] : null
}

// Words that tell that what is said is still to come.
const AHEAD =
  /(?<!\p{L})(?:prochaine?s?|next|upcoming|coming|will|'ll|shall|to be held|due|d'ici|dès le|à partir|à compter|from now|jusqu'au?|until|deadline|prévue?s?|scheduled|planned|expected|attendue?s?|aura|auront|sera|seront|va|vont|doit|doivent|devra|devront|pourra|pourront|(?:o|en|re|dé|com)?\p{L}{2,}(?:era|eront|ira|iront|dra|dront))(?!\p{L})/iu
const isAhead = (text: string | undefined) => AHEAD.test((text ?? '').slice(0, 1000))

// So many days ahead a date without a year is meant even where nothing says so: a year ago it would be said with its year.
const SOON = 31

/** The year of a day or a month without one: the past is meant, unless a word says that it is to come. */
function yearFor(at: (year: number) => number, today: number, text: string | undefined, soon = 0): number {
  const year = yearOf(today)
  if (isAhead(text)) return at(year) >= today ? year : year + 1
  if (at(year) <= today + soon) return at(year + 1) <= today + soon ? year + 1 : year
  return year - 1
}

/** A day of a month: of the year that is said, else of the last one in which it was, or the next where that is said. */
export function dayOfMonth(
  written: number,
  name: string | undefined,
  year: string | undefined,
  today: number,
  text?: string,
): DayNumbers | null {
  const month = indexIn(MONTHS, name)
  const inYear = (each: number) => dayOf(each, month, written)
  const found = inYear(year ? Number(year) : yearFor(inYear, today, text, SOON))
  return monthOf(found) !== month ? null : [found, found]
}

/** The year of a month without one. */
export const yearOfMonth = (month: number, today: number, text: string | undefined): number =>
  yearFor((year) => dayOf(year, month, 1), today, text)

function lastOrNext(name: string | undefined, side: string | undefined, today: number): DayNumbers {
  const back = (weekdayOf(today) - indexIn(WEEKDAYS, name) + 7) % 7
  if (/en (?:huit|quinze)/i.test(side ?? '')) {
    const more = /quinze/i.test(side ?? '') ? 21 : 14
    return [today - back + more, today - back + more]
  }
  // A report of a Friday that says "on Friday" speaks of that day, and "last Friday" of the one before.
  if (/prochain|next/i.test(side ?? '')) return [today - back + 7, today - back + 7]
  const gone = back === 0 && /dernier|last/i.test(side ?? '') ? 7 : back
  return [today - gone, today - gone]
}

export type Rule = { pattern: RegExp; days: (today: number, match: RegExpExecArray) => DayNumbers | null }
export const rule = (pattern: string, days: Rule['days']): Rule => ({
  pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'iu'),
  days,
})

// What the parsers do not know, or take more precisely than it is said; longer ways to say a thing come first.
export const DAY_RULES: readonly Rule[] = [
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
    (today, { input, 1: day, 2: month, 3: year }) => dayOfMonth(Number(day), month, year, today, input),
  ),
  rule(
    `(?:(?:${WEEKDAY}),?\\s+)?(${MONTH})\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))?`,
    (today, { input, 1: month, 2: day, 3: year }) => dayOfMonth(Number(day), month, year, today, input),
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
  rule(
    `(?:(?:d'ici|by|until|jusqu'à|avant|before|dès|starting|from)\\s+)(?:à\\s+|le\\s+)?(${WEEKDAY})`,
    (today, [, name]) => lastOrNext(name, 'next', today),
  ),
  rule(`(${WEEKDAY})(?:\\s+(dernier|prochain|en huit|en quinze))?`, (today, [, name, side]) =>
    lastOrNext(name, side, today),
  ),
  rule(`(last|next)\\s+(${WEEKDAY})`, (today, [, side, name]) => lastOrNext(name, side, today)),
  rule(
    `(?:en |in |mois de |mois d'|since |depuis |until |jusqu'en |dès )(${MONTH})(?:,?\\s+(?:de\\s+)?(\\d{4}))?`,
    (today, { input, 1: name, 2: year }) => {
      const month = indexIn(MONTHS, name)
      return wholeMonth(year ? Number(year) : yearOfMonth(month, today, input), month)
    },
  ),
  rule(`(?:last (${MONTH})|(${MONTH}) dernier)`, (today, [, english, french]) => {
    const month = indexIn(MONTHS, english ?? french)
    return wholeMonth(yearOf(today) - (month >= monthOf(today) ? 1 : 0), month)
  }),
  rule(`(?:next (${MONTH})|(${MONTH}) prochain)`, (today, [, english, french]) => {
    const month = indexIn(MONTHS, english ?? french)
    return wholeMonth(yearOf(today) + (month <= monthOf(today) ? 1 : 0), month)
  }),
  rule(
    "(?:en|in|l'année|de l'an|depuis|since|until|by|before|after|avant|après|dès|d'ici|jusqu'en)\\s+((?:1[5-9]|20)\\d\\d)",
    (_, [, year]) => yearDays(Number(year)),
  ),
]
