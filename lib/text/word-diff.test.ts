import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DiffPiece, diffWords } from './word-diff'

const whole = (pieces: DiffPiece[]) => pieces.map(({ text }) => text).join('')
const wordsOf = (pieces: DiffPiece[], kind: DiffPiece['kind']) =>
  pieces.flatMap((piece) => (piece.kind === kind ? (piece.text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) : []))

describe('two texts word by word', () => {
  test('put together again they are the texts, and the common words are the same in both', () => {
    const text = fc
      .array(fc.constantFrom('un ', 'deux ', 'trois, ', 'Quatre. '), { maxLength: 40 })
      .map((all) => all.join(''))
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [ones, others] = diffWords(one, other)
        expect([whole(ones), whole(others)]).toEqual([one, other])
        expect(wordsOf(ones, 'same')).toEqual(wordsOf(others, 'same'))
      }),
    )
  })

  test('of long texts the few words that differ are told, and no others', () => {
    const words = Array.from({ length: 6000 }, (_, at) => `mot${(at * 7919) % 100_003}`)
    const one = words.join(' ')
    const other = words.map((word, at) => (at % 500 === 250 ? 'autre' : word)).join(' ')
    const [ones, others] = diffWords(one, `Avant ${other}`)
    expect(wordsOf(ones, 'own')).toEqual(words.filter((_, at) => at % 500 === 250))
    expect(wordsOf(others, 'own')).toEqual(['avant', ...Array.from({ length: 12 }, () => 'autre')])
    expect(wordsOf(ones, 'same')).toEqual(wordsOf(others, 'same'))
  })

  test('long texts of a word or two are each their own', () => {
    const [ones, others] = diffWords('un deux '.repeat(2000), 'deux un un '.repeat(2000))
    expect(wordsOf(ones, 'same')).toEqual(wordsOf(others, 'same'))
  })
})
