import type { Cue } from '@/lib/attributions/cue'
import { sentencesBefore } from '@/lib/attributions/earlier-sentences'
import { type Spoken, speak } from '@/lib/attributions/pointing-back'
import { type QuotedParagraph, quoteAround } from '@/lib/attributions/quotes'
import type { ToldText } from '@/lib/attributions/told-text'
import type { Utf16Range } from '@/lib/text/code-points'

// How far from its quotation a verb may stand, in UTF-16 units.
const NEAR = 160
// “Yes,” I say: whoever tells the text speaks.
const MYSELF = /^[\s,]*(?:I|we|je|j[’']|nous|ai-je|dis-je)\s/iu
const MOST_PARAGRAPHS = 12

type Place = { paragraph: QuotedParagraph; quote: Utf16Range }

const outside = (paragraph: QuotedParagraph, cue: Cue) => !quoteAround(paragraph.quotes, cue.place)

/** The quotation that a long one ends in, where each of its paragraphs opens anew. */
function lastOf(source: ToldText, { paragraph, quote }: Place): Place {
  let at = source.paragraphAt(paragraph.start)
  let found: Place = { paragraph, quote }
  for (let step = 0; step < MOST_PARAGRAPHS && isOpen(source, found); step++) {
    const next = source.paragraphs[++at]
    const [first] = next?.quotes ?? []
    if (!next?.opensQuoted || !first) break
    found = { paragraph: next, quote: first }
  }
  return found
}

const CLOSES = /[”»"’']\s*[,.;]?\s*$/u
const isOpen = ({ text }: ToldText, { paragraph, quote }: Place) =>
  quote.end >= paragraph.end && !CLOSES.test(text.slice(quote.start + 1, quote.end))

/** The cue that stands behind a quotation, or right before it. */
function besideQuote(source: ToldText, place: Place): Cue | null {
  const end = lastOf(source, place)
  const behind = source
    .sentencesIn(end.paragraph)
    .filter((sentence) => sentence.end >= end.quote.end && sentence.start <= end.quote.end + 2)
    .flatMap((sentence) => source.cuesIn(sentence))
    .find((cue) => {
      const begins = Math.min(cue.place.start, cue.subject.start)
      const isBehind = cue.reach === 'follows' || cue.reach === 'amid' || cue.reach === 'around'
      return isBehind && outside(end.paragraph, cue) && begins >= end.quote.end - 1 && begins - end.quote.end < NEAR
    })
  if (behind) return behind
  const { paragraph, quote } = place
  return (
    source
      .sentencesIn(paragraph)
      .filter((sentence) => sentence.start < quote.start && quote.start - sentence.end < 4)
      .flatMap((sentence) => source.cuesIn(sentence))
      .findLast(
        (cue) =>
          outside(paragraph, cue) &&
          cue.place.end <= quote.start &&
          quote.start - Math.max(cue.place.end, cue.subject.end) < NEAR &&
          cue.reach !== 'follows',
      ) ?? null
  )
}

/**
 * Who speaks in a quotation that the passage's own sentence names nobody for: by the cue beside it, else by the last one before,
 * in its paragraph or in one from which on nothing but quotations stand.
 */
export function speakerOfQuote(source: ToldText, paragraph: QuotedParagraph, quote: Utf16Range): Spoken | null {
  const beside = besideQuote(source, { paragraph, quote })
  if (beside) return speak(source, beside)
  if (MYSELF.test(source.text.slice(quote.end, quote.end + 12))) return null
  const own = source.paragraphAt(quote.start)
  for (const { sentence, paragraph: number } of sentencesBefore(source, quote.start)) {
    const there = source.paragraphs[number]
    if (!there) return null
    const cue = source.cuesIn(sentence).findLast((each) => each.place.end <= quote.start && outside(there, each))
    const spoken = cue && speak(source, cue)
    if (spoken) return { ...spoken, inferred: spoken.inferred || number !== own }
    // What stands between the last cue and a quotation of another paragraph is to be quoted too.
    if (cue || (number !== own && !quoteAround(there.quotes, sentence))) return null
  }
  return null
}
