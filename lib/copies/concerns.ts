import type { TextRange } from '@/lib/text/code-points'
import { isNearVerbatim } from '@/lib/text/near-verbatim'
import type { CopyDecisionKind } from '@/prisma/generated/enums'

/** A place with its words; `textId` is the article's, whichever its version, or the evidence item's. */
export type WordsInText = TextRange & {
  textId: string
  versionId: string | null
  evidenceId: string | null
  words: string
}

/** A decision in force, with the words that it was made on. */
export type Ruling = {
  id: string
  kind: CopyDecisionKind
  copy: WordsInText
  original: WordsInText
  reason: string | null
  by: { id: string; name: string }
  at: Date
}

// In another version of the text the same words may stand elsewhere.
const sameWords = (one: WordsInText, other: WordsInText) =>
  one.textId === other.textId &&
  (one.versionId === other.versionId
    ? one.start < other.end && other.start < one.end
    : isNearVerbatim(one.words, other.words))

/** How a decision is about what two texts share here: the first is its copy (`straight`), its original, or not at all. */
export function concerns(ruling: Ruling, one: WordsInText, other: WordsInText): 'straight' | 'reversed' | null {
  if (sameWords(ruling.copy, one) && sameWords(ruling.original, other)) return 'straight'
  if (sameWords(ruling.copy, other) && sameWords(ruling.original, one)) return 'reversed'
  return null
}
