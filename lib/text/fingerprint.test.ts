import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LEAST_WORDS, printsOf, SURE_WORDS } from '@/lib/text/fingerprint'
import { joinedWords } from '@/lib/text/folded-words'
import { isNearVerbatim } from '@/lib/text/near-verbatim'
import { sentencesOf } from '@/lib/text/sentences'

const meets = (one: string, other: string) => {
  const prints = new Set(printsOf(one))
  return printsOf(other).some((print) => prints.has(print))
}
const SEEDS = join(import.meta.dirname, '../../seeds/articles')
const sentences = readdirSync(SEEDS).flatMap((name) => {
  const text = readFileSync(join(SEEDS, name), 'utf8').normalize('NFC')
  const points = Array.from(text)
  return sentencesOf(text, 'fr').map(({ start, end }) => points.slice(start, end).join(''))
})
const ENGLISH = [
  'At least thirteen U.S. service members were killed in the attack outside the airport on Thursday, officials said.',
  'The embassy has warned American citizens to stay away from the gates of the airport because of a threat.',
]

const word = fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 3, maxLength: 7 })
const words = (least: number, most: number) => fc.array(word, { minLength: least, maxLength: most })

describe('fingerprints of a sentence', () => {
  test('sentences that share a run of words share a print, wherever it stands', () => {
    const parts = fc.tuple(words(0, 12), words(0, 12), words(SURE_WORDS, 15), words(0, 12), words(0, 12))
    fc.assert(
      fc.property(parts, ([before, after, run, otherBefore, otherAfter]) => {
        const one = [...before, ...run, ...after]
        const other = [...otherBefore, ...run, ...otherAfter]
        fc.pre(one.length >= LEAST_WORDS && other.length >= LEAST_WORDS)
        expect(meets(one.join(' '), other.join(' '))).toBe(true)
      }),
    )
  })

  test('are few, of 32 bits, ascending, and the same for the same words', () => {
    fc.assert(
      fc.property(words(0, 60), (list) => {
        const prints = printsOf(list.join(' '))
        expect(prints.length).toBeLessThanOrEqual(list.length)
        expect(prints).toEqual([...new Set(prints)].sort((a, b) => a - b))
        expect(prints.every((print) => Number.isInteger(print) && Math.abs(print) <= 2 ** 31)).toBe(true)
        expect(printsOf(list.join(' , ').toUpperCase())).toEqual(prints)
      }),
    )
  })

  test('case, accents, apostrophes, quotation marks and punctuation do not count', () => {
    expect(printsOf('« L’État islamique », a-t-il dit, a revendiqué l’attaque.')).toEqual(
      printsOf('l\'etat islamique a t il dit a "revendiqué" L\'ATTAQUE'),
    )
    expect(joinedWords('L’Élysée, « n. 3 » — ½')).toEqual(['lelysee', 'n', '3', '1', '2'])
  })

  test('a sentence of five words has none', () => {
    expect(printsOf('Ils ne s’aiment pas.')).toEqual([])
    expect(printsOf('')).toEqual([])
  })

  // From eight words on: of seven, one change in the middle leaves no run of four.
  test.each([...sentences, ...ENGLISH].filter((sentence) => joinedWords(sentence).length >= 8))(
    'is found with any one word changed, left out or put in: %s',
    (sentence) => {
      const list = joinedWords(sentence)
      for (let at = 0; at < list.length; at++) {
        for (const instead of [['zzz'], [], ['zzz', list[at] ?? '']]) {
          expect(meets(sentence, list.toSpliced(at, 1, ...instead).join(' '))).toBe(true)
        }
      }
    },
  )

  test('copies of the seeds’ sentences with every seventh word changed are found', () => {
    const long = sentences.filter((sentence) => joinedWords(sentence).length >= 12)
    const copies = long.map((sentence) => {
      const list = joinedWords(sentence)
      return [sentence, list.map((each, at) => (at % 7 === 6 ? 'zzz' : each)).join(' ')] as const
    })
    expect(copies.every(([one, other]) => meets(one, other))).toBe(true)
  })

  test('different sentences of the seeds that meet are near-verbatim, but for a few', () => {
    const distinct = [...new Set(sentences)]
    const pairs = distinct.flatMap((one, at) => distinct.slice(at + 1).map((other) => [one, other] as const))
    const met = pairs.filter(([one, other]) => meets(one, other))
    expect(met.filter(([one, other]) => !isNearVerbatim(one, other)).length).toBeLessThan(pairs.length / 50)
  })
})
