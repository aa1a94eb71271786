import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { indexText } from './code-points'
import { normaliseText, paragraphsOf } from './normalise'

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('a', ' ', '\n', '\r', '\t', '\u00a0', 'e', '\u0301', '\ud83d', '\ude00', '\u0000', '\ufeff'),
  }),
)

describe('normalising', () => {
  test.each([
    ['line ends', 'a\r\nb\rc\u2028d\fe\u2029f', 'a\nb\nc\nd\ne\n\nf'],
    ['byte order marks and control characters', '\ufeffa\u0000b\u0007\u009fc\u007f\td', 'abc\td'],
    ['accents to one character', 'e\u0301', 'é'],
    ['lone surrogates, which PostgreSQL cannot hold', 'a\ud83db\ude00\ud83d\u0000\ude00', 'a�b���'],
  ])('%s', (_, raw, expected) => {
    expect(normaliseText(raw)).toBe(expected)
  })

  test('keeps joiners, no-break spaces, quotation marks and white space at the ends of lines', () => {
    const text = '👩\u200d👩\u200d👧 1\u202f000\u00a0soldats : “oui” \n\n  suite '
    expect(normaliseText(text)).toBe(text)
  })

  test('twice is as good as once', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const text = normaliseText(raw)
        expect(normaliseText(text)).toBe(text)
        expect(text.isWellFormed()).toBe(true)
      }),
    )
  })

  test('a page of combining marks neither stops it nor changes on the way again', () => {
    const text = normaliseText(`a${'\u0301\u0323\u0344'.repeat(100_000)}`)
    expect(normaliseText(text)).toBe(text)
  })

  test('a million characters take well under a second', () => {
    const raw = 'Une phrase e\u0301crite.\r\n\r\n'.repeat(45_000)
    expect(paragraphsOf(normaliseText(raw))).toHaveLength(45_000)
  })
})

describe('paragraphs', () => {
  const wordsOf = (text: string) => paragraphsOf(text).map(({ start, end }) => indexText(text).slice(start, end))

  test('are separated by blank lines, which may hold spaces, and have no outer white space', () => {
    expect(wordsOf('\n  Un 😀\ndeux \n \t\n\n trois\n')).toEqual(['Un 😀\ndeux', 'trois'])
    expect(wordsOf(' \n\n')).toEqual([])
  })

  test('cover everything but white space, in order', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const text = normaliseText(raw)
        const words = wordsOf(text)
        expect(words.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''))
        for (const paragraph of words) {
          expect(paragraph.trim()).toBe(paragraph)
          expect(paragraph).not.toMatch(/\n\s*\n/)
        }
      }),
    )
  })
})
