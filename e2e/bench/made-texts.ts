// Texts whose words are as unevenly common as those of real ones (Zipf), with stock phrases; the same at every run.

const FUNCTION_WORDS =
  'de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec son aux ont été'.split(
    ' ',
  )
const SYLLABLES =
  'ba con ter mi ré gou ver na lo pi sé cur mé dan tra for lè vo cha rin té mal poli gen sol dar fu pré'.split(' ')
const [VOCABULARY, PHRASES] = [12_000, 600]

function randomOf(seed: number) {
  let state = seed
  // mulberry32
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32
  }
}

/** How a copy differs from its original: the share of words that are replaced, left out or doubled. */
export const CHANGES = [0, 0.05, 0.1, 0.15] as const
export type Planted = { copy: number; original: number; change: (typeof CHANGES)[number]; words: string }

/** Texts of about `length` characters, of which every tenth copies one sentence of an earlier one. */
export function makeTexts(count: number, length: number): { texts: string[]; planted: Planted[] } {
  const random = randomOf(20_210_826)
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item
  // Zipf's law with Mandelbrot's shift.
  const zipf = <Item>(items: readonly Item[], shift = 3) =>
    items[
      Math.min(
        items.length - 1,
        Math.floor((shift + 1) * ((items.length + shift) / (shift + 1)) ** random() - shift) - 1,
      )
    ] as Item
  const word = () => Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(SYLLABLES)).join('')
  const vocabulary = Array.from({ length: VOCABULARY }, word)
  const next = () => (random() < 0.42 ? zipf(FUNCTION_WORDS) : zipf(vocabulary, 40))
  const phrases = Array.from({ length: PHRASES }, () => Array.from({ length: 3 + Math.floor(random() * 4) }, next))
  const sentence = () => {
    const words: string[] = []
    for (const most = 8 + random() * 24; words.length < most; )
      words.push(...(random() < 0.03 ? zipf(phrases, 15) : [next()]))
    return words
  }
  const changed = (words: readonly string[], change: number) =>
    words.flatMap((each) => {
      if (random() >= change) return [each]
      const how = random()
      return how < 0.6 ? [next()] : how < 0.8 ? [] : [each, next()]
    })
  const written = (words: readonly string[]) => `M${words.join(' ').slice(1)}.`

  const made: string[][][] = []
  const planted: Planted[] = []
  for (let at = 0; at < count; at++) {
    const sentences: string[][] = []
    for (let size = 0; size < length; size += (sentences.at(-1) ?? []).join(' ').length + 2) sentences.push(sentence())
    if (at % 10 === 9) {
      const original = Math.floor(random() * at)
      const words = (made[original] ?? []).find((each) => each.length >= 12)
      const change = pick(CHANGES)
      if (words) {
        const copy = changed(words, change)
        sentences.splice(1 + Math.floor(random() * (sentences.length - 1)), 0, copy)
        planted.push({ copy: at, original, change, words: written(copy) })
      }
    }
    made.push(sentences)
  }
  const texts = made.map((sentences) =>
    sentences
      .map((each, at) => `${written(each)}${at % 3 === 2 ? '\n\n' : ' '}`)
      .join('')
      .trim(),
  )
  return { texts, planted }
}
