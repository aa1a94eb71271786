import { scaleUtc } from 'd3-scale'
import type { WorldDateRange } from '@/lib/dates/world-date'

// One axis of days for what is drawn over time. What is known to the month does not stretch it: the days of the others would
// be squeezed to one spot.

/** From when until when something lies, in milliseconds since 1970 (UTC). */
export type TimeRange = { from: number; to: number }

export const DAY = 86_400_000
const ENOUGH = 3 * DAY
const MARGIN = 0.05
const LEAST_MARGIN = 0.75 * DAY

const MINUTE = 60_000

/** The time that a date in the world speaks of: whole days, or where it has times those, on the days and clocks of its own text. */
export const rangeOf = ({
  earliest,
  latest,
  clock,
}: Pick<WorldDateRange, 'earliest' | 'latest' | 'clock'>): TimeRange => ({
  from: Date.parse(`${earliest}T${clock?.from ?? '00:00'}:00Z`),
  to: Date.parse(`${latest}T${clock?.until ?? '00:00'}:00Z`) + (clock ? MINUTE : DAY),
})

const widthOf = ({ from, to }: TimeRange) => to - from

/** The stretch of time that a picture of these shows; null for none. Wide ones are there, but may be cut at its ends. */
export function timeAxis(ranges: readonly TimeRange[]): TimeRange | null {
  if (ranges.length === 0) return null
  const narrowest = Math.min(...ranges.map(widthOf))
  const precise = ranges.filter((range) => widthOf(range) <= Math.max(ENOUGH, narrowest * 1.5))
  const first = Math.min(...precise.map(({ from }) => from))
  const last = Math.max(...precise.map(({ to }) => to))
  // Of what lies outside, so much that it is seen to lie there.
  const margin = Math.max(LEAST_MARGIN, (last - first) * MARGIN)
  const ends = ranges.map(({ to }) => to).filter((to) => to <= first)
  const begins = ranges.map(({ from }) => from).filter((from) => from >= last)
  return { from: Math.min(first, ...ends) - margin, to: Math.max(last, ...begins) + margin }
}

/** A place on an axis in per cent of its length. `starts` and `ends`: false where it goes on beyond the axis. */
export type AxisRange = { from: number; to: number; starts: boolean; ends: boolean }

const percent = (axis: TimeRange, at: number) => ((at - axis.from) / widthOf(axis)) * 100

/** Where a range lies on an axis; what is beyond its ends is cut off. */
export function stretchOf(axis: TimeRange, range: TimeRange): AxisRange {
  const [from, to] = [percent(axis, range.from), percent(axis, range.to)]
  return { from: Math.max(0, from), to: Math.min(100, to), starts: from >= 0, ends: to <= 100 }
}

export type Tick = { at: Date; x: number }

const BETWEEN = 12

/** Days to name along an axis of this width in pixels, so few that their names, as wide as `widthOfName` says, never touch. */
export function axisTicks(axis: TimeRange, width: number, widthOfName: (at: Date) => number): Tick[] {
  const scale = scaleUtc([axis.from, axis.to], [0, 100])
  const days = scale.ticks(Math.max(2, Math.floor(width / 90))).filter((at) => at.getTime() % DAY === 0)
  const ticks: Tick[] = []
  let free = 0
  for (const at of days) {
    // A day is named in its middle, where what is of that day stands; a month of a long axis where it begins.
    const x = scale(spansYears(axis) ? at : new Date(at.getTime() + DAY / 2))
    const middle = (x / 100) * width
    const half = widthOfName(at) / 2
    if (middle - half < free || middle + half > width) continue
    ticks.push({ at, x })
    free = middle + half + BETWEEN
  }
  return ticks
}

/** True for what is known to the day, or better: it is drawn as a spot, not as a stretch. */
export const isSpot = (range: TimeRange): boolean => widthOf(range) <= DAY

/** True where days of several years are shown: their names need the year. */
export const spansYears = (axis: TimeRange): boolean => widthOf(axis) > 300 * DAY
