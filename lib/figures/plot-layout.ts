import { scaleLinear } from 'd3-scale'
import { type AxisRange, isSpot, rangeOf, stretchOf, type TimeRange } from '@/lib/dates/time-axis'
import type { WorldDate } from '@/lib/fields'
import { widthOfWords } from '@/lib/text/text-lines'
import type { FigureMeasure, FigureQualifier, FigureRank } from '@/prisma/generated/enums'

// Where the figures of one measure and population stand in their picture. Across: per cent of the axis of days; down: pixels.
// A figure stands at its date and at no other: what would lie on something else is stacked above or below it, with a thin
// line to its number.

/** A figure as far as it is drawn. */
export type DrawnFigure = {
  id: string
  measure: FigureMeasure
  qualifier: FigureQualifier
  low: number | null
  best: number | null
  high: number | null
  asOf: WorldDate | null
  rank: FigureRank
  supersedes: { id: string } | null
}

/** How wide the axis of a picture is at least, in pixels: so far apart are things that do not touch. */
export type PlotWidth = { axis: number; undated: number }
export const PLOT_WIDTHS = {
  wide: { axis: 640, undated: 104 },
  narrow: { axis: 250, undated: 84 },
} as const satisfies Record<string, PlotWidth>

const AREA = 150
const HEAD = 12
/** From the middle of a shape to the next. */
export const APART = 17
const LABEL = { size: 12, height: 13 }
/** How far from the middle of a figure's mark its words begin: what is preferred has a ring around it. */
export const labelGap = (rank: FigureRank): number => (rank === 'PREFERRED' ? 18 : 13)
/** What begins before the axis has its shape so many pixels from its beginning: in the middle it would name a day. */
const FROM_EDGE = 14

export type PlotMark<Figure> = {
  figure: Figure
  /** Where its shape stands, within its date. */
  x: number
  /** Its date; null where none is known: it stands outside the axis. */
  days: AxisRange | null
  /** Its date is not known to the day. */
  isBand: boolean
  /** Where its number is, and where its shape stands. */
  y: number
  at: number
  low: number | null
  high: number | null
  opens: 'up' | 'down' | null
  label: { words: string; side: 'left' | 'right' } | null
}

export type PlotPanel<Figure> = {
  height: number
  /** Where nought, or the lowest number, is. */
  floor: number
  numbers: { value: number; y: number }[]
  marks: PlotMark<Figure>[]
  undated: PlotMark<Figure>[]
  /** From a figure to the one that took its place, both dated. */
  replaced: { id: string; from: { x: number; y: number }; to: { x: number; y: number } }[]
}

const isBareRange = ({ best, low, high }: DrawnFigure) => best === null && low !== null && high !== null

/** The number at which a figure stands: the one that its words are about; the middle of a range without one. */
export function numberOfFigure(figure: DrawnFigure): number | null {
  const { best, low, high, qualifier } = figure
  if (qualifier === 'AT_LEAST' || qualifier === 'MORE_THAN') return low ?? best ?? high
  if (isBareRange(figure)) return ((low ?? 0) + (high ?? 0)) / 2
  return best ?? high ?? low
}

const opensOf = ({ qualifier, high, low }: DrawnFigure): PlotMark<unknown>['opens'] => {
  if (qualifier === 'UP_TO') return low === null ? 'down' : null
  const isOpen = qualifier === 'AT_LEAST' || qualifier === 'MORE_THAN' || qualifier === 'VAGUE'
  return isOpen && high === null ? 'up' : null
}

type Spot = { x: number; at: number }

/** The nearest free place above its number: never beside it, where another day is. */
function stacked({ x, y }: { x: number; y: number }, taken: readonly Spot[]): number {
  const near = taken.filter((spot) => Math.abs(spot.x - x) < APART)
  let at = y
  for (let next = blocking(at, near); next; next = blocking(at, near)) at = next.at - APART
  return at
}

const blocking = (at: number, near: readonly Spot[]) =>
  // What the subtraction of fractions leaves over is no overlap.
  near.find((spot) => Math.abs(spot.at - at) < APART - 0.001)

type Box = { from: number; to: number; at: number }
const meets = (one: Box, other: Box, height: number) =>
  one.from < other.to && other.from < one.to && Math.abs(one.at - other.at) < height

/** Words beside the shapes, right or left, where there is room: the preferred ones first; what has none is without. */
function labelled<Figure extends DrawnFigure>(
  marks: readonly PlotMark<Figure>[],
  width: number,
  wordsOf: (figure: Figure) => string,
): PlotMark<Figure>[] {
  const shapes = marks.map(({ x, at }): Box => {
    const middle = (x / 100) * width
    return { from: middle - APART / 2, to: middle + APART / 2, at }
  })
  const taken: Box[] = []
  const labels = new Map<PlotMark<Figure>, PlotMark<Figure>['label']>()
  const inTurn = [...marks].sort(
    (a, b) => Number(b.figure.rank === 'PREFERRED') - Number(a.figure.rank === 'PREFERRED'),
  )
  for (const mark of inTurn) {
    const words = wordsOf(mark.figure)
    const wide = widthOfWords(words, LABEL.size)
    const middle = (mark.x / 100) * width
    const gap = labelGap(mark.figure.rank)
    const sides = [
      { side: 'right', from: middle + gap, to: middle + gap + wide, at: mark.at },
      { side: 'left', from: middle - gap - wide, to: middle - gap, at: mark.at },
    ] as const
    const own = marks.indexOf(mark)
    const free = sides.find(
      (box) =>
        box.from >= 0 &&
        box.to <= width &&
        !shapes.some((shape, index) => index !== own && meets(box, shape, (APART + LABEL.height) / 2 - 2)) &&
        !taken.some((other) => meets(box, other, LABEL.height)),
    )
    if (free) taken.push(free)
    labels.set(mark, free ? { words, side: free.side } : null)
  }
  return marks.map((mark) => ({ ...mark, label: labels.get(mark) ?? null }))
}

/** Where in its date a shape stands. */
function within({ from, to, starts }: AxisRange, width: number): number {
  const middle = (from + to) / 2
  return starts ? middle : Math.min(middle, from + (FROM_EDGE / width) * 100)
}

/** Everything of one panel. `axis`: null where no figure of the picture has a date. Figures without a number are left out. */
export function plotPanel<Figure extends DrawnFigure>(
  figures: readonly Figure[],
  axis: TimeRange | null,
  width: PlotWidth,
  wordsOf: (figure: Figure) => string,
): PlotPanel<Figure> {
  const numbers = figures.flatMap(({ low, best, high }) => [low, best, high].filter((number) => number !== null))
  const [least, most] = [Math.min(0, ...numbers), Math.max(1, ...numbers)]
  const scale = scaleLinear([least, most], [AREA, 0]).nice(4)
  const spots = figures.flatMap((figure) => {
    const value = numberOfFigure(figure)
    if (value === null) return []
    const bound = (number: number | null) => (number === null || number === value ? null : scale(number))
    const days = figure.asOf && axis ? stretchOf(axis, rangeOf(figure.asOf)) : null
    return [
      {
        ...{ figure, days, x: days ? within(days, width.axis) : 0, y: scale(value), label: null },
        isBand: days !== null && figure.asOf !== null && !isSpot(rangeOf(figure.asOf)),
        ...{ low: bound(figure.low), high: bound(figure.high), opens: opensOf(figure) },
      },
    ]
  })
  const place = (of: typeof spots, wide: number) => {
    const taken: Spot[] = []
    // From the lowest number up: a stack grows into the free space above it.
    return [...of]
      .sort((a, b) => b.y - a.y || a.x - b.x)
      .map((spot): PlotMark<Figure> => {
        const at = stacked({ x: (spot.x / 100) * wide, y: spot.y }, taken)
        taken.push({ x: (spot.x / 100) * wide, at })
        return { ...spot, at }
      })
  }
  const dated = place(
    spots.filter(({ days }) => days !== null),
    width.axis,
  )
  const undated = place(
    spots.filter(({ days }) => days === null),
    width.undated,
  )
  const top = Math.min(0, ...[...dated, ...undated].map(({ at }) => at))
  const down = HEAD - top
  const moved = (mark: PlotMark<Figure>): PlotMark<Figure> => {
    const lower = (number: number | null) => (number === null ? null : number + down)
    return { ...mark, y: mark.y + down, at: mark.at + down, low: lower(mark.low), high: lower(mark.high) }
  }
  // Read from the earliest on; of one day from the lowest number up.
  const inOrder = dated.map(moved).sort((a, b) => a.x - b.x || b.at - a.at)
  const marks = labelled(inOrder, width.axis, wordsOf)
  const byId = new Map(marks.map((mark) => [mark.figure.id, mark]))
  const isCounted = figures[0]?.measure !== 'OTHER'
  return {
    ...{ height: AREA + down + HEAD, floor: AREA + down, marks },
    numbers: scale
      .ticks(4)
      .filter((value) => !isCounted || Number.isInteger(value))
      .map((value) => ({ value, y: scale(value) + down })),
    undated: labelled(undated.map(moved), width.undated, wordsOf),
    replaced: marks.flatMap((mark) => {
      const old = byId.get(mark.figure.supersedes?.id ?? '')
      return old ? [{ id: mark.figure.id, from: { x: old.x, y: old.at }, to: { x: mark.x, y: mark.at } }] : []
    }),
  }
}
