import { editDistance } from './edit-distance'

/** Beyond so many code points from where two texts part, all is taken to differ. */
const MOST_COMPARED = 1000

const pointsOf = (text: string): number[] => Array.from(text, (character) => character.codePointAt(0) ?? 0)

function withoutSameEnds(one: readonly number[], other: readonly number[]): [number[], number[]] {
  const most = Math.min(one.length, other.length)
  let start = 0
  while (start < most && one[start] === other[start]) start++
  let end = 0
  while (end < most - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end++
  return [one.slice(start, one.length - end), other.slice(start, other.length - end)]
}

/**
 * How alike two short texts are, from 0 to 1: one minus their edit distance over the longer one's length, in code points.
 * Of texts that differ over more than 1,000 code points: at least so alike.
 */
export function similarity(one: string, other: string): number {
  if (one === other) return 1
  const [a, b] = [pointsOf(one), pointsOf(other)]
  const [mine, theirs] = withoutSameEnds(a, b)
  const beyond = Math.max(0, mine.length - MOST_COMPARED, theirs.length - MOST_COMPARED)
  const edits = editDistance(mine.slice(0, MOST_COMPARED), theirs.slice(0, MOST_COMPARED)) + beyond
  return Math.max(0, 1 - edits / Math.max(a.length, b.length))
}
