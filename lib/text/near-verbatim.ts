const LEAST = 30

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .filter((word) => word !== '')

/** The fewest words to change, add or leave out so that `shorter` stands somewhere in `longer` (Sellers 1980). */
function leastChanges(shorter: readonly string[], longer: readonly string[]): number {
  let row: number[] = longer.map(() => 0)
  row.push(0)
  for (const [line, word] of shorter.entries()) {
    const next = [line + 1]
    for (let at = 0; at < longer.length; at++) {
      const kept = (row[at] ?? 0) + (longer[at] === word ? 0 : 1)
      next.push(Math.min(kept, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1))
    }
    row = next
  }
  return Math.min(...row)
}

/**
 * How near two texts are to saying the same in the same words, from 0 to 1: the share of the shorter one's words that
 * stand, in their order, in one stretch of the longer. Case, punctuation and quotation marks do not count. A text of
 * fewer than 30 letters and spaces proves nothing, and answers 0: a name or a number stands in many texts.
 */
export function nearVerbatim(one: string, other: string): number {
  const texts = [wordsOf(one), wordsOf(other)].map((words) => ({ words, letters: words.join(' ') }))
  texts.sort((a, b) => a.words.length - b.words.length || (a.letters < b.letters ? -1 : 1))
  const [shorter, longer] = texts
  if (!shorter || !longer || Math.min(shorter.letters.length, longer.letters.length) < LEAST) return 0
  return Math.max(0, 1 - leastChanges(shorter.words, longer.words) / shorter.words.length)
}

/** From here on, two passages are taken for the same. */
export const NEAR_VERBATIM = 0.8

/** True when one passage stands in the other, near-verbatim. */
export const isNearVerbatim = (one: string, other: string): boolean => nearVerbatim(one, other) >= NEAR_VERBATIM
