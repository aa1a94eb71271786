import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codePointLength, sliceCodePoints } from './code-points'
import { type CursorDirection, type CursorUnit, moveCursor } from './words'

const text = 'L’Etat 👩‍👩‍👧 fuit, dit M. Roy. Vrai ?\n\nUn autre paragraphe. Fin.'

function stops(unit: CursorUnit, direction: CursorDirection, from: number) {
  const found: string[] = []
  for (let at = from; ; ) {
    const next = moveCursor(text, at, unit, direction, 'fr')
    if (next === at) return found
    found.push(sliceCodePoints(text, Math.min(at, next), Math.max(at, next)))
    at = next
  }
}

describe('the reading cursor', () => {
  test('by character, never within one', () => {
    expect(stops('grapheme', 'next', 0).slice(5, 9)).toEqual(['t', ' ', '👩‍👩‍👧', ' '])
    expect(stops('grapheme', 'next', 0).join('')).toBe(text)
    expect(stops('grapheme', 'previous', codePointLength(text)).reverse().join('')).toBe(text)
  })

  test('by word: forwards to its end, backwards to its start', () => {
    expect(stops('word', 'next', 0).slice(0, 4)).toEqual(['L’Etat', ' 👩‍👩‍👧 fuit', ', dit', ' M'])
    expect(stops('word', 'previous', codePointLength(text)).slice(0, 2)).toEqual(['Fin.', 'paragraphe. '])
  })

  test('by sentence and by paragraph, from start to start', () => {
    expect(stops('sentence', 'next', 0)).toEqual([
      'L’Etat 👩‍👩‍👧 fuit, dit M. Roy. ',
      'Vrai ?\n\n',
      'Un autre paragraphe. ',
      'Fin.',
    ])
    expect(stops('sentence', 'previous', codePointLength(text)).reverse()).toEqual(stops('sentence', 'next', 0))
    expect(stops('paragraph', 'next', 0)).toHaveLength(2)
    expect(stops('paragraph', 'previous', codePointLength(text))).toHaveLength(2)
  })

  test('always goes on, until it is at the end', () => {
    const unit$ = fc.constantFrom<CursorUnit>('grapheme', 'word', 'sentence', 'paragraph')
    const letters = fc.constantFrom('a', ' ', '\n', '. ', '😀', 'é', 'M. B', '的', '🇫')
    fc.assert(
      fc.property(fc.string({ unit: letters }), fc.nat(60), unit$, (any, place, unit) => {
        const length = codePointLength(any)
        const at = Math.min(place, length)
        const [next, previous] = [moveCursor(any, at, unit, 'next', 'fr'), moveCursor(any, at, unit, 'previous', 'fr')]
        expect(at < length ? next > at : next === length).toBe(true)
        expect(at > 0 ? previous < at : previous === 0).toBe(true)
      }),
    )
  })

  test('steps quickly through a long text, spaces or none', () => {
    for (const long of ['un mot '.repeat(40_000), 'mot'.repeat(90_000), '的'.repeat(100_000)]) {
      for (let at = 50_000, step = 0; step < 50; step++) at = moveCursor(long, at, 'word', 'next', 'fr')
      for (let at = 50_000, step = 0; step < 50; step++) at = moveCursor(long, at, 'word', 'previous', 'fr')
    }
  })
})
