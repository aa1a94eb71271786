import fc from 'fast-check'
import { expect, it } from 'vitest'
import { markLevels } from '@/lib/claims/mark-levels'

it('draws the longer mark below the shorter ones that it overlaps', () => {
  const levels = markLevels([
    { id: 'whole', start: 0, end: 30 },
    { id: 'first', start: 0, end: 10 },
    { id: 'second', start: 8, end: 20 },
    { id: 'apart', start: 40, end: 50 },
  ])
  expect(Object.fromEntries(levels)).toEqual({ first: 0, second: 1, whole: 2, apart: 0 })
})

it('has a deepest line', () => {
  const marks = Array.from({ length: 9 }, (_, each) => ({ id: `${each}`, start: 0, end: each + 1 }))
  expect(Math.max(...markLevels(marks).values())).toBe(3)
})

const mark = fc
  .tuple(fc.nat(1000), fc.oneof(fc.nat(60), fc.nat(500)))
  .map(([start, length]) => ({ start, end: start + length }))

it('looks at all marks that a mark overlaps, wherever in the text they stand', () => {
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 40 }), (places) => {
      const marks = places.map((place, at) => ({ id: `${at}`, ...place }))
      const levels = markLevels(marks)
      const shorter = (a: (typeof marks)[0], b: (typeof marks)[0]) =>
        a.end - a.start - (b.end - b.start) || a.start - b.start || marks.indexOf(a) - marks.indexOf(b)
      for (const each of marks) {
        const above = marks.filter(
          (other) => shorter(other, each) < 0 && other.start < each.end && each.start < other.end,
        )
        const next = above.length > 0 ? Math.max(...above.map(({ id }) => levels.get(id) ?? 0)) + 1 : 0
        expect(levels.get(each.id)).toBe(Math.min(3, next))
      }
    }),
  )
})
