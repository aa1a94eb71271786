import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editDistance, editsAtEnds, leastEdits } from './edit-distance'

/** The table as it is in every textbook. */
function table(pattern: readonly number[], text: readonly number[], whole: boolean): number[] {
  let row = Array.from({ length: text.length + 1 }, (_, at) => (whole ? at : 0))
  pattern.forEach((symbol, line) => {
    const next = [line + 1]
    text.forEach((other, at) => {
      next.push(Math.min((row[at] ?? 0) + (symbol === other ? 0 : 1), (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1))
    })
    row = next
  })
  return row
}

const symbols = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 110 })

test('the bits say what the table says, beyond 32 rows too', () => {
  fc.assert(
    fc.property(symbols, symbols, fc.boolean(), (pattern, text, whole) => {
      expect([...editsAtEnds(pattern, text, whole)]).toEqual(table(pattern, text, whole))
    }),
  )
})

test('somewhere in a text, and the whole of it', () => {
  expect(leastEdits([1, 2, 3], [9, 1, 3, 9])).toBe(1)
  expect(leastEdits([], [1])).toBe(0)
  expect(leastEdits([1, 2], [])).toBe(2)
  expect(editDistance([1, 2, 3], [9, 1, 3, 9])).toBe(3)
  expect(editDistance([], [])).toBe(0)
})
