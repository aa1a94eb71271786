import { indexText, type QuotedRange, type TextRange } from '@/lib/text/code-points'

/** The longest passage, in code points: what is quoted goes with every list of claims, and into the history. */
export const LONGEST_SPAN = 20_000

/** A place of a text with its words; of a passage that is too long in any case no more of them than tells so. */
export function withWords(text: string, { start, end }: TextRange): QuotedRange {
  return { start, end, exact: indexText(text).slice(start, Math.min(end, start + LONGEST_SPAN)) }
}

/** Why words seen at a place of a text cannot be taken: outside of it, too long, or not the words that stand there. */
export function seenRefusals(text: string, { start, end, exact }: QuotedRange) {
  const index = indexText(text)
  if (end > index.length) return [{ key: 'span.outside' }]
  if (end - start > LONGEST_SPAN) return [{ key: 'span.tooLong', values: { max: LONGEST_SPAN } }]
  return index.slice(start, end) === exact ? [] : [{ key: 'span.otherWords' }]
}
