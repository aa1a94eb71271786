import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutSegments, nextOutwards } from './segments'

const mark$ = fc.record({ start: fc.nat(40), end: fc.nat(40) })
const marks$ = fc.array(mark$, { maxLength: 12 }).map((marks) => marks.map((mark, at) => ({ ...mark, id: `m${at}` })))

describe('cutting a paragraph at its marks', () => {
  test('nested, overlapping and equal marks, the longest outside', () => {
    const marks = [
      { id: 'inner', start: 4, end: 6 },
      { id: 'outer', start: 2, end: 9 },
      { id: 'across', start: 8, end: 30 },
      { id: 'twin', start: 4, end: 6 },
      { id: 'elsewhere', start: 20, end: 22 },
    ]
    expect(cutSegments({ start: 0, end: 12 }, marks)).toEqual([
      { start: 0, end: 2, ids: [] },
      { start: 2, end: 4, ids: ['outer'] },
      { start: 4, end: 6, ids: ['outer', 'inner', 'twin'] },
      { start: 6, end: 8, ids: ['outer'] },
      { start: 8, end: 9, ids: ['across', 'outer'] },
      { start: 9, end: 12, ids: ['across'] },
    ])
  })

  test('without marks a paragraph is one segment, an empty one none', () => {
    expect(cutSegments({ start: 3, end: 9 }, [{ id: 'empty', start: 5, end: 5 }])).toEqual([
      { start: 3, end: 9, ids: [] },
    ])
    expect(cutSegments({ start: 3, end: 3 }, [])).toEqual([])
  })

  test('the segments are the paragraph, and each mark exactly those that name it', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.integer({ min: 1, max: 20 }), marks$, (start, length, marks) => {
        const paragraph = { start, end: start + length }
        const segments = cutSegments(paragraph, marks)
        expect(segments[0]?.start).toBe(paragraph.start)
        expect(segments.at(-1)?.end).toBe(paragraph.end)
        for (const [at, segment] of segments.entries()) {
          expect(segment.start).toBeLessThan(segment.end)
          if (at > 0) expect(segment.start).toBe(segments[at - 1]?.end)
          const covering = marks.filter(
            (mark) => mark.start < mark.end && mark.start < segment.end && mark.end > segment.start,
          )
          expect(segment.ids.toSorted()).toEqual(covering.map(({ id }) => id).toSorted())
          for (const mark of covering) {
            expect(mark.start <= segment.start && mark.end >= segment.end).toBe(true)
          }
        }
      }),
    )
  })

  test('five thousand marks on a long paragraph take a moment', () => {
    const marks = Array.from({ length: 5000 }, (_, at) => ({ id: `${at}`, start: at * 20, end: at * 20 + 90 }))
    expect(cutSegments({ start: 0, end: 112_000 }, marks).length).toBeGreaterThan(5000)
  })
})

test('a click takes the smallest mark, further clicks go outwards and round again', () => {
  const ids = ['outer', 'middle', 'inner']
  expect(nextOutwards(ids, null)).toBe('inner')
  expect(nextOutwards(ids, 'inner')).toBe('middle')
  expect(nextOutwards(ids, 'middle')).toBe('outer')
  expect(nextOutwards(ids, 'outer')).toBe('inner')
  expect(nextOutwards(ids, 'another')).toBe('inner')
  expect(nextOutwards([], 'another')).toBeNull()
})
