import { normalForm } from '@/lib/text/normal-form'
/** How soon a guesser comes to a word (lower case, without accents): its rank among common words and passwords, from 1. */
export type KnownWords = { rankOf: (word: string) => number | undefined }

const LONGEST_PIECE = 24
const SHORTEST_WORD = 3
/** Powers of ten: what one more piece of that kind adds to the work of guessing. */
const CHARACTER = 1
const RUN = 1.5
const YEAR = 2
/** A day of the last and the next century, in one of the usual orders. */
const DATE = 4.3
const DIGITS_OF_DATE = 8
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
const folded = (text: string) => normalForm(text.toLowerCase(), 'NFD').replaceAll(/\p{M}/gu, '')

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
const YEARS = '(?:19|20)\\d\\d'
const DAY = '(?:0[1-9]|[12]\\d|3[01])'
const MONTH = '(?:0[1-9]|1[0-2])'
const DATES = new RegExp(`^(?:${DAY}${MONTH}${YEARS}|${MONTH}${DAY}${YEARS}|${YEARS}${MONTH}${DAY})$`)
const isDate = (piece: string) => piece.length === DIGITS_OF_DATE && DATES.test(piece)
const isYear = (piece: string) => /^(19|20)\d\d$/.test(piece)

function costOfPiece(piece: string, before: string, words: KnownWords): number {
  const rank = piece.length < SHORTEST_WORD ? undefined : (words.rankOf(piece) ?? words.rankOf(unmasked(piece)))
  return Math.min(
    rank === undefined ? Number.POSITIVE_INFINITY : Math.log10(rank + 1),
    isRow(piece) ? RUN : Number.POSITIVE_INFINITY,
    isDate(piece) ? DATE : Number.POSITIVE_INFINITY,
    isYear(piece) ? YEAR : Number.POSITIVE_INFINITY,
    before.includes(piece) ? (piece.length === 1 ? SAME_CHARACTER : AGAIN) : Number.POSITIVE_INFINITY,
  )
}

/**
 * The power of ten of the guesses after which somebody comes to this password who knows common words and passwords, keyboards, years,
 * and that people repeat themselves. Its cheapest reading counts. Linear in the password's length.
 */
function guessesAsTyped(password: string, words: KnownWords): number {
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

/** What keys give what, where somebody types on one layout what they think in another: a key’s sign, and that of a common keyboard. */
const keys = (from: string, to: string) => new Map(Array.from(from, (sign, at) => [sign, Array.from(to)[at] ?? sign]))
const LETTERS = "qwertyuiop[]asdfghjkl;'zxcvbnm,."
const LAYOUTS = [
  keys('!@#$%^&*()_+', '1234567890-='),
  keys('&é"\'(-è_çà', '1234567890'),
  keys('йцукенгшщзхъфывапролджэячсмитьбю', LETTERS),
  keys('йцукенгшщзхїфівапролджєячсмитьбю', LETTERS),
  keys(';ςερτυθιοπ', 'qwertyuiop'),
  keys('ςερτυθιοπασδφγηξκλζχψωβνμ', 'wertyuiopasdfghjklzxcvbnm'),
  keys("/'קראטוןםפשדגכעיחלךףזסבהנמצתץ", "qwertyuiopasdfghjkl;'zxcvbnm,."),
  keys('ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظ', "qwertyuiop[]asdfghjkl;'zxcvnm,./"),
]

/** What is left to guess of signs between the letters: which, and where. */
const SEPARATED = 2.2
const bare = (text: string) => text.replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '')

/** What a guesser reads a password as: as typed, and on another keyboard. */
function readings(password: string): string[] {
  const typed = password.toLowerCase()
  const others = LAYOUTS.map((layout) => Array.from(typed, (sign) => layout.get(sign) ?? sign).join(''))
  return [password, ...new Set(others.filter((other) => other !== typed))]
}

/** The same with the usual tricks undone: other keyboards, held shift keys, and signs between the letters. */
export function guessesOf(password: string, words: KnownWords): number {
  const costs = readings(password).flatMap((text) => {
    const stripped = bare(text)
    const whole = guessesAsTyped(text, words)
    return stripped === '' || stripped === text ? [whole] : [whole, guessesAsTyped(stripped, words) + SEPARATED]
  })
  return Math.min(...costs)
}
