import type { Cue } from '@/lib/attributions/cue'
import { quoteAround } from '@/lib/attributions/quotes'
import type { ToldText } from '@/lib/attributions/told-text'
import type { Utf16Range } from '@/lib/text/code-points'

const EDGE = /[\p{L}\p{N}«“„"‘]/u

/** A range without what stands before its first word or opening mark. */
function trimmed(text: string, { start, end }: Utf16Range): Utf16Range {
  let first = start
  while (first < end && !EDGE.test(text.charAt(first))) first++
  return { start: first, end }
}

/** What a cue within a range says that somebody said. */
function saidWithin(cue: Cue, { start, end }: Utf16Range): Utf16Range {
  const [first, last] = [
    Math.min(cue.subject.start, cue.place.start),
    Math.max(cue.subject.end, cue.place.end, cue.apposition?.end ?? 0),
  ]
  if (cue.reach === 'introduces') return { start: cue.place.end, end }
  if (cue.reach === 'follows') return { start, end: first }
  return first - start < end - last ? { start: last, end } : { start, end: first }
}

const isWithin = (cue: Cue, { start, end }: Utf16Range) =>
  Math.min(cue.subject.start, cue.place.start) >= start && Math.max(cue.subject.end, cue.place.end) <= end

// "said that the mayor believes": so much may stand between what is said and who says it in turn.
const LEAD = 8
const MOST = 4

/**
 * Of a passage that holds the words for who says it ("Selon la police, dix personnes sont mortes"), what is said, by the outermost
 * and then by those whom it cites in turn.
 */
export function contentWithin(source: ToldText, passage: Utf16Range, sentence: Utf16Range): Utf16Range {
  const quotes = source.paragraphs[source.paragraphAt(sentence.start)]?.quotes ?? []
  let span = { start: passage.start, end: Math.min(passage.end, sentence.end) }
  const all = source.cuesIn(sentence).filter(({ states }) => states)
  for (let step = 0; step < MOST; step++) {
    const inSpan = all.filter((cue) => isWithin(cue, span))
    // What somebody says in a quotation is of them, and not of the sentence.
    const plain = inSpan.filter(({ place }) => !quoteAround(quotes, place))
    const within = plain.length > 0 ? plain : inSpan
    const outermost = within.find(({ reach }) => reach !== 'introduces') ?? within[0]
    if (!outermost) break
    if (step > 0 && Math.min(outermost.subject.start, outermost.place.start) - span.start > LEAD) break
    const content = trimmed(source.text, saidWithin(outermost, span))
    if (content.start >= content.end) break
    span = content
  }
  return span
}
