/** Days as counted from 1 January 1970, in no time zone: first and last. */
export type DayNumbers = readonly [number, number]

const DAY_MS = 24 * 60 * 60 * 1000
export const numberOfDay = (day: string) => Date.parse(`${day}T00:00:00Z`) / DAY_MS
export const dateOf = (day: number) => new Date(day * DAY_MS)
export const isoOf = (day: number) => dateOf(day).toISOString().slice(0, 10)
export const dayOf = (year: number, month: number, day: number) => Date.UTC(year, month, day) / DAY_MS
export const yearOf = (day: number) => dateOf(day).getUTCFullYear()
export const monthOf = (day: number) => dateOf(day).getUTCMonth()
/** 0 for Monday. */
export const weekdayOf = (day: number) => (dateOf(day).getUTCDay() + 6) % 7

export const wholeMonth = (year: number, month: number): DayNumbers => [
  dayOf(year, month, 1),
  dayOf(year, month + 1, 0),
]
export const yearDays = (year: number): DayNumbers => [dayOf(year, 0, 1), dayOf(year, 11, 31)]
export const weekOf = (day: number, from = 0): DayNumbers => [day - weekdayOf(day) + from, day - weekdayOf(day) + 6]

export const MONTHS = [
  ...['janvier january', 'février february', 'mars march', 'avril april', 'mai may', 'juin june', 'juillet july'],
  ...['août august', 'septembre september', 'octobre october', 'novembre november', 'décembre december'],
].map((names) => names.split(' '))
export const WEEKDAYS = [
  ...['lundi monday', 'mardi tuesday', 'mercredi wednesday', 'jeudi thursday', 'vendredi friday', 'samedi saturday'],
  ...['dimanche sunday'],
].map((names) => names.split(' '))
export const MONTH = MONTHS.flat().join('|')
export const WEEKDAY = WEEKDAYS.flat().join('|')
export const indexIn = (table: readonly string[][], name: string | undefined) =>
  table.findIndex((names) => names.includes((name ?? '').toLowerCase()))
