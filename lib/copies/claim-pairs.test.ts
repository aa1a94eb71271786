import { expect, test } from 'vitest'
import { claimPairs } from '@/lib/copies/claim-pairs'
import type { SharedSide } from '@/lib/copies/shared-sentence'

function side(words: string, marked: readonly string[], start = 40): SharedSide {
  const claims = marked.map((exact, at) => {
    const from = start + [...words.slice(0, words.indexOf(exact))].length
    return {
      ...({
        id: `${words.length} ${exact}`,
        number: at + 1,
        wording: exact,
        category: 'CASUALTIES',
        checked: 'CONTENT',
      } as const),
      ...{ spans: [{ start: from, end: from + [...exact].length }], isMine: true },
    }
  })
  return {
    ...{
      textId: words,
      versionId: words,
      evidenceId: null,
      start,
      end: start + [...words].length,
      words,
      paragraph: 1,
    },
    ...{ article: { id: words, title: words, language: null, outlet: null }, published: null, quoteOf: null, claims },
  }
}
const pairs = (one: SharedSide, other: SharedSide) =>
  claimPairs(one, other).map((pair) => [pair.one.wording, pair.other.wording])

const SENTENCE = 'The blast 💥 killed 28 Taliban and 13 US service members at the gate.'
const RETOLD = 'On Thursday the blast killed 28 Taliban and 13 US service members near the gate.'

test('each claim is paired with the one on the same words, never with its neighbour in the sentence', () => {
  const one = side(SENTENCE, ['28 Taliban', '13 US service members'])
  const other = side(RETOLD, ['13 US service members', '28 Taliban'], 7)
  expect(pairs(one, other)).toEqual([
    ['28 Taliban', '28 Taliban'],
    ['13 US service members', '13 US service members'],
  ])
})

test('a claim on the whole sentence meets all that stand in it', () => {
  expect(pairs(side(SENTENCE, [SENTENCE]), side(RETOLD, ['28 Taliban', '13 US service members']))).toHaveLength(2)
})

test('claims on words that the texts do not share, or on other sentences of one sentence, are no pair', () => {
  expect(pairs(side(SENTENCE, ['28 Taliban']), side(RETOLD, ['On Thursday']))).toEqual([])
  expect(pairs(side('One fell. Two fled.', ['One fell']), side('One fell. Two fled.', ['Two fled']))).toEqual([])
  expect(pairs(side(SENTENCE, ['28 Taliban']), side(RETOLD, []))).toEqual([])
})
