import { nearVerbatim, type TextWords, textWords } from '@/lib/text/near-verbatim'

/** How near the two texts of each pair are to saying the same in the same words, from 0 to 1. */
export function similarities(pairs: readonly (readonly [string, string])[]): number[] {
  // One sentence is paired with many: its words are read once.
  const read = new Map<string, TextWords>()
  const wordsOf = (text: string) => {
    const words = read.get(text) ?? textWords(text)
    read.set(text, words)
    return words
  }
  return pairs.map(([one, other]) => nearVerbatim(wordsOf(one), wordsOf(other)))
}
