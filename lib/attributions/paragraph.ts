import { lastBefore } from '@/lib/lists/last-before'
import { paragraphsOf } from '@/lib/text/normalise'

// Many places of one text are asked for in a row: it is cut once.
let latest = { text: '', starts: [] as readonly number[] }

/** The number of the paragraph, from 1, in which a code point of a text stands, or of the last one before it. */
export function paragraphAt(text: string, codePoint: number): number {
  if (latest.text !== text) latest = { text, starts: paragraphsOf(text).map(({ start }) => start) }
  const { starts } = latest
  return Math.max(1, lastBefore(starts.length, (at) => (starts[at] ?? 0) <= codePoint) + 1)
}
