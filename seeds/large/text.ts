import { readText } from '@/lib/articles/text-reading'
import { sha256 } from '@/lib/sha256'
import { codePointLength } from '@/lib/text/code-points'

// The texts of a made project: the same for the same number, each its own, a few sentences taken from an earlier one.

export const CLAIMS_OF_ARTICLE = 20
const SENTENCES_OF_PARAGRAPH = 5
/** One sentence in so many stands word for word in the article so far before it. */
const [COPIED, BACK] = [50, 7]

const DID = ['annonce', 'confirme', 'dément', 'évoque', 'compte']
const WHOM = ['civils blessés', 'combattants tués', 'personnes évacuées', 'véhicules détruits', 'familles déplacées']
const WHERE = ['près de l’aéroport', 'à la frontière', 'au marché central', 'sur la route du nord']
const [BEGINS, VOWELS] = [
  'b c d f g h k l m n p r s t v br cr dr gl pl tr'.split(' '),
  'a e i o u ai ou an on é'.split(' '),
]
/** Words that nobody knows: sentences of known ones would have too many runs of words in common. */
const WORDS = Array.from({ length: 4_000 }, (_, at) => {
  const syllable = (n: number) => `${BEGINS[n % BEGINS.length]}${VOWELS[Math.floor(n / BEGINS.length) % VOWELS.length]}`
  return syllable(at) + syllable(Math.imul(at, 7) + 11) + syllable(Math.floor(at / 20) + 3)
})

/** A number below `below`, always the same for the same two. */
function drawn(seed: number, salt: number, below: number): number {
  let value = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(salt + 1, 0xc2b2ae35)
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d)
  return ((value ^ (value >>> 13)) >>> 0) % below
}
const one = (words: readonly string[], seed: number, salt: number) => words[drawn(seed, salt, words.length)] ?? ''

function sentence(article: number, place: number): string {
  const seed = article * CLAIMS_OF_ARTICLE + place
  if (article >= BACK && drawn(seed, 0, COPIED) === 0) return sentence(article - BACK, place)
  const word = (salt: number) => one(WORDS, seed, salt)
  const claim = `Le ${word(3)} ${one(DID, seed, 4)} ${2 + drawn(seed, 5, 120)} ${word(6)} ${one(WHOM, seed, 7)}`
  return `${claim}, ${Array.from({ length: 8 }, (_, at) => word(10 + at)).join(' ')}, carnet ${seed}.`
}

/** The text of the article of that number, what is read of it, and where its claims stand, in code points. */
export function makeText(article: number) {
  // A claim's wording is the sentence without who wrote it down.
  const places: { start: number; end: number; exact: string; wording: string }[] = []
  let text = ''
  for (let place = 0; place < CLAIMS_OF_ARTICLE; place++) {
    if (place > 0) text += place % SENTENCES_OF_PARAGRAPH === 0 ? '\n\n' : ' '
    const exact = sentence(article, place)
    const start = codePointLength(text)
    places.push({ start, end: start + codePointLength(exact), exact, wording: exact.slice(0, exact.indexOf(',')) })
    text += exact
  }
  const { words, paragraphStarts, sentences } = readText(text)
  return {
    ...{
      number: article,
      title: `Récit ${one(WORDS, article, 8)} ${one(WHOM, article, 9)} ${one(WHERE, article, 10)} (${article})`,
      text,
    },
    ...{ points: codePointLength(text), sha256: sha256(text), words },
    ...{ paragraphs: `{${paragraphStarts.join()}}`, places },
    passages: sentences.map(({ start, end, prints }) => ({ start, end, prints: `{${prints.join()}}` })),
  }
}
