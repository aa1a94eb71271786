import type { TextRange } from '@/lib/text/code-points'

/** A stretch of one text that stands in another too. */
export type Match = { one: TextRange; other: TextRange; similarity: number }

/** A sentence too short to be compared, or what separates paragraphs, may lie between two that are one sentence. */
const MOST_BETWEEN = 80
/** Of sentences that may still go on at one place no more are kept: a text of one sentence matches itself everywhere. */
const MOST_OPEN = 256

const follows = (range: TextRange, next: TextRange) =>
  next.start >= range.start && next.start <= range.end + MOST_BETWEEN
const together = (range: TextRange, next: TextRange) => ({
  start: Math.min(range.start, next.start),
  end: Math.max(range.end, next.end),
})
const lengthOf = ({ start, end }: TextRange) => end - start

/**
 * Sentences of two texts that match, joined to sentences where they follow each other in both texts, in the first
 * text's order. A sentence is as similar as its sentences, the longer counting more.
 */
export function joinSentences(matches: readonly Match[]): Match[] {
  const ordered = matches.toSorted((a, b) => a.one.start - b.one.start || a.other.start - b.other.start)
  const joined: (Match & { weight: number })[] = []
  let going: typeof joined = []
  for (const match of ordered) {
    const weight = lengthOf(match.one)
    // In the first text's order: what ends too far before this one ends too far before all that follow.
    going = going.filter(({ one }) => match.one.start <= one.end + MOST_BETWEEN)
    const open = going.find((each) => follows(each.one, match.one) && follows(each.other, match.other))
    if (!open) {
      const sentence = { ...match, weight }
      joined.push(sentence)
      going = [...going, sentence].slice(-MOST_OPEN)
      continue
    }
    open.similarity = (open.similarity * open.weight + match.similarity * weight) / (open.weight + weight)
    open.weight += weight
    open.one = together(open.one, match.one)
    open.other = together(open.other, match.other)
  }
  return joined.map(({ one, other, similarity }) => ({ one, other, similarity }))
}
