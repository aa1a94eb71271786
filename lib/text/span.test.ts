import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codePointLength, sliceCodePoints } from './code-points'
import { spanAt } from './span'

const text = 'Le nombre de morts est passé à 170 – 👩‍👩‍👧 é 𝒳 parmi les victimes.'

describe('a span', () => {
  test('cuts out exactly its quote, behind emoji and accents too', () => {
    const at = Array.from(text).indexOf('𝒳')
    expect(spanAt(text, at, at + 7)).toEqual({
      ok: true,
      span: {
        start: at,
        end: at + 7,
        exact: '𝒳 parmi',
        prefix: 'morts est passé à 170 – 👩‍👩‍👧 é ',
        suffix: ' les victimes.',
      },
    })
  })

  test.each([
    [-1, 3, 'outside'],
    [0, 10_000, 'outside'],
    [0.5, 3, 'outside'],
    [Number.NaN, 3, 'outside'],
    [3, 3, 'empty'],
    [4, 3, 'empty'],
    [2, 3, 'blank'],
  ])('from %d to %d there is none: %s', (start, end, reason) => {
    expect(spanAt(text, start, end)).toEqual({ ok: false, reason })
  })

  test('is the text at its place, with at most 32 characters around it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), fc.nat(100), fc.nat(100), (any, start, end) => {
        const found = spanAt(any, start, end)
        if (!found.ok) return
        const { span } = found
        expect(sliceCodePoints(any, span.start, span.end)).toBe(span.exact)
        expect(codePointLength(span.prefix)).toBe(Math.min(32, start))
        expect(any.includes(span.prefix + span.exact + span.suffix)).toBe(true)
        expect(span.prefix.isWellFormed() || !any.isWellFormed()).toBe(true)
      }),
    )
  })
})
