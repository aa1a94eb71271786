/** How soon a guesser comes to a word (lower case, without accents): its rank among common words and passwords, from 1. */
export type KnownWords = { rankOf: (word: string) => number | undefined }

const LONGEST_PIECE = 24
const SHORTEST_WORD = 3
/** Powers of ten: what one more piece of that kind adds to the work of guessing. */
const CHARACTER = 1
const RUN = 1.5
const YEAR = 2
const AGAIN = 0.5
const SAME_CHARACTER = 0.9
const CAPITALS = 0.3

const ROWS = ['azertyuiop', 'qsdfghjklm', 'wxcvbn', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qwertzuiop', '1234567890']
const BOTH_WAYS = ROWS.flatMap((row) => [row, [...row].reverse().join('')])

const LOOKS_LIKE: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
}
const unmasked = (text: string) => text.replaceAll(/[0134578@$!]/g, (each) => LOOKS_LIKE[each] ?? each)
const folded = (text: string) => text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '')

/** How many characters from `start` on go up or down by one step, or stay: aaaa, abcd, 4321. */
function runLength(codes: readonly number[], start: number): number {
  const step = (codes[start + 1] ?? 0) - (codes[start] ?? 0)
  if (Math.abs(step) > 1) return 1
  let end = start + 1
  while (end < codes.length && (codes[end] ?? 0) - (codes[end - 1] ?? 0) === step) end++
  return end - start
}

const LONGEST_ROW = 10
const isRow = (piece: string) =>
  piece.length >= SHORTEST_WORD && piece.length <= LONGEST_ROW && BOTH_WAYS.some((row) => row.includes(piece))
const isYear = (piece: string) => /^(19|20)\d\d$/.test(piece)

function costOfPiece(piece: string, before: string, words: KnownWords): number {
  const rank = piece.length < SHORTEST_WORD ? undefined : (words.rankOf(piece) ?? words.rankOf(unmasked(piece)))
  return Math.min(
    rank === undefined ? Number.POSITIVE_INFINITY : Math.log10(rank + 1),
    isRow(piece) ? RUN : Number.POSITIVE_INFINITY,
    isYear(piece) ? YEAR : Number.POSITIVE_INFINITY,
    before.includes(piece) ? (piece.length === 1 ? SAME_CHARACTER : AGAIN) : Number.POSITIVE_INFINITY,
  )
}

/**
 * The power of ten of the guesses after which somebody comes to this password who knows common words and passwords, keyboards, years,
 * and that people repeat themselves. Its cheapest reading counts. Linear in the password's length.
 */
export function guessesOf(password: string, words: KnownWords): number {
  const text = folded(password)
  const codes = Array.from(text, (_, at) => text.charCodeAt(at))
  const capitals = /\p{Lu}/u.test(password) ? CAPITALS : 0
  const cheapest = [0]
  const take = (end: number, cost: number) => {
    cheapest[end] = Math.min(cheapest[end] ?? Number.POSITIVE_INFINITY, cost)
  }
  for (let start = 0; start < text.length; start++) {
    const soFar = cheapest[start] ?? 0
    const before = text.slice(Math.max(0, start - 4 * LONGEST_PIECE), start)
    take(start + 1, soFar + CHARACTER)
    const run = runLength(codes, start)
    if (run >= SHORTEST_WORD) take(start + run, soFar + RUN)
    for (let end = start + 1; end <= Math.min(text.length, start + LONGEST_PIECE); end++)
      take(end, soFar + costOfPiece(text.slice(start, end), before, words))
  }
  return (cheapest[text.length] ?? 0) + capitals
}
