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
