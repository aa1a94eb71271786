import { anchorAll } from '@/lib/text/anchor-all'
import type { Anchoring, StoredSpan } from '@/lib/text/anchor-candidates'
import { countWords } from '@/lib/text/count-words'
import { freshOf, sharedBlocks } from '@/lib/text/shared-blocks'

export type SpanToAnchor = StoredSpan & { id: string; versionId: string }

/** The texts on which spans stand, by their versions. */
export type EarlierTexts = readonly { id: string; text: string }[]

export type AnchoredInText = {
  /** Where each span was found in the new text, by its id. */
  places: Map<string, Anchoring>
  /** Words that the text before has not, and words of it that are gone. */
  wordsAdded: number
  wordsGone: number
}

/** Finds spans of earlier texts in a new one, and counts what is new beside the text before it, which is the last. */
export function anchorInText(spans: readonly SpanToAnchor[], earlier: EarlierTexts, text: string): AnchoredInText {
  const places = new Map<string, Anchoring>()
  for (const { id, text: before } of earlier) {
    const of = spans.filter(({ versionId }) => versionId === id)
    for (const [at, found] of anchorAll(of, before, text).entries()) places.set(of[at]?.id ?? '', found)
  }
  const last = earlier.at(-1)?.text ?? ''
  const blocks = sharedBlocks(last, text)
  const words = (of: string, side: 'from' | 'to') =>
    freshOf(of, blocks, side).reduce((sum, { from, to }) => sum + countWords(of.slice(from, to)), 0)
  return { places, wordsAdded: words(text, 'to'), wordsGone: words(last, 'from') }
}
