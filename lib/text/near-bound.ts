import { LEAST_WEIGHT, NEAR_VERBATIM, nearVerbatim, type TextWords, textWords } from './near-verbatim'

// Of a run of three words, a change of one word breaks three at most (Ukkonen 1992): two passages with fewer runs in common than that
// leaves are not near each other, and need not be compared. This never loses a passage.
const RUN = 3
/** Of a longer passage no more words are compared (near-verbatim.ts). */
const MOST_WORDS = 4096
/** So many words are compared in one step. */
const BITS = 32

/** A passage read once, for many comparisons: its words, and how often each run of three stands in it. */
export type ReadWords = TextWords & { runs: ReadonlyMap<number, number> }

/** Reads passages of one claim: words are numbered alike in all of them. */
export function wordsReader(): (text: string) => ReadWords {
  const numbers = new Map<string, number>()
  const numberOf = (word: string) => {
    const known = numbers.get(word) ?? numbers.size
    numbers.set(word, known)
    return known
  }
  return (text) => {
    const read = textWords(text)
    const runs = new Map<number, number>()
    const words = read.words.map(numberOf)
    for (let at = 0; at + RUN <= words.length; at++) {
      // Two runs with one number count as the same: the bound is then too high, never too low.
      const run = words
        .slice(at, at + RUN)
        .reduce((hash, word) => Math.imul(hash ^ word, 0x9e3779b1) ^ (hash >>> 15), 1)
      runs.set(run, (runs.get(run) ?? 0) + 1)
    }
    return { ...read, runs }
  }
}

const inOrder = (one: ReadWords, other: ReadWords) =>
  one.words.length <= other.words.length ? ([one, other] as const) : ([other, one] as const)

/** What `nearVerbatim` cannot exceed, from 0 to 1. Takes as long as the passages, not their product. */
export function mostNear(one: ReadWords, other: ReadWords): number {
  const [shorter, longer] = inOrder(one, other)
  if (Math.min(one.weight, other.weight) < LEAST_WEIGHT) return 0
  const length = shorter.words.length
  let shared = 0
  const [fewer, more] = shorter.runs.size <= longer.runs.size ? [shorter, longer] : [longer, shorter]
  for (const [run, count] of fewer.runs) shared += Math.min(count, more.runs.get(run) ?? 0)
  return Math.min(1, 1 - (length - RUN + 1 - shared) / (RUN * length))
}

/** Steps that `mostNear` takes, and `nearVerbatim`. */
const costOfBound = (one: ReadWords, other: ReadWords) => 1 + Math.min(one.runs.size, other.runs.size)
const costOfComparing = (one: ReadWords, other: ReadWords) => {
  const [shorter, longer] = inOrder(one, other)
  return Math.ceil(Math.min(shorter.words.length, MOST_WORDS) / BITS) * longer.words.length
}

/** How near two passages are; `isUnread`: they may be as near as that, and are too long to compare. */
export type TextNearness = { similarity: number; isUnread: boolean }

/**
 * Compares passages until so many steps are spent: from then on those that can be near are said to be unread. What is far from
 * being near takes no comparing.
 */
export function nearnessWithin(steps: number): (one: ReadWords | null, other: ReadWords | null) => TextNearness {
  let left = steps
  const unread = (similarity: number) => ({ similarity, isUnread: true })
  return (one, other) => {
    if (!one || !other) return unread(1)
    if (one.letters === other.letters) return { similarity: nearVerbatim(one, other), isUnread: false }
    if (costOfBound(one, other) > left) return unread(1)
    left -= costOfBound(one, other)
    const most = mostNear(one, other)
    if (most < NEAR_VERBATIM) return { similarity: 0, isUnread: false }
    if (costOfComparing(one, other) > left) return unread(most)
    left -= costOfComparing(one, other)
    return { similarity: nearVerbatim(one, other), isUnread: false }
  }
}
