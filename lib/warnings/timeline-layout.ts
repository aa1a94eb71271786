import { type AxisRange, isSpot, rangeOf, stretchOf, type TimeRange, timeAxis } from '@/lib/dates/time-axis'
import type { WorldDate } from '@/lib/fields'
import { linesOf } from '@/lib/text/text-lines'
import type { WarningMessageType } from '@/prisma/generated/enums'

// Where the warnings of an event stand in their picture: a line each, however many texts tell it. Across: per cent of the axis
// of days; down: pixels. What has no date stands in a lane of its own below the axis.

/** What of one telling of a warning is drawn. */
export type DrawnTelling = {
  id: string
  messageType: WarningMessageType
  sent: WorldDate | null
  windowOnset: string | null
  windowExpires: string | null
  refersToWarning: { id: string } | null
}

/** A warning with all texts that tell it, the first of them first. */
export type DrawnLine<Telling extends DrawnTelling> = { key: string; tellings: readonly [Telling, ...Telling[]] }

/** What a line says in words: who warned whom, and what stands below it. */
export type LineWords = { head: string; below: string }

export type TimelineRow<Telling extends DrawnTelling> = {
  line: DrawnLine<Telling>
  y: number
  height: number
  head: { words: string; y: number }[]
  below: { words: string; y: number }[]
  /** Where its marks stand; null in the lane of those without a date. */
  strip: number | null
  /** A mark for each date that its tellings give. */
  sent: (AxisRange & { telling: Telling; isSpot: boolean })[]
  window: AxisRange | null
}

type TimePoint = { x: number; y: number }

export type Timeline<Telling extends DrawnTelling> = {
  height: number
  axis: TimeRange | null
  rows: TimelineRow<Telling>[]
  /** Those without a date, and where their lane begins; null: all have one. */
  lane: { y: number; rows: TimelineRow<Telling>[] } | null
  happened: AxisRange | null
  /** Up or down from a mark to between two rows, along there, and to the mark of what it refers to. */
  arrows: { id: string; type: WarningMessageType; from: TimePoint; between: number; to: TimePoint }[]
}

export const TIMELINE_WIDTHS = { wide: 700, narrow: 280 } as const
const SIZES = { head: 13.5, below: 12.5 } as const
const LINE = { head: 18, below: 17 }
const TOP = 26
const GAP = 16
const STRIP = 30
const LANE_HEAD = 30
/** Words keep so far from the sides. */
export const INSET = 10

const datesOf = <Telling extends DrawnTelling>({ tellings }: DrawnLine<Telling>) => [
  ...new Map(
    tellings.flatMap((telling) =>
      telling.sent
        ? [[`${telling.sent.earliest} ${telling.sent.latest}`, { sent: telling.sent, telling }] as const]
        : [],
    ),
  ).values(),
]

const day = (on: string) => rangeOf({ earliest: on, latest: on })

/** The period that is warned of, as far as any telling gives it: from the earliest on, until the latest. */
function windowOf<Telling extends DrawnTelling>({ tellings }: DrawnLine<Telling>) {
  const onsets = tellings.flatMap(({ windowOnset }) => windowOnset ?? []).sort()
  const ends = tellings.flatMap(({ windowExpires }) => windowExpires ?? []).sort()
  return { onset: onsets[0] ?? null, expires: ends.at(-1) ?? null }
}

/** A window that is open at one side runs to the end of the picture. */
function windowStretch<Telling extends DrawnTelling>(line: DrawnLine<Telling>, axis: TimeRange): AxisRange | null {
  const { onset, expires } = windowOf(line)
  if (!onset && !expires) return null
  const from = onset ? day(onset).from : axis.from - 1
  return stretchOf(axis, { from, to: expires ? day(expires).to : axis.to + 1 })
}

type DatedTelling<Telling> = { sent: WorldDate; telling: Telling }

const markOf = <Telling extends DrawnTelling>(axis: TimeRange, { sent, telling }: DatedTelling<Telling>) => ({
  ...stretchOf(axis, rangeOf(sent)),
  ...{ telling, isSpot: isSpot(rangeOf(sent)) },
})

const middle = ({ from, to }: AxisRange) => (from + to) / 2

/** Where everything stands on a picture of this width. `happened`: when the event was. */
export function timelineLayout<Telling extends DrawnTelling>(
  lines: readonly DrawnLine<Telling>[],
  happened: WorldDate | null,
  width: number,
  wordsOf: (line: DrawnLine<Telling>) => LineWords,
): Timeline<Telling> {
  const ranges = lines.flatMap((line) => {
    const { onset, expires } = windowOf(line)
    return [...datesOf(line).map(({ sent }) => rangeOf(sent)), ...[onset, expires].flatMap((on) => (on ? day(on) : []))]
  })
  const axis = timeAxis(happened && ranges.length > 0 ? [...ranges, rangeOf(happened)] : ranges)
  let y = axis ? TOP : 0
  const rowOf = (line: DrawnLine<Telling>): TimelineRow<Telling> => {
    const sent = axis ? datesOf(line).map((each) => markOf(axis, each)) : []
    const window = axis ? windowStretch(line, axis) : null
    const hasStrip = sent.length > 0 || window !== null
    const words = wordsOf(line)
    const broken = (look: 'head' | 'below', most: number) =>
      linesOf(words[look], { width: width - 2 * INSET, size: SIZES[look], most })
    const from = y
    const down = (look: 'head' | 'below', texts: readonly string[]) =>
      texts.map((text) => {
        y += LINE[look]
        return { words: text, y: y - 4 }
      })
    y += GAP / 2
    const head = down('head', broken('head', 4))
    const below = down('below', broken('below', 5))
    const strip = hasStrip ? y + STRIP / 2 : null
    if (hasStrip) y += STRIP
    y += GAP / 2
    return { line, y: from, height: y - from, head, below, strip, sent, window }
  }
  const isDated = (line: DrawnLine<Telling>) =>
    datesOf(line).length > 0 || Object.values(windowOf(line)).some((on) => on !== null)
  const rows = lines.filter(isDated).map(rowOf)
  const bottom = y
  const without = lines.filter((line) => !isDated(line))
  if (without.length > 0) y += LANE_HEAD
  const lane = without.length > 0 ? { y: bottom, rows: without.map(rowOf) } : null
  return {
    ...{ height: y, axis, rows, lane },
    happened: axis && happened ? stretchOf(axis, rangeOf(happened)) : null,
    arrows: arrowsAmong(rows),
  }
}

/** From the mark of what updates or cancels a warning to the mark of that warning. */
function arrowsAmong<Telling extends DrawnTelling>(rows: readonly TimelineRow<Telling>[]): Timeline<Telling>['arrows'] {
  const rowOf = new Map(rows.flatMap((row) => row.line.tellings.map(({ id }) => [id, row] as const)))
  return rows.flatMap((row) => {
    const referring = row.line.tellings.find(({ refersToWarning }) => refersToWarning)
    const target = rowOf.get(referring?.refersToWarning?.id ?? '')
    const [from, to] = [row.sent[0], target?.sent[0]]
    if (!referring || !target || target === row || !from || !to || row.strip === null || target.strip === null)
      return []
    const side = target.strip > row.strip ? 1 : -1
    const ends = {
      from: { x: middle(from), y: row.strip + 9 * side },
      to: { x: middle(to), y: target.strip - 10 * side },
      between: target.strip - 19 * side,
    }
    return [{ id: row.line.key, type: referring.messageType, ...ends }]
  })
}
