/** Consecutive sentences, by their places in the text's list; both ends belong to it. */
export type SentenceRange = { from: number; to: number } | null

/** The range after a press on a sentence: a neighbour joins, an end leaves, any other begins anew. */
export function toggleSentence(range: SentenceRange, at: number): SentenceRange {
  if (!range) return { from: at, to: at }
  const { from, to } = range
  if (at === from - 1) return { from: at, to }
  if (at === to + 1) return { from, to: at }
  if (from === to && at === from) return null
  if (at === from) return { from: from + 1, to }
  if (at === to) return { from, to: to - 1 }
  return { from: at, to: at }
}
