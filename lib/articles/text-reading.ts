import { indexText, type TextRange } from '@/lib/text/code-points'
import { countWords } from '@/lib/text/count-words'
import { printsOf } from '@/lib/text/fingerprint'
import { paragraphsOf } from '@/lib/text/normalise'
import { sentencesOf } from '@/lib/text/sentences'

/** A sentence with the fingerprints by which near-verbatim copies of it are found; in code points. */
export type ComparedSentence = TextRange & { prints: number[] }

/** What is computed of a text once, and kept beside it. */
export type TextReading = {
  words: number
  /** Where each paragraph begins, in code points, ascending. */
  paragraphStarts: number[]
  sentences: ComparedSentence[]
}

/** The sentences of a text that can be compared with those of others; of a text that has none, one without prints. */
export function comparedSentences(text: string): ComparedSentence[] {
  const index = indexText(text)
  // Whatever their language is said to be, texts that share words are cut alike.
  const sentences = sentencesOf(text, null)
    .map(({ start, end }) => ({ start, end, prints: printsOf(index.slice(start, end)) }))
    .filter(({ prints }) => prints.length > 0)
  // One at least, so that the text is known to have been looked at.
  return sentences.length > 0 || index.length === 0 ? sentences : [{ start: 0, end: index.length, prints: [] }]
}

/** Reads a normalised text: what pages and comparisons need of it, so that they never go through the whole of it. */
export const readText = (text: string): TextReading => ({
  words: countWords(text),
  paragraphStarts: paragraphsOf(text).map(({ start }) => start),
  sentences: comparedSentences(text),
})
