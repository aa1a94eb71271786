type Place = { from: number; to: number }

const WORDS = /[\p{L}\p{M}\p{N}]+/gu
/** A word that stands more often than this tells nothing of a place. */
const MOST_PLACES = 60
/** Of a quote its rarest words are looked at. */
const MOST_WORDS = 24
/** So many stretches are worth a closer look. */
const MOST_STRETCHES = 3
/** Of the words looked at, at least so many must stand where the quote would have them. */
const LEAST_SHARE = 0.3

/** Where the words of some stretches of a text stand (UTF-16), those that are rare enough to tell something. */
export type WordPlaces = ReadonlyMap<string, readonly number[]>

/** Reads the words of these stretches of a text. */
export function wordPlaces(text: string, stretches: readonly Place[]): WordPlaces {
  const places = new Map<string, number[]>()
  for (const { from, to } of stretches) {
    for (const { 0: word, index } of text.slice(from, to).matchAll(WORDS)) {
      const at = places.get(word) ?? []
      if (at.length === 0) places.set(word, at)
      if (at.length <= MOST_PLACES) at.push(from + index)
    }
  }
  return places
}

/**
 * The stretches in which a quote may stand by its words, those that hold most of them first: where rare words of it stand as far from
 * each other as in the quote, or nearly. Takes time by the length of the quote.
 */
export function likelyStretches(quote: string, places: WordPlaces): Place[] {
  const words = [...quote.matchAll(WORDS)].flatMap(({ 0: word, index }) => {
    const known = places.get(word) ?? []
    return known.length > 0 && known.length <= MOST_PLACES ? [{ index, known }] : []
  })
  const rarest = words.toSorted((a, b) => a.known.length - b.known.length).slice(0, MOST_WORDS)
  const width = Math.max(40, Math.ceil(quote.length / 4))
  const votes = new Map<number, number>()
  for (const { index, known } of rarest) {
    const buckets = new Set(known.map((at) => Math.floor((at - index) / width)))
    for (const bucket of buckets) for (const each of [bucket, bucket + 1]) votes.set(each, (votes.get(each) ?? 0) + 1)
  }
  const total = [...quote.matchAll(WORDS)].length
  const least = Math.max(2, Math.min(total, MOST_WORDS) * LEAST_SHARE)
  return [...votes]
    .filter(([, count]) => count >= least)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MOST_STRETCHES)
    .map(([bucket]) => ({ from: (bucket - 2) * width, to: (bucket + 2) * width + quote.length }))
}
