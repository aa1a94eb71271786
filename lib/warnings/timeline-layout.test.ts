import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rangeOf } from '@/lib/dates/time-axis'
import type { WorldDate } from '@/lib/fields'
import { type DrawnLine, type DrawnTelling, TIMELINE_WIDTHS, timelineLayout } from '@/lib/warnings/timeline-layout'

const on = (day: string): WorldDate => ({ verbatim: null, earliest: day, latest: day, precision: 'DAY' })
const telling = (id: string, sent: WorldDate | null, more: Partial<DrawnTelling> = {}): DrawnTelling => ({
  ...{ id, messageType: 'ALERT', sent, windowOnset: null, windowExpires: null, refersToWarning: null },
  ...more,
})
const line = (first: DrawnTelling, ...others: DrawnTelling[]): DrawnLine<DrawnTelling> => ({
  ...{ key: first.id, tellings: [first, ...others] },
})
const draw = (
  lines: DrawnLine<DrawnTelling>[],
  happened: WorldDate | null = null,
  width: number = TIMELINE_WIDTHS.wide,
) => timelineLayout(lines, happened, width, ({ key }) => ({ head: `Ambassade → ${key}`, below: 'Alerte' }))

describe('the time line', () => {
  it('shows a warning of several texts as one line, with a mark for each date that they give', () => {
    const { rows } = draw([
      line(telling('a', on('2021-08-25')), telling('b', on('2021-08-25')), telling('c', on('2021-08-26'))),
      line(telling('d', on('2021-08-27'))),
    ])
    expect(rows.map(({ sent }) => sent.length)).toEqual([2, 1])
  })

  it('keeps what has no date out of the axis, in a lane below it', () => {
    const { rows, lane, height, arrows } = draw([
      line(telling('a', on('2021-08-25'))),
      line(telling('b', null, { refersToWarning: { id: 'a' } })),
    ])
    expect(rows.map(({ line: { key } }) => key)).toEqual(['a'])
    expect(lane?.rows).toMatchObject([{ strip: null, sent: [], window: null, line: { key: 'b' } }])
    expect(lane?.y).toBeGreaterThanOrEqual((rows[0]?.y ?? 0) + (rows[0]?.height ?? 0))
    expect(height).toBeGreaterThan(lane?.rows[0]?.y ?? 0)
    expect(arrows).toEqual([])
    expect(draw([line(telling('b', null))])).toMatchObject({ axis: null, rows: [], lane: { y: 0 } })
  })

  it('stretches for no month, but shows that it goes on', () => {
    const month: WorldDate = { verbatim: null, earliest: '2021-08-01', latest: '2021-08-31', precision: 'MONTH' }
    const days = [line(telling('a', on('2021-08-25'))), line(telling('b', on('2021-08-27')))]
    const { axis, rows } = draw([...days, line(telling('c', month))])
    expect(axis).toEqual(draw(days).axis)
    expect(rows[2]?.sent).toMatchObject([{ from: 0, to: 100, starts: false, ends: false }])
  })

  it('places every mark within its date, rows one below the other, arrows from mark to mark', () => {
    const some = fc.record({ day: fc.option(fc.integer({ min: 1, max: 28 })), refers: fc.option(fc.nat(9)) })
    fc.assert(
      fc.property(fc.array(some, { maxLength: 10 }), fc.constantFrom(700, 280), (all, width) => {
        const date = (day: number) => on(`2021-08-${String(day).padStart(2, '0')}`)
        const lines = all.map(({ day, refers }, at) =>
          line(
            telling(`${at}`, day === null ? null : date(day), {
              refersToWarning: refers === null ? null : { id: `${refers}` },
            }),
          ),
        )
        const { axis, rows, lane, arrows } = draw(lines, on('2021-08-14'), width)
        expect(rows.length + (lane?.rows.length ?? 0)).toBe(all.length)
        for (const { sent } of rows)
          for (const { from, to, telling: told } of sent) {
            const date = told.sent && rangeOf(told.sent)
            if (!axis || !date) throw new Error('a mark has a date')
            const at = (x: number) => axis.from + (x / 100) * (axis.to - axis.from)
            expect(at(from)).toBeGreaterThanOrEqual(date.from - 1)
            expect(at(to)).toBeLessThanOrEqual(date.to + 1)
          }
        const stack = [...rows, ...(lane?.rows ?? [])]
        for (const [index, row] of stack.entries())
          expect(row.y).toBeGreaterThanOrEqual((stack[index - 1]?.y ?? 0) + (stack[index - 1]?.height ?? 0))
        for (const { from, to } of arrows) {
          expect(from.y).not.toBe(to.y)
          for (const { x } of [from, to]) expect(x >= 0 && x <= 100).toBe(true)
        }
      }),
    )
  })
})
