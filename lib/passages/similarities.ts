import { nearVerbatim, type PassageWords, passageWords } from '@/lib/text/near-verbatim'

/** How near the two texts of each pair are to saying the same in the same words, from 0 to 1. */
export function similarities(pairs: readonly (readonly [string, string])[]): number[] {
  // One sentence is paired with many: its words are read once.
  const read = new Map<string, PassageWords>()
  const wordsOf = (text: string) => {
    const words = read.get(text) ?? passageWords(text)
    read.set(text, words)
    return words
  }
  return pairs.map(([one, other]) => nearVerbatim(wordsOf(one), wordsOf(other)))
}
