import { foldText } from './fold'
import { segmenterFor } from './segmenter'

// Chinese, Japanese, Thai, Lao, Khmer and Burmese put no spaces between words. The sign of a long vowel and that of a doubled character
// belong to no one script.
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30fc\u3099\u309a]+/gu
const HAS_UNSPACED = new RegExp(UNSPACED.source, 'u')
// Segmenting takes time in the square of the length: what stands between two stops is hardly ever longer.
const LONGEST_RUN = 256

/** One run of such a script, cut into words: alike in whatever text it stands. */
function wordsOfRun(run: string): string[] {
  const words: string[] = []
  const segmenter = segmenterFor(null, 'word')
  for (let from = 0; from < run.length; from += LONGEST_RUN)
    for (const { segment } of segmenter.segment(run.slice(from, from + LONGEST_RUN))) words.push(segment)
  return words
}

function cutUnspaced(word: string): string[] {
  if (!HAS_UNSPACED.test(word)) return [word]
  const words: string[] = []
  let from = 0
  for (const { 0: run, index } of word.matchAll(UNSPACED)) {
    if (index > from) words.push(word.slice(from, index))
    words.push(...wordsOfRun(run))
    from = index + run.length
  }
  if (from < word.length) words.push(word.slice(from))
  return words
}

/** The words of a text that was folded: what stands between spaces and punctuation, or where there are no spaces, words by a dictionary. */
const wordsOf = (folded: string): string[] =>
  folded
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
    .flatMap(cutUnspaced)

/** The words of a text, folded. An apostrophe divides: "l’attaque" is two. */
export const foldedWords = (text: string): string[] => wordsOf(foldText(text))

/**
 * The words of a text, folded, what an apostrophe joins being one: of four words "de l’aéroport de Kaboul" would otherwise be five, and in
 * every text.
 */
export const joinedWords = (text: string): string[] => wordsOf(foldText(text).replaceAll("'", ''))

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu

/** How much is said by words, in letters and spaces: a character that is a word or half of one counts twice. */
export const weightOf = (letters: string): number => letters.length + (letters.match(WIDE)?.length ?? 0)
