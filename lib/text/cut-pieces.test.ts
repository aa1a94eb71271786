import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutPieces } from './cut-pieces'
import { graphemeStart } from './graphemes'

const text = fc
  .array(fc.constantFrom('mot ', 'e\u0301', '𝒳', '👩‍👩‍👧', 'long'.repeat(40), '\n', ' '), {
    minLength: 1,
    maxLength: 200,
  })
  .map((parts) => parts.join(''))

test('the pieces are the range, none is too long, and none begins within a character', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 20, max: 900 }), (words, size) => {
      const pieces = cutPieces(words, 0, words.length, size)
      expect(pieces.map(({ start, end }) => words.slice(start, end)).join('')).toBe(words)
      for (const { start, end } of pieces) {
        expect(end - start).toBeLessThanOrEqual(size)
        expect(graphemeStart(words, start)).toBe(start)
      }
    }),
  )
})

test('words are left whole where there is white space to cut at', () => {
  const words = 'terroristes '.repeat(1000)
  const pieces = cutPieces(words, 0, words.length, 2000)
  expect(pieces).toHaveLength(7)
  for (const { start } of pieces) expect(start % 'terroristes '.length).toBe(0)
})

test('a word without an end, and a character without one, are cut all the same', () => {
  expect(cutPieces('a'.repeat(5000), 0, 5000, 2000)).toHaveLength(3)
  const stack = `e${'\u0301'.repeat(9000)}`
  expect(cutPieces(stack, 0, stack.length, 2000).length).toBeGreaterThan(3)
})
