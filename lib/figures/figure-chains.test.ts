import { expect, test } from 'vitest'
import type { Side } from '@/lib/attributions/chain'
import { chainsStating, proposedChains, type StatingChain } from '@/lib/figures/figure-chains'

const chain = (id: string, paragraphs: string[] = [], side: Side = 'asserts'): StatingChain => ({
  ...{ id, side, paragraphs },
})
const passages = [
  { exact: 'Treize soldats américains ont été tués', paragraph: 'text 1' },
  { exact: 'plus de 60 Afghans, selon CNN', paragraph: 'text 4' },
]
const stated = (verbatim: string, statedBy: string[], chains: StatingChain[]) =>
  chainsStating({ verbatim, statedBy }, passages, chains)

test('what a person said holds, whatever the paragraphs tell', () => {
  const chains = [chain('a', ['text 1']), chain('b', ['text 4'])]
  expect(stated('plus de 60', ['a'], chains)).toEqual({ how: 'answer', chainIds: ['a'] })
  expect(stated('plus de 60', ['b', 'a'], chains)).toEqual({ how: 'answer', chainIds: ['a', 'b'] })
})

test('where the chain that a person named is gone or denies by now, nobody else is taken for it', () => {
  expect(stated('plus de 60', ['gone'], [chain('b', ['text 4'])])).toEqual({ how: 'asked', chainIds: [] })
  expect(stated('plus de 60', ['a'], [chain('a', [], 'denies'), chain('b')])).toEqual({ how: 'asked', chainIds: [] })
})

test('an only chain states the figures of its claim; one that denies or leaves open states none', () => {
  expect(stated('13', [], [chain('a')])).toEqual({ how: 'onlyChain', chainIds: ['a'] })
  expect(stated('13', [], [chain('a'), chain('no', [], 'denies')])).toEqual({ how: 'onlyChain', chainIds: ['a'] })
  expect(stated('13', [], [chain('no', [], 'denies'), chain('open', [], 'neither')])).toEqual({
    ...{ how: 'none', chainIds: [] },
  })
  expect(stated('13', [], [])).toEqual({ how: 'none', chainIds: [] })
})

test('of several, the only one with words in the figure’s paragraph', () => {
  const chains = [chain('a', ['text 1']), chain('cnn', ['text 4'])]
  expect(stated('plus de 60 Afghans', [], chains)).toEqual({ how: 'paragraph', chainIds: ['cnn'] })
  expect(stated('TREIZE soldats', [], chains)).toEqual({ how: 'paragraph', chainIds: ['a'] })
})

test('what is not certain is asked: two in one paragraph, one without words, words that stand in both or nowhere', () => {
  const asked = { how: 'asked', chainIds: [] }
  expect(stated('plus de 60', [], [chain('a', ['text 4']), chain('b', ['text 4'])])).toEqual(asked)
  expect(stated('plus de 60', [], [chain('cnn', ['text 4']), chain('anywhere')])).toEqual(asked)
  const chains = [chain('a', ['text 1']), chain('cnn', ['text 4'])]
  expect(stated('une centaine', [], chains)).toEqual(asked)
  expect(stated(passages.map(({ exact }) => exact).join(' […] '), [], chains)).toEqual(asked)
  // Parts of numbers are no words: 6 does not stand in "60".
  expect(stated('plus de 6', [], chains)).toEqual(asked)
  expect(stated('?!', [], chains)).toEqual(asked)
})

test('what is asked is still proposed', () => {
  const chains = [chain('a', ['text 4']), chain('b', ['text 4']), chain('c', ['text 1'])]
  expect(proposedChains('plus de 60', passages, chains)).toEqual(['a', 'b'])
  expect(proposedChains('plus de 60', passages, [chain('a'), chain('no', ['text 4'], 'denies')])).toEqual(['a'])
})
