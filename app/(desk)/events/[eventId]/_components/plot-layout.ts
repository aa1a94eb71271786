import { scaleLinear, scaleUtc } from 'd3-scale'
import type { EventFigure } from '@/lib/figures/queries'
import { seriesKey } from '@/lib/figures/series'
import { groupBy } from '@/lib/text/group-by'

export const PLOT = { width: 1080, left: 64, right: 24, panel: 176, head: 30, foot: 34 } as const

type Point = { x: number; y: number }
/** One figure as it is drawn: where it was counted (`from`–`to`), how many (`low`–`high`), its best number. */
export type PlottedFigure = {
  figure: EventFigure
  x: number
  from: number
  to: number
  /** The number that stands for it: best, else the one that its words are about; the middle of a range without one. */
  y: number
  /** Where the shape of its origin stands: at its number, at both ends of a range without a best one. */
  shapes: number[]
  low: number | null
  high: number | null
  opens: 'up' | 'down' | null
  isHollow: boolean
}
export type Panel = {
  key: string
  top: number
  first: EventFigure
  marks: PlottedFigure[]
  ticks: { value: number; y: number }[]
  replaced: { from: Point; to: Point; id: string }[]
}
export type PlotLayout = { height: number; panels: Panel[]; days: { at: Date; x: number }[]; inYears: boolean }

const DAY_MS = 24 * 60 * 60 * 1000
const time = (day: string) => Date.parse(`${day}T00:00:00Z`)
/** Beside each other where they would lie on each other. */
const APART = 15

const isBareRange = ({ best, low, high, qualifier }: EventFigure) =>
  qualifier === 'RANGE' && best === null && low !== null && high !== null

const standing = ({ best, low, high, qualifier }: EventFigure): number | null =>
  qualifier === 'AT_LEAST' || qualifier === 'MORE_THAN' ? (low ?? best ?? high) : (best ?? high ?? low)

const opensOf = ({ qualifier, high, low }: EventFigure): PlottedFigure['opens'] => {
  if (qualifier === 'UP_TO') return low === null ? 'down' : null
  const isOpen = qualifier === 'AT_LEAST' || qualifier === 'MORE_THAN' || qualifier === 'VAGUE'
  return isOpen && high === null ? 'up' : null
}

/** True where a figure has a place in the plot: a date and a number. */
export const isPlotted = (figure: EventFigure): boolean => figure.asOf !== null && standing(figure) !== null

function panelOf(key: string, figures: readonly EventFigure[], top: number, x: (at: number) => number): Panel {
  const most = Math.max(1, ...figures.flatMap(({ low, best, high }) => [low ?? 0, best ?? 0, high ?? 0]))
  const y = scaleLinear([0, most * 1.12], [top + PLOT.head + PLOT.panel - 44, top + PLOT.head]).nice(4)
  const taken: Point[] = []
  const marks = figures.flatMap((figure): PlottedFigure[] => {
    const value = standing(figure)
    if (!figure.asOf || value === null) return []
    const [from, to] = [x(time(figure.asOf.earliest)), x(time(figure.asOf.latest) + DAY_MS)]
    const isBare = isBareRange(figure)
    const spot = { x: (from + to) / 2, y: isBare ? y(((figure.low ?? 0) + (figure.high ?? 0)) / 2) : y(value) }
    while (taken.some((other) => Math.abs(other.x - spot.x) < APART && Math.abs(other.y - spot.y) < APART))
      spot.x += APART
    taken.push(spot)
    const bound = (number: number | null) => (number === null || (number === value && !isBare) ? null : y(number))
    return [
      {
        ...{ figure, from, to, ...spot, low: bound(figure.low), high: bound(figure.high), opens: opensOf(figure) },
        shapes: isBare ? [y(figure.low ?? 0), y(figure.high ?? 0)] : [spot.y],
        isHollow: figure.rank === 'DEPRECATED' || figure.supersededBy.length > 0,
      },
    ]
  })
  const spots = new Map(marks.map((mark) => [mark.figure.id, mark]))
  const replaced = marks.flatMap((mark) => {
    const old = spots.get(mark.figure.supersedes?.id ?? '')
    return old ? [{ from: { x: old.x, y: old.y }, to: { x: mark.x, y: mark.y }, id: mark.figure.id }] : []
  })
  const whole = y.ticks(4).filter((value) => figures[0]?.measure === 'OTHER' || Number.isInteger(value))
  return {
    ...{ key, top, marks, replaced, ticks: whole.map((value) => ({ value, y: y(value) })) },
    first: figures[0] ?? missing(),
  }
}

const missing = (): never => {
  throw new Error('A panel has figures')
}

/** Where everything of the plot stands, in its own units: a panel for each population, one axis of days for all. */
export function plotLayout(figures: readonly EventFigure[]): PlotLayout | null {
  const plotted = figures.filter(isPlotted)
  const days = plotted.flatMap(({ asOf }) => (asOf ? [time(asOf.earliest), time(asOf.latest) + DAY_MS] : []))
  if (days.length === 0) return null
  const [first, last] = [Math.min(...days), Math.max(...days)]
  const pad = Math.max((last - first) * 0.04, DAY_MS * 1.5)
  const x = scaleUtc([first - pad, last + pad], [PLOT.left, PLOT.width - PLOT.right])
  const panels = [...groupBy(plotted, seriesKey)].map(([key, series], index) =>
    panelOf(key, series, index * PLOT.panel, (at) => x(at)),
  )
  const inYears = last - first > 1000 * DAY_MS
  const ticks = x.ticks(6).filter((at) => at.getTime() % DAY_MS === 0)
  return {
    panels,
    inYears,
    height: panels.length * PLOT.panel + PLOT.foot,
    days: ticks.map((at) => ({ at, x: x(at) })),
  }
}
