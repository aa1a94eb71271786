const LEAST = 30
const folded = (words: string) =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * True when two passages are word for word the same, but for case, punctuation and white space, or one holds the other.
 * Passages of fewer than 30 letters prove nothing: a name or a number stands in many texts.
 */
export function isSamePassage(one: string, other: string): boolean {
  const [shorter = '', longer = ''] = [folded(one), folded(other)].sort((a, b) => a.length - b.length)
  return shorter.length >= LEAST && ` ${longer} `.includes(` ${shorter} `)
}
