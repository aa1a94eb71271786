import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mostNear, nearnessWithin, wordsReader } from './near-bound'
import { nearVerbatim } from './near-verbatim'

const WORDS = ['terroristes', 'fuite', 'Kaboul', 'aéroport', 'de', 'sept']
const passage = fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((words) => words.join(' '))

describe('what two passages cannot exceed', () => {
  test('is never less than how near they are', () => {
    fc.assert(
      fc.property(passage, passage, fc.nat(59), fc.nat(59), (one, other, from, to) => {
        // Near ones too: a piece of the first within the second.
        const mixed = `${other} ${one.split(' ').slice(from, to).join(' ')} ${other}`
        const read = wordsReader()
        for (const another of [other, mixed])
          expect(mostNear(read(one), read(another))).toBeGreaterThanOrEqual(nearVerbatim(one, another) - 1e-9)
      }),
      { numRuns: 500 },
    )
  })

  test('is little for other words, so that they are not compared', () => {
    const read = wordsReader()
    const words = (from: number) => Array.from({ length: 40 }, (_, at) => `mot${from + at}`).join(' ')
    expect(mostNear(read(words(0)), read(words(100)))).toBeLessThan(0.8)
  })

  test('is what is said once the steps are spent', () => {
    const read = wordsReader()
    const [one, other] = [
      read('sept terroristes de l’Etat islamique sont en fuite'),
      read('huit terroristes de l’Etat islamique sont en fuite'),
    ]
    expect(nearnessWithin(1000)(one, other)).toMatchObject({ isUnread: false, similarity: expect.closeTo(8 / 9, 5) })
    expect(nearnessWithin(9)(one, other)).toMatchObject({ isUnread: true })
    expect(nearnessWithin(0)(one, one)).toEqual({ similarity: 1, isUnread: false })
    expect(nearnessWithin(1000)(one, null)).toEqual({ similarity: 1, isUnread: true })
  })
})
