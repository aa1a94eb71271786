import type { SharedSide, StandingClaim } from '@/lib/copies/shared-sentence'
import { codePointLength } from '@/lib/text/code-points'
import { diffWords } from '@/lib/text/word-diff'

/** Two claims, one of each text, that stand on the same words of a sentence which the texts share. */
export type ClaimPair = { one: StandingClaim; other: StandingClaim }

/** Of the words of the shorter claim, so many stand in both. */
const ENOUGH = 0.5
const WORD = /[\p{L}\p{M}\p{N}]+/gu

/** Where the words begin that stand in both texts, in code points of the one text; the nth is the nth of the other. */
function commonWords(pieces: ReturnType<typeof diffWords>[0]): number[] {
  const starts: number[] = []
  let offset = 0
  for (const { kind, text } of pieces) {
    let read = 0
    for (const match of kind === 'same' ? text.matchAll(WORD) : []) {
      offset += codePointLength(text.slice(read, match.index))
      read = match.index
      starts.push(offset)
    }
    offset += codePointLength(text.slice(read))
  }
  return starts
}

/** Which of the common words stand within a claim's spans. */
function wordsWithin({ spans }: StandingClaim, starts: readonly number[], from: number): Set<number> {
  const isWithin = (start: number) => spans.some((span) => span.start <= from + start && from + start < span.end)
  return new Set(starts.flatMap((start, word) => (isWithin(start) ? [word] : [])))
}

/**
 * The pairs of claims that can say the same by what they stand on: of the words that the texts share, those of the one are those of
 * the other. Two claims on different parts of one sentence are none.
 */
export function claimPairs(one: SharedSide, other: SharedSide): ClaimPair[] {
  if (one.claims.length === 0 || other.claims.length === 0) return []
  const [ones, others] = diffWords(one.words, other.words)
  const [mine, theirs] = [commonWords(ones), commonWords(others)]
  const words = other.claims.map((claim) => wordsWithin(claim, theirs, other.start))
  return one.claims.flatMap((first) => {
    const own = wordsWithin(first, mine, one.start)
    return other.claims.flatMap((second, at): ClaimPair[] => {
      const its = words[at] ?? new Set<number>()
      const shared = [...own].filter((word) => its.has(word)).length
      const isSame = shared > 0 && shared >= ENOUGH * Math.min(own.size, its.size)
      return isSame ? [{ one: first, other: second }] : []
    })
  })
}
