import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY, rangeOf, timeAxis } from '@/lib/dates/time-axis'
import type { WorldDate } from '@/lib/fields'
import { APART, type DrawnFigure, labelGap, numberOfFigure, PLOT_WIDTHS, plotPanel } from '@/lib/figures/plot-layout'
import { widthOfWords } from '@/lib/text/text-lines'

const on = (day: string): WorldDate => ({ verbatim: null, earliest: day, latest: day, precision: 'DAY' })
const AUGUST: WorldDate = { verbatim: null, earliest: '2021-08-01', latest: '2021-08-31', precision: 'MONTH' }

const figure = (
  id: string,
  best: number | null,
  asOf: WorldDate | null,
  more: Partial<DrawnFigure> = {},
): DrawnFigure => ({
  ...{ id, measure: 'KILLED', qualifier: 'EXACT', low: null, best, high: null, asOf, rank: 'NORMAL', supersedes: null },
  ...more,
})
const draw = (figures: DrawnFigure[], width: (typeof PLOT_WIDTHS)['wide' | 'narrow'] = PLOT_WIDTHS.wide) => {
  const axis = timeAxis(figures.flatMap(({ asOf }) => (asOf ? rangeOf(asOf) : [])))
  return { axis, ...plotPanel(figures, axis, width, ({ best }) => String(best)) }
}

const someDay = fc
  .integer({ min: 0, max: 40 })
  .map((days) => new Date(Date.UTC(2021, 6, 20 + days)).toISOString().slice(0, 10))
const someDate = fc.oneof(
  someDay.map(on),
  fc.tuple(someDay, someDay).map((days): WorldDate => {
    const [earliest = '', latest = ''] = [...days].sort()
    return { verbatim: null, earliest, latest, precision: 'RANGE' }
  }),
  fc.constant(AUGUST),
  fc.constant({ verbatim: null, earliest: '2021-01-01', latest: '2021-12-31', precision: 'YEAR' } as const),
)
const someFigures = fc
  .array(fc.record({ best: fc.nat(200), asOf: fc.option(someDate), preferred: fc.boolean() }), { maxLength: 24 })
  .map((all) =>
    all.map(({ best, asOf, preferred }, at) =>
      figure(`${at}`, best, asOf, { rank: preferred ? 'PREFERRED' : 'NORMAL' }),
    ),
  )
const someWidth = fc.constantFrom(PLOT_WIDTHS.wide, PLOT_WIDTHS.narrow)

describe('a figure’s mark', () => {
  it('stands within its date and nowhere else, however many there are', () => {
    fc.assert(
      fc.property(someFigures, someWidth, (figures, width) => {
        const { axis, marks, undated } = draw(figures, width)
        expect(undated.map((mark) => mark.figure.asOf)).toEqual(undated.map(() => null))
        expect(marks.length + undated.length).toBe(figures.length)
        for (const { x, figure: drawn } of marks) {
          if (!axis || !drawn.asOf) throw new Error('a dated mark has a date')
          const at = axis.from + (x / 100) * (axis.to - axis.from)
          const date = rangeOf(drawn.asOf)
          expect(at).toBeGreaterThanOrEqual(date.from - 1)
          expect(at).toBeLessThanOrEqual(date.to + 1)
        }
      }),
    )
  })

  it('lies on no other one, is above the floor, and its panel is high enough for it', () => {
    fc.assert(
      fc.property(someFigures, someWidth, (figures, width) => {
        const { marks, undated, height, floor } = draw(figures, width)
        for (const of of [marks, undated])
          for (const [index, one] of of.entries()) {
            expect(one.at).toBeGreaterThan(0)
            expect(one.at).toBeLessThanOrEqual(one.y)
            expect(floor).toBeLessThan(height)
            for (const other of of.slice(index + 1)) {
              const across = (Math.abs(one.x - other.x) / 100) * (of === marks ? width.axis : width.undated)
              expect(across >= APART - 0.01 || Math.abs(one.at - other.at) >= APART - 0.01).toBe(true)
            }
          }
      }),
    )
  })

  it('keeps its number: what is stacked says where it would be', () => {
    const { marks, floor } = draw([60, 60, 60, 61, 13].map((best, at) => figure(`${at}`, best, on('2021-08-26'))))
    const heights = new Map(marks.map(({ figure: { best }, y }) => [best, y]))
    expect(new Set(marks.filter(({ figure: { best } }) => best === 60).map(({ y }) => y)).size).toBe(1)
    expect(heights.get(61)).toBeLessThan(heights.get(60) ?? 0)
    expect(heights.get(13)).toBeGreaterThan(heights.get(60) ?? 0)
    expect(new Set(marks.map(({ at }) => at)).size).toBe(5)
    expect(heights.get(13)).toBeLessThan(floor)
  })

  it('a month is a band over its days, and squeezes nobody else', () => {
    const days = [figure('a', 13, on('2021-08-26')), figure('b', 60, on('2021-08-28'))]
    const [without, withMonth] = [draw(days), draw([...days, figure('month', 170, AUGUST)])]
    expect(withMonth.axis).toEqual(without.axis)
    const month = withMonth.marks.find(({ figure: { id } }) => id === 'month')
    expect(month).toMatchObject({ isBand: true, days: { from: 0, starts: false, to: 100, ends: false } })
    expect(withMonth.marks.find(({ figure: { id } }) => id === 'a')).toMatchObject({ isBand: false })
  })

  it('without a date it stands outside the axis', () => {
    const { marks, undated } = draw([figure('a', 13, on('2021-08-26')), figure('b', 60, null)])
    expect([marks.length, undated.length]).toEqual([1, 1])
    expect(undated[0]?.days).toBeNull()
    expect(draw([figure('b', 60, null)])).toMatchObject({ axis: null, marks: [], undated: [{}] })
    // Without a number it is in no picture.
    expect(draw([figure('c', null, on('2021-08-26'))]).marks).toEqual([])
  })
})

describe('a label', () => {
  it('touches no other label, no other mark, and is never outside', () => {
    fc.assert(
      fc.property(someFigures, someWidth, (figures, width) => {
        const { marks } = draw(figures, width)
        const boxes = marks.flatMap(({ figure, label, x, at }) => {
          if (!label) return []
          const [wide, middle] = [widthOfWords(label.words, 12), (x / 100) * width.axis]
          const gap = labelGap(figure.rank)
          const from = label.side === 'right' ? middle + gap : middle - gap - wide
          return [{ from, to: from + wide, at }]
        })
        for (const [index, box] of boxes.entries()) {
          expect(box.from).toBeGreaterThanOrEqual(0)
          expect(box.to).toBeLessThanOrEqual(width.axis)
          for (const other of boxes.slice(index + 1))
            expect(box.to <= other.from || other.to <= box.from || Math.abs(box.at - other.at) >= 13).toBe(true)
        }
      }),
    )
  })
})

it('the number of a figure is the one that its words are about, the middle of a range without one', () => {
  expect(numberOfFigure(figure('a', null, null, { qualifier: 'RANGE', low: 10, high: 20 }))).toBe(15)
  expect(numberOfFigure(figure('a', 15, null, { qualifier: 'AT_LEAST', low: 13 }))).toBe(13)
  expect(numberOfFigure(figure('a', null, null, { qualifier: 'UP_TO', high: 30 }))).toBe(30)
})

it('an axis names no day twice over another, and shows some of everything', () => {
  const ranges = [rangeOf(on('2021-08-26')), rangeOf(AUGUST), rangeOf({ earliest: '2021-05-01', latest: '2021-05-31' })]
  const axis = timeAxis(ranges)
  for (const { from, to } of ranges) {
    expect(axis?.from).toBeLessThan(to)
    expect(axis?.to).toBeGreaterThan(from)
  }
  expect((axis?.to ?? 0) - (axis?.from ?? 0)).toBeLessThan(130 * DAY)
})
