import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hopExcerpt, quoteWithWords } from '@/lib/attributions/excerpt'
import { nearestOccurrence } from '@/lib/attributions/occurrence'
import { paragraphAt } from '@/lib/attributions/paragraph'
import { codePointLength, sliceCodePoints } from '@/lib/text/code-points'

const text =
  'Au début 👩‍👩‍👧, selon un rapport, ils errent. Selon M. Mallick, les services affirment que sept sont en fuite.\n\nIl a affirmé cela, selon lui, l’armée.'

const placeOf = (words: string, from = 0) => {
  const at = text.indexOf(words, from)
  return { start: codePointLength(text.slice(0, at)), end: codePointLength(text.slice(0, at + words.length)) }
}

describe('the nearest occurrence of words', () => {
  test('lies nearest to the passage, in code points behind emoji too', () => {
    const passage = placeOf('sept sont en fuite')
    const found = nearestOccurrence(text, 'affirment', passage.start, passage.end)
    expect(found).toEqual(placeOf('affirment'))
    const early = placeOf('un rapport')
    expect(nearestOccurrence(text, 'selon', early.start, early.end)).toEqual(placeOf('selon'))
    const late = placeOf('affirmé cela')
    expect(nearestOccurrence(text, 'selon', late.start, late.end)).toEqual(placeOf('selon', 60))
  })

  test('forgives case, apostrophes and spaces only when the exact words stand nowhere', () => {
    const passage = placeOf('sept')
    expect(nearestOccurrence(text, "L'ARMÉE", passage.start, passage.end)).toEqual(placeOf('l’armée'))
    expect(nearestOccurrence(text, ' m.\u00a0mallick ', passage.start, passage.end)).toEqual(placeOf('M. Mallick'))
    expect(nearestOccurrence(text, 'Selon', 0, 1)).toEqual(placeOf('Selon'))
  })

  test('takes whole words before parts of words, and says when there are none', () => {
    const before = placeOf('Il a')
    expect(nearestOccurrence('illisible, dit-il ; il', 'il', 0, 2)).toEqual({ start: 15, end: 17 })
    expect(nearestOccurrence(text, 'Reuters', before.start, before.end)).toBeNull()
    expect(nearestOccurrence(text, '   ', 0, 1)).toBeNull()
  })

  test('any part of any text is found, reads the same, and none lies nearer', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'é', ' ', 'B', '𝒳', '’'), minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), fc.nat(), (whole, a, b, c) => {
        const length = codePointLength(whole)
        const [start, end] = [a % length, (a % length) + 1 + (b % (length - (a % length)))]
        const quote = sliceCodePoints(whole, start, end)
        fc.pre(quote.trim() === quote && quote === quote.normalize('NFC'))
        const found = nearestOccurrence(whole, quote, start, end)
        expect(found && sliceCodePoints(whole, found.start, found.end)).toBe(quote)
        const elsewhere = nearestOccurrence(whole, quote, c % length, (c % length) + 1)
        expect(elsewhere).not.toBeNull()
      }),
    )
  })
})

describe('words in their surroundings', () => {
  const words = { source: placeOf('M. Mallick'), cue: placeOf('Selon') }

  test('stand in the order of the text, with a little of it around them', () => {
    const parts = hopExcerpt(text, words)
    expect(parts.filter(({ kind }) => kind === 'cue' || kind === 'source')).toEqual([
      { kind: 'cue', text: 'Selon' },
      { kind: 'source', text: 'M. Mallick' },
    ])
    expect(parts.map((part) => part.text).join('')).toBe(
      'Selon M. Mallick, les services affirment que sept sont en fuite.',
    )
  })

  test('one alone is enough, none gives nothing, and a paragraph’s end is an end', () => {
    const last = hopExcerpt(text, { source: placeOf('l’armée'), cue: null })
    expect(last.at(-1)).toEqual({ kind: 'plain', text: '.' })
    expect(hopExcerpt(text, { source: null, cue: null })).toEqual([])
  })

  test('what repeats is text only: plain parts, the words and gaps make up the piece', () => {
    const far = hopExcerpt(`${'x '.repeat(40)}selon ${'y '.repeat(200)}lui.`, {
      source: { start: 486, end: 489 },
      cue: { start: 80, end: 85 },
    })
    expect(far.map((part) => part.kind)).toEqual(['gap', 'plain', 'cue', 'gap', 'source', 'plain'])
  })
})

describe('a quote with its words', () => {
  const { start, end } = placeOf('Selon M. Mallick, les services affirment')
  const quote = sliceCodePoints(text, start, end)
  const words = { source: placeOf('M. Mallick'), cue: placeOf('Selon') }

  test('tells those that stand in it, in its order, and nothing of those beside it', () => {
    const beside = { source: placeOf('l’armée'), cue: null }
    expect(quoteWithWords(quote, start, [words, beside])).toEqual([
      { kind: 'cue', text: 'Selon' },
      { kind: 'plain', text: ' ' },
      { kind: 'source', text: 'M. Mallick' },
      { kind: 'plain', text: ', les services affirment' },
    ])
  })

  test('of words that overlap shows the first, and is the quote whatever they are', () => {
    const within = { source: placeOf('Mallick'), cue: placeOf('Selon M.') }
    expect(
      quoteWithWords(quote, start, [words, within])
        .map((part) => part.text)
        .join(''),
    ).toBe(quote)
    expect(quoteWithWords(quote, start, [])).toEqual([{ kind: 'plain', text: quote }])
  })
})

test('paragraphs count from 1', () => {
  expect(paragraphAt(text, 0)).toBe(1)
  expect(paragraphAt(text, placeOf('Il a').start)).toBe(2)
  expect(paragraphAt(text, codePointLength(text))).toBe(2)
})
