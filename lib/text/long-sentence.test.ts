import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutLong, LONGEST_SENTENCE } from './long-sentence'
import { sentencesOf } from './sentences'

const piecesOf = (text: string) => {
  const cuts = [0, ...cutLong(text, 0, text.length), text.length]
  return cuts.slice(1).map((cut, at) => text.slice(cuts[at], cut))
}
const words = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => `mot${((at + from) * 7919) % 4001}`).join(' ')

test('what is short enough stays whole; what is not is cut between words, into pieces that are all of it', () => {
  expect(cutLong(words(100), 0, words(100).length)).toEqual([])
  const pieces = piecesOf(words(2000))
  expect(pieces.length).toBeGreaterThan(5)
  for (const piece of pieces) {
    expect(piece.length).toBeLessThanOrEqual(LONGEST_SENTENCE)
    expect(piece).toMatch(/^mot\d+ .* ?mot\d+ ?$/)
  }
  expect(pieces.join('')).toBe(words(2000))
})

test('after a clause where there is one', () => {
  const clauses = Array.from({ length: 400 }, (_, at) => `${words(4, at)},`).join(' ')
  for (const piece of piecesOf(clauses).slice(0, -1)) expect(piece).toMatch(/, $/)
})

test('two texts that differ at the beginning are cut alike further down', () => {
  const [one, other] = [words(3000), `un deux trois ${words(3000)}`].map((text) => new Set(piecesOf(text)))
  const shared = [...(one ?? [])].filter((piece) => other?.has(piece))
  expect(shared.length).toBeGreaterThan((one?.size ?? 0) / 2)
})

test('neither a pair of surrogates nor a flag comes apart where one word goes on for ever', () => {
  const unit = fc.constantFrom('a', '😀', '🇫🇷', 'é', '👩‍👩‍👧')
  fc.assert(
    fc.property(fc.array(unit, { minLength: 1200, maxLength: 1400 }), (units) => {
      for (const piece of piecesOf(units.join(''))) expect(piece.isWellFormed()).toBe(true)
    }),
    { numRuns: 20 },
  )
})

test('no sentence of a text is longer', () => {
  for (const text of ['M. '.repeat(3000), 'a'.repeat(9000), words(3000)])
    for (const { start, end } of sentencesOf(text, 'fr')) expect(end - start).toBeLessThanOrEqual(LONGEST_SENTENCE)
})
