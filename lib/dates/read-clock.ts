import { DatePrecision } from '@/prisma/generated/enums'
import { LOCAL, momentsAt, offsetText, zoneOf } from './time-zones'
import type { Clock } from './world-date'

/** A time of day out of words, with its place in them; `untilNextDay`: it may be either end of the day. */
export type ClockReading = {
  clock: Clock
  precision: typeof DatePrecision.MINUTE | typeof DatePrecision.HOUR | typeof DatePrecision.RANGE
  untilNextDay: boolean
  start: number
  end: number
}

/** Minutes since midnight; `isHour` where no minutes are said. */
type Time = { minutes: number; isHour: boolean; isMidnight?: boolean }
type ClockWords = Time & { start: number; end: number; zone: string | null }

type Form = { pattern: RegExp; time: (match: RegExpExecArray) => Time | null }
const form = (pattern: string, time: Form['time'], flags = 'giu'): Form => ({
  pattern: new RegExp(`(?<![\\p{L}\\p{N}:.,/-]|[-+])(?:${pattern})`, flags),
  time,
})

function timeOf(hours: string | undefined, minutes: string | undefined, isHour = minutes === undefined): Time | null {
  const [hour, minute] = [Number(hours), Number(minutes ?? 0)]
  return hour <= 23 && minute <= 59 ? { minutes: hour * 60 + minute, isHour } : null
}

function halfDay(hours: string | undefined, minutes: string | undefined, half: string | undefined): Time | null {
  const hour = Number(hours)
  if (hour < 1 || hour > 12) return null
  return timeOf(String((hour % 12) + (half?.toLowerCase() === 'p' ? 12 : 0)), minutes)
}

// Twelve hours that are said to be of the evening; "five o'clock" alone is of either half of the day.
const HALF =
  "(du matin|du soir|de l'après-midi|de la nuit|in the morning|in the afternoon|in the evening|at night)(?![\\p{L}\\p{N}])"
const isLateHalf = (words: string | undefined, hours: number) =>
  /soir|après|after|evening/i.test(words ?? '') || (/nuit|night/i.test(words ?? '') && hours >= 6)
const inHalf = (hours: string | undefined, minutes: string | undefined, words: string | undefined) =>
  Number(hours) > 12 ? timeOf(hours, minutes) : halfDay(hours, minutes, isLateHalf(words, Number(hours)) ? 'p' : 'a')

const FORMS: readonly Form[] = [
  form(`(\\d{1,2})(?: ?h ?| heures ?|:| o['’]clock ?| )(\\d{2})? ?${HALF}`, (match) =>
    inHalf(match[1], match[2], match[3]),
  ),
  // As machines write it: 2021-08-26T17:50Z.
  {
    pattern: /(?<=\d-\d\d[T ])(\d{2}):(\d{2})(?::\d{2}(?:\.\d{1,6})?)?/gu,
    time: (match) => timeOf(match[1], match[2]),
  },
  form('(\\d{1,2})(?:[:.](\\d{2}))? ?([ap])(?:\\.m\\.?|m(?![\\p{L}\\p{N}]))', (match) =>
    halfDay(match[1], match[2], match[3]),
  ),
  form('(\\d{1,2}) ?h ?(\\d{2})(?: ?min)?(?![\\p{L}\\p{N}])', (match) => timeOf(match[1], match[2])),
  form('(\\d{1,2}) heures (\\d{2})(?! ?\\p{L}{0,2}heures)(?![\\p{L}\\p{N}])', (match) => timeOf(match[1], match[2])),
  form('(\\d{1,2}) ?(?:h|heures?)(?![\\p{L}\\p{N}])', (match) => timeOf(match[1], undefined)),
  form('(\\d{1,2}):(\\d{2})(?::\\d{2})?(?![\\p{L}\\p{N}:])', (match) => timeOf(match[1], match[2])),
  form('([01]\\d|2[0-3])([0-5]\\d) ?(?=GMT|UTC|Z(?!\\p{L})|hours|hrs|local|heure locale)', (match) =>
    timeOf(match[1], match[2]),
  ),
  form('midi(?: et (demie?)| (trente))?(?![\\p{L}\\p{N}-])', ([, half, thirty]) => ({
    minutes: 720 + (half || thirty ? 30 : 0),
    isHour: false,
  })),
  form('noon(?![\\p{L}\\p{N}-])', () => ({ minutes: 720, isHour: false })),
  form('(?:minuit|midnight)(?![\\p{L}\\p{N}-])', () => ({ minutes: 0, isHour: false, isMidnight: true })),
]

// "Dans 24 heures" is how long, not when.
const HOW_LONG =
  /(?:dans|pendant|durant|depuis|il y a|les?|prochaines?|dernières?|en|sous|toutes les|quelques|premières?|après|plus de|moins de|for|in|within|next|last|past|after|every|under) (?:\d{1,3} (?:à|ou|to|or) )?$/iu
const LATER =
  /^ (?:plus tard|auparavant|avant|après|durant|de (?:retard|route|vol|combats?|temps)|later|before|ago|earlier|after)(?!\p{L})/iu
const isHowLong = ({ start, end, isHour }: ClockWords, text: string) =>
  isHour && (HOW_LONG.test(text.slice(Math.max(0, start - 40), start)) || LATER.test(text.slice(end, end + 20)))

const LETTERS =
  /^[ ,(]{0,3}(?:\()?((?:UTC|GMT|TU)(?: ?[+\-−–] ?\d{1,2}(?::?\d{2})?)?|[A-Z]{2,4}T|[A-Z]{2}T|ET|PT|TUC|Z|MSK)(?![\p{L}\p{N}])/u
const SHIFT = /^ ?([+\-−]\d{2}:?\d{2})(?!\d)/u
const LOCALLY =
  /^[ ,(]{0,3}(?:\(|en |à l'|à )?(?:(?:heures?|h) locales?|locales?|hours local(?: time)?|local(?: time)?)(?!\p{L})/iu
const HOURS_OF =
  /^[ ,(]{0,3}(?:\(|en |à l')?heures? (?:de |du |des |d'|à )?((?:l'|la |le )?\p{L}[\p{L}'.-]{1,24}(?: \p{Lu}[\p{L}'.-]{1,24}){0,3})/u
const TIME_OF =
  /^[ ,(]{0,3}(?:in )?((?:the )?\p{Lu}[\p{L}'.-]{0,24}(?: \p{Lu}[\p{L}'.-]{0,24}){0,3})(?: daylight| standard| summer)?[ -]time(?!\p{L})/iu

/** The zone that is said behind a time, and how far its words reach. */
function zoneBehind(text: string, at: number): { zone: string | null; end: number } {
  const rest = text.slice(at, at + 120)
  const hours = /^ ?(?:hours|hrs)(?=[ ,(])/.exec(rest)?.[0].length ?? 0
  const behind = rest.slice(hours)
  const local = LOCALLY.exec(rest) ?? LOCALLY.exec(behind)
  if (local) return { zone: LOCAL, end: at + (local.input === rest ? 0 : hours) + local[0].length }
  for (const pattern of [LETTERS, SHIFT, HOURS_OF, TIME_OF]) {
    const match = pattern.exec(behind)
    const zone = match?.[1] ? zoneCalled(match[1]) : null
    if (match && zone) return { zone, end: at + hours + match[0].length }
  }
  return { zone: null, end: at }
}

/** The longest beginning of some words that calls a zone: "Kaboul Selon" is Kaboul. */
function zoneCalled(words: string): string | null {
  const parts = words.replace(/^(?:the|la|le) /i, '').split(' ')
  for (let count = parts.length; count > 0; count -= 1) {
    const zone = zoneOf(parts.slice(0, count).join(' '))
    if (zone) return zone
  }
  return null
}

function allTimes(text: string): ClockWords[] {
  const found = FORMS.flatMap(({ pattern, time }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const said = time(match)
      const start = match.index
      return said ? [{ ...said, start, ...zoneBehind(text, start + match[0].trimEnd().length) }] : []
    }),
  )
  const inOrder = found.sort((a, b) => a.start - b.start || b.end - a.end)
  return inOrder
    .filter((each, index) => inOrder.slice(0, index).every(({ end }) => end <= each.start))
    .filter((each) => !isHowLong(each, text))
}

const written = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

const isPlaced = (zone: string | null): zone is string => zone !== null && zone !== LOCAL
const TO = /^\s*(?:à|to|-|–|—)\s*$/iu
const AND = /^\s*(?:et|and)\s*$/iu
const BETWEEN = /(?:entre|between)\s+$/iu
const SAME = /^[\s,]*(?:\(|soit|or|ou|i\.e\.|\/)[\s,(]*$/iu

/** The offset of a place whose clocks show one thing while those of a known zone show another; null where none is so far. */
function offsetBetween(local: number, other: ClockWords, day: string): string | null {
  const { zone } = other
  if (!isPlaced(zone)) return null
  const wall = Date.parse(`${day}T00:00:00Z`) + other.minutes * 60_000
  const moment = momentsAt(zone, wall)[0] ?? wall
  const utc = (((moment / 60_000) % 1440) + 1440) % 1440
  const ahead = ((((local - utc) % 1440) + 1440 + 720) % 1440) - 720
  // Zones differ by quarters of an hour.
  return ahead % 15 === 0 ? offsetText(ahead) : null
}

/**
 * The time of day that French or English words say, with its zone: "vers 17h50 heure locale", "at 5:50 p.m. local time (13:20
 * GMT)", "0320 GMT", "midi". `day`: on which it is, for zones that change. Null when they say none. Never throws.
 */
export function readClock(words: string, day: string): ClockReading | null {
  const text = words
    .slice(0, 1000)
    .replace(/[’‘]/g, "'")
    .replace(/[\u00a0\u202f\n\t]/g, ' ')
  const times = allTimes(text)
  const [first, second] = times
  if (!first) return null
  const between = second ? text.slice(first.end, second.start) : ''
  const isRange = second && (TO.test(between) || (AND.test(between) && BETWEEN.test(text.slice(0, first.start))))
  if (second && isRange && second.minutes > first.minutes) {
    const clock = { from: written(first.minutes), until: written(second.minutes), zone: second.zone ?? first.zone }
    return { clock, precision: DatePrecision.RANGE, untilNextDay: false, start: first.start, end: second.end }
  }
  // One moment told by two clocks: the second says how far the place's own is ahead.
  const isSame = second && SAME.test(between) && isPlaced(second.zone) && !isPlaced(first.zone)
  const offset = second && isSame ? offsetBetween(first.minutes, second, day) : null
  const zone = offset ?? first.zone
  const { start } = first
  const end = second && offset ? second.end : first.end
  const from = written(first.minutes)
  if (first.isMidnight)
    return { clock: { from, until: from, zone }, precision: DatePrecision.RANGE, untilNextDay: true, start, end }
  const until = first.isHour ? `${from.slice(0, 3)}59` : from
  const precision = first.isHour ? DatePrecision.HOUR : DatePrecision.MINUTE
  return { clock: { from, until, zone }, precision, untilNextDay: false, start, end }
}
