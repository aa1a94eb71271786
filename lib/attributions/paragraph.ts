import { paragraphsOf } from '@/lib/text/normalise'

// Many places of one text are asked for in a row: it is cut once.
let latest = { text: '', starts: [] as readonly number[] }

/** The number of the paragraph, from 1, in which a code point of a text stands, or of the last one before it. */
export function paragraphAt(text: string, codePoint: number): number {
  if (latest.text !== text) latest = { text, starts: paragraphsOf(text).map(({ start }) => start) }
  const next = latest.starts.findIndex((start) => start > codePoint)
  return Math.max(1, next < 0 ? latest.starts.length : next)
}
