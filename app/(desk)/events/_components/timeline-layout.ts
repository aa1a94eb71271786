import { scaleUtc } from 'd3-scale'
import type { WorldDate } from '@/lib/fields'
import type { WarningOfEvent } from '@/lib/warnings/queries'

const WIDTH = 860
const LEFT = 14
const RIGHT = 190
const TOP = 34
const ROW = 58
const DAY = 86_400_000

const startOf = (day: string) => new Date(`${day}T00:00:00Z`)
const endOf = (day: string) => new Date(startOf(day).getTime() + DAY)

type Bar = { x: number; width: number }

/** Where everything stands in the picture; null for what has no day. */
export function timelineLayout(warnings: readonly WarningOfEvent[], happened: WorldDate | null) {
  const days = [
    ...warnings.flatMap(({ sent, windowOnset, windowExpires }) => [
      sent?.earliest,
      sent?.latest,
      windowOnset,
      windowExpires,
    ]),
    happened?.earliest,
    happened?.latest,
  ].filter((day) => typeof day === 'string')
  days.sort()
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return null
  const x = scaleUtc()
    .domain([startOf(first), endOf(last)])
    .range([LEFT, WIDTH - RIGHT])
  const bar = (from: string, until: string): Bar => ({ x: x(startOf(from)), width: x(endOf(until)) - x(startOf(from)) })
  const rows = warnings.map((warning, index) => ({
    warning,
    y: TOP + index * ROW,
    sent: warning.sent && bar(warning.sent.earliest, warning.sent.latest),
    window: windowBar(warning, [first, last], bar),
  }))
  const at = new Map(rows.map((row) => [row.warning.id, row]))
  const arrows = rows.flatMap((row) => {
    const target = row.warning.refersToWarning && at.get(row.warning.refersToWarning.id)
    if (!target?.sent || !row.sent) return []
    return [{ id: row.warning.id, type: row.warning.messageType, path: arrow(row.sent, row.y, target.sent, target.y) }]
  })
  return {
    width: WIDTH,
    height: TOP + warnings.length * ROW + 8,
    textX: WIDTH - RIGHT + 14,
    rows,
    arrows,
    happened: happened && bar(happened.earliest, happened.latest),
    ticks: wholeDays(x.ticks(6)).map((date) => ({ date, x: x(date) })),
  }
}

/** A window that is open at one side runs to the edge of the picture. */
function windowBar(warning: WarningOfEvent, edges: [string, string], bar: (from: string, until: string) => Bar) {
  const { windowOnset, windowExpires } = warning
  if (!windowOnset && !windowExpires) return null
  return bar(windowOnset ?? edges[0], windowExpires ?? edges[1])
}

const wholeDays = (dates: readonly Date[]) => dates.filter((date) => date.getTime() % DAY === 0)

/** From the later warning's mark up or down to the one that it refers to. */
function arrow(from: Bar, fromY: number, to: Bar, toY: number): string {
  const [x1, x2] = [from.x + from.width / 2, to.x + to.width / 2]
  const down = toY > fromY
  const [y1, y2] = down ? [fromY + 36, toY + 16] : [fromY + 18, toY + 38]
  const middle = (y1 + y2) / 2
  return `M${x1} ${y1}C${x1} ${middle} ${x2} ${middle} ${x2} ${y2}`
}
