import { isKnownZone, minutesAhead, momentsAt } from './time-zones'
import type { WorldDateRange } from './world-date'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

type DateRange = Pick<WorldDateRange, 'earliest' | 'latest' | 'clock'>

/** Milliseconds since 1970: `from` included, `until` not. */
export type MomentRange = { from: number; until: number }

const startOfDay = (day: string) => Date.parse(`${day}T00:00:00Z`)
const onWall = (day: string, time: string) => Date.parse(`${day}T${time}:00Z`)

/** Between which moments a date lies; where its zone is not known (a day has none) as if that were UTC. */
export function stretchOf({ earliest, latest, clock }: DateRange): MomentRange {
  if (!clock) return { from: startOfDay(earliest), until: startOfDay(latest) + DAY_MS }
  const [first, last] = [onWall(earliest, clock.from), onWall(latest, clock.until)]
  const { zone } = clock
  if (!isKnownZone(zone)) return { from: first, until: last + MINUTE_MS }
  // A time that clocks show twice may be either.
  return { from: Math.min(...momentsIn(zone, first)), until: Math.max(...momentsIn(zone, last)) + MINUTE_MS }
}

// One that no clock has shown is refused when it is entered; a zone's rules may change afterwards.
const momentsIn = (zone: string, wall: number) => {
  const found = momentsAt(zone, wall)
  return found.length > 0 ? found : [wall - minutesAhead(zone, wall) * MINUTE_MS]
}

// The first place on earth where a day begins, and the last where it ends.
const EARLIEST_START = 14 * HOUR_MS
const LATEST_END = 12 * HOUR_MS
/** "Vers 17 h 50" may be a while before and after. */
const ABOUT_MS = 30 * MINUTE_MS
const ABOUT = /(?<!\p{L})(?:vers|environ|autour|about|around|approximately|circa|roughly|shortly|peu)(?!\p{L})/iu

type DateWords = DateRange & { verbatim?: string | null }

/**
 * True when one lies before the other whatever else may hold: in moments where both zones are known, by the calendar where
 * neither is; where one is, the other may be of anywhere on earth.
 */
export function isSurelyBefore(one: DateWords, other: DateWords): boolean {
  const [a, b] = [one, other].map((date) => {
    const isAbout = date.clock && ABOUT.test(date.verbatim ?? '') ? ABOUT_MS : 0
    const { from, until } = stretchOf(date)
    return { from: from - isAbout, until: until + isAbout, isPlaced: isKnownZone(date.clock?.zone ?? null) }
  })
  if (!a || !b) return false
  if (a.isPlaced === b.isPlaced) return a.until <= b.from
  return a.isPlaced ? a.until <= b.from - EARLIEST_START : a.until + LATEST_END <= b.from
}

/** For sorting: by beginning, then by end, the unknown ones last. It never turns round what surely lies one before the other. */
export function compareWorldDates(one: DateRange | null, other: DateRange | null): number {
  if (!one || !other) return Number(one === null) - Number(other === null)
  const [a, b] = [stretchOf(one), stretchOf(other)]
  return a.from - b.from || a.until - b.until
}

/** The zone in which dates are drawn beside each other: the one of all that have a known one, else UTC. */
export function sharedZone(dates: readonly (DateRange | null)[]): string {
  const zones = new Set(
    dates.flatMap((date) => (isKnownZone(date?.clock?.zone ?? null) ? [date?.clock?.zone ?? ''] : [])),
  )
  const [zone] = zones
  return zones.size === 1 && zone ? zone : '+00:00'
}

/**
 * Where a date stands on an axis whose days are those of a zone, in milliseconds as if that were UTC: what has no zone of
 * its own at its calendar days and hours, the rest where clocks of that zone stood then.
 */
export function stretchIn(zone: string, date: DateRange): MomentRange {
  const stretch = stretchOf(date)
  if (!isKnownZone(date.clock?.zone ?? null)) return stretch
  const shown = (moment: number) => moment + minutesAhead(zone, moment) * MINUTE_MS
  const from = shown(stretch.from)
  return { from, until: Math.max(shown(stretch.until), from + MINUTE_MS) }
}
