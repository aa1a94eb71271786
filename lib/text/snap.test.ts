import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codePointLength, sliceCodePoints, toUtf16 } from './code-points'
import { snapRange } from './snap'

const snapped = (text: string, start: number, end: number) => {
  const range = snapRange(text, start, end)
  return range && sliceCodePoints(text, range.start, range.end)
}

const boundariesOf = (text: string) => {
  const parts = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)
  return new Set([text.length, ...Array.from(parts, ({ index }) => index)])
}

const pieces = [
  'a',
  ' ',
  '\n',
  '\u00a0',
  'e\u0301',
  '\u0301',
  '👩‍👩‍👧',
  '🇫🇷',
  '🇩',
  '👍🏽',
  '한',
  '\u1100',
  '\u1161',
  'नि',
  'क्',
  'षि',
  '©',
  '\u200d',
  '𝒳',
  '\u0600',
  'ا',
  '的',
]
const text$ = fc.oneof(
  fc.string({ unit: fc.constantFrom(...pieces), maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }).map((text) => text.toWellFormed().replaceAll('\r', '')),
)
const selection$ = text$.chain((text) => {
  const length = codePointLength(text)
  return fc.record({ text: fc.constant(text), start: fc.nat(length), end: fc.nat(length) })
})

describe('snapping a selection', () => {
  test.each([
    ['a family', 'x 👩‍👩‍👧 y', 3, 5, '👩‍👩‍👧'],
    ['a flag among flags', '🇫🇷🇩🇪🇮🇹', 3, 4, '🇩🇪'],
    ['an accent of its own', 'cafe\u0301 noir', 2, 4, 'fe\u0301'],
    ['white space around', 'un  mot \n', 0, 9, 'un  mot'],
    ['no-break spaces around', '«\u00a0oui\u00a0»', 1, 6, 'oui'],
  ])('%s', (_, text, start, end, expected) => {
    expect(snapped(text, start, end)).toBe(expected)
  })

  test('nothing but white space, or nothing at all, is nothing', () => {
    expect(snapRange('a  \n b', 1, 5)).toBeNull()
    expect(snapRange('abc', 1, 1)).toBeNull()
    expect(snapRange('abc', 2, 1)).toBeNull()
    expect(() => snapRange('abc', 0, 4)).toThrow(RangeError)
  })

  test('never splits a grapheme, never loses a letter, and is done after once', () => {
    fc.assert(
      fc.property(selection$, ({ text, start, end }) => {
        const range = snapRange(text, start, end)
        const lost = sliceCodePoints(text, Math.min(start, end), end)
        expect(range !== null || lost.trim() === '').toBe(true)
        if (!range) return
        const boundaries = boundariesOf(text)
        expect(boundaries).toContain(toUtf16(text, range.start))
        expect(boundaries).toContain(toUtf16(text, range.end))
        const words = sliceCodePoints(text, range.start, range.end)
        expect(words).toContain(lost.trim())
        expect(snapRange(text, range.start, range.end)).toEqual(range)
      }),
      { numRuns: 500 },
    )
  })

  test('is quick at the end of a long text without a space', () => {
    const text = 'é'.repeat(500_000) + '👍🏽'.repeat(20_000)
    for (let at = 0; at < 200; at++) snapRange(text, 500_001 + 2 * at, 500_003 + 2 * at)
  })
})
