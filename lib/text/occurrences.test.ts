import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exactOccurrences, nearOccurrences } from './occurrences'
import { similarity } from './similarity'

const word$ = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '😀'), maxLength: 12 })

describe('occurrences of a quote', () => {
  test('word for word, overlapping ones too, no more than asked for', () => {
    expect(exactOccurrences('aaaa', 'aa', 9).map(({ from }) => from)).toEqual([0, 1, 2])
    expect(exactOccurrences('aaaa', 'aa', 2)).toHaveLength(2)
    expect(exactOccurrences('aaaa', 'b', 9)).toEqual([])
  })

  test('nearly, the best first, worse ones beside it too', () => {
    const text = 'Sept hommes armes fuient. Puis rien. Sept hommes armés fuient. Plus loin : huit hommes armés fuient.'
    const found = nearOccurrences(text, 'Sept hommes armés fuient', 4, 8)
    expect(found.map(({ from, to, errors }) => [text.slice(from, to), errors])).toEqual([
      ['Sept hommes armés fuient', 0],
      ['Sept hommes armes fuient', 1],
      ['huit hommes armés fuient', 3],
    ])
  })
})

describe('similarity', () => {
  test.each([
    ['', '', 1],
    ['abc', '', 0],
    ['sept', 'huit', 0.25],
    ['😀a', '😃a', 0.5],
  ])('of %j and %j is %d', (one, other, expected) => {
    expect(similarity(one, other)).toBe(expected)
  })

  test('is the same both ways, between 0 and 1, and 1 only for equals', () => {
    fc.assert(
      fc.property(word$, word$, (one, other) => {
        const alike = similarity(one, other)
        expect(similarity(other, one)).toBe(alike)
        expect(alike >= 0 && alike <= 1).toBe(true)
        expect(alike === 1).toBe(one === other)
      }),
    )
  })
})
