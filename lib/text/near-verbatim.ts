import { leastEdits } from './edit-distance'
import { foldedWords, weightOf } from './folded-words'

/** What says less than so many letters and spaces proves nothing: a name or a number stands in many texts. */
export const LEAST_WEIGHT = 30

/** Of a longer passage so many words are compared: what lies beyond counts as different. */
const MOST_WORDS = 4096

/** The words of a passage, read once for many comparisons; `weight`: how much they say. */
export type TextWords = { words: readonly string[]; letters: string; weight: number }

/** The words by which a passage is compared, folded. */
export function textWords(text: string): TextWords {
  const words = foldedWords(text)
  const letters = words.join(' ')
  return { words, letters, weight: weightOf(letters) }
}

/** The fewest words to change, add or leave out so that `shorter` stands somewhere in `longer` (Sellers 1980). */
function leastChanges(shorter: readonly string[], longer: readonly string[]): number {
  const numbers = new Map<string, number>()
  for (const word of shorter) if (!numbers.has(word)) numbers.set(word, numbers.size)
  const compared = shorter.slice(0, MOST_WORDS)
  const numbered = (words: readonly string[]) => words.map((word) => numbers.get(word) ?? -1)
  return leastEdits(numbered(compared), numbered(longer)) + shorter.length - compared.length
}

/**
 * How near two texts are to saying the same in the same words, from 0 to 1: the share of the shorter one's words that
 * stand, in their order, in one stretch of the longer. What folding takes away and punctuation do not count. A text of
 * fewer than 30 letters and spaces proves nothing, and answers 0.
 */
export function nearVerbatim(one: string | TextWords, other: string | TextWords): number {
  const texts = [one, other].map((text) => (typeof text === 'string' ? textWords(text) : text))
  texts.sort((a, b) => a.words.length - b.words.length || (a.letters < b.letters ? -1 : 1))
  const [shorter, longer] = texts
  if (!shorter || !longer || Math.min(shorter.weight, longer.weight) < LEAST_WEIGHT) return 0
  if (shorter.letters === longer.letters) return 1
  return Math.max(0, 1 - leastChanges(shorter.words, longer.words) / shorter.words.length)
}

/** From here on, two passages are taken for the same. */
export const NEAR_VERBATIM = 0.8

/** True when one passage stands in the other, near-verbatim. */
export const isNearVerbatim = (one: string | TextWords, other: string | TextWords): boolean =>
  nearVerbatim(one, other) >= NEAR_VERBATIM
