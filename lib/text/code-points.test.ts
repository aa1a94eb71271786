import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codePointLength, indexText, sliceCodePoints, toCodePoint, toUtf16 } from './code-points'

const anyText = fc.string({ unit: 'binary' })
const textWithOffset = anyText.chain((text) =>
  fc.record({ text: fc.constant(text), at: fc.nat(Array.from(text).length) }),
)

describe('code points and UTF-16', () => {
  test('count characters beyond the first plane once', () => {
    const text = '👩‍👩‍👧 é 𝒳'
    expect(text.length).toBe(13)
    expect(codePointLength(text)).toBe(9)
    expect(toCodePoint(text, text.indexOf('𝒳'))).toBe(8)
    expect(toUtf16(text, 8)).toBe(text.indexOf('𝒳'))
    expect(sliceCodePoints(text, 6, 7)).toBe('é')
  })

  test('a place within a surrogate pair is the start of its character', () => {
    expect(toCodePoint('a😀b', 2)).toBe(1)
    expect(toCodePoint('a😀b', 3)).toBe(2)
  })

  test('a lone surrogate counts as one', () => {
    expect(codePointLength('\ud800a\udc00')).toBe(3)
    expect(toUtf16('\ud800a\udc00😀', 3)).toBe(3)
    expect(toCodePoint('\ud83d\ud83d\ude00', 3)).toBe(2)
  })

  test.each([-1, 0.5, 5, Number.NaN])('%d is no place in a text of four', (at) => {
    expect(() => toUtf16('abcd', at)).toThrow(RangeError)
    expect(() => toCodePoint('abcd', at)).toThrow(RangeError)
  })

  test('there and back is where one was', () => {
    fc.assert(
      fc.property(textWithOffset, ({ text, at }) => {
        expect(toCodePoint(text, toUtf16(text, at))).toBe(at)
        expect(text.slice(0, toUtf16(text, at))).toBe(Array.from(text).slice(0, at).join(''))
      }),
    )
  })

  test('length and slices are those of the list of characters', () => {
    fc.assert(
      fc.property(anyText, fc.nat(20), fc.nat(20), (text, one, other) => {
        const characters = Array.from(text)
        expect(codePointLength(text)).toBe(characters.length)
        const [start, end] = [one, other].map((at) => Math.min(at, characters.length)).sort((a, b) => a - b)
        expect(sliceCodePoints(text, start ?? 0, end ?? 0)).toBe(characters.slice(start, end).join(''))
      }),
    )
  })

  test('thousands of look-ups in a text of a million characters take no time', () => {
    const text = 'é😀 une phrase '.repeat(80_000)
    const index = indexText(text)
    for (let at = 0; at < index.length; at += 100) expect(index.toCodePoint(index.toUtf16(at)) === at).toBe(true)
  })
})
