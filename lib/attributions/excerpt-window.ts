import { indexText, type TextRange } from '@/lib/text/code-points'

// More than an excerpt shows on either side, so that it can tell whether the text goes on there.
const MARGIN = 64

const moved = (range: TextRange | null, by: number) => range && { start: range.start - by, end: range.end - by }

/** The part of a text that an excerpt of these words is made from, and their places in it; in code points. */
export function excerptWindow(text: string, { source, cue }: { source: TextRange | null; cue: TextRange | null }) {
  const places = [source, cue].filter((place) => place !== null)
  if (places.length === 0) return { text: '', source: null, cue: null }
  const index = indexText(text)
  const from = Math.max(0, Math.min(...places.map(({ start }) => start)) - MARGIN)
  const to = Math.min(index.length, Math.max(...places.map(({ end }) => end)) + MARGIN)
  return { text: index.slice(from, to), source: moved(source, from), cue: moved(cue, from) }
}
