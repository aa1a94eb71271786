import type { ToldText } from '@/lib/attributions/told-text'
import { lastBefore } from '@/lib/lists/last-before'
import type { Utf16Range } from '@/lib/text/code-points'

/** A sentence before a place, with its paragraph. */
export type Earlier = { sentence: Utf16Range; paragraph: number }

// How far back somebody who speaks on, or a pronoun, is looked for: no reader would look further. In UTF-16 units.
const [PARAGRAPHS_BACK, FURTHEST_BACK] = [8, 10_000]

/** The sentences before a place, the last first, as far back as voices are looked for. */
export function* sentencesBefore(source: ToldText, before: number): Generator<Earlier> {
  const last = source.paragraphAt(before)
  for (let paragraph = last; paragraph >= Math.max(0, last - PARAGRAPHS_BACK); paragraph--) {
    const place = source.paragraphs[paragraph]
    const sentences = place ? source.sentencesIn(place) : []
    for (let at = lastBefore(sentences.length, (each) => (sentences[each]?.start ?? 0) < before); at >= 0; at--) {
      const sentence = sentences[at]
      if (!sentence || before - sentence.end > FURTHEST_BACK) return
      yield { sentence, paragraph }
    }
  }
}
