import type { TextRange } from '@/lib/text/code-points'

// More than an excerpt shows on either side, so that it can tell whether the text goes on there.
const MARGIN = 64

type Places = { source: TextRange | null; cue: TextRange | null }

/** The part of a text that an excerpt of these words is made from, in code points; it may reach beyond the end. Null: no words. */
export function excerptWindow({ source, cue }: Places): { from: number; to: number } | null {
  const places = [source, cue].filter((place) => place !== null)
  if (places.length === 0) return null
  return {
    from: Math.max(0, Math.min(...places.map(({ start }) => start)) - MARGIN),
    to: Math.max(...places.map(({ end }) => end)) + MARGIN,
  }
}

const moved = (range: TextRange | null, by: number) => range && { start: range.start - by, end: range.end - by }

/** The places of the words in that part. */
export const placesWithin = ({ source, cue }: Places, from: number): Places => ({
  source: moved(source, from),
  cue: moved(cue, from),
})
