import { joinedWords } from './folded-words'

// Winnowing: Schleimer, Wilkerson, Aiken, "Winnowing: local algorithms for document fingerprinting", SIGMOD 2003.

/** Words in one hashed run. */
const RUN = 4
/** Of so many runs in a row, one at least is kept. */
const WINDOW = 2
/** In sentences of at most so many words every run is kept: few changed words leave few runs whole. */
const SHORT = 12

/** A sentence of fewer words has no prints: it stands in many texts. */
export const LEAST_WORDS = 6

/** Two sentences that have so many words in a row in common have a print in common. */
export const SURE_WORDS = WINDOW + RUN - 1

/** FNV-1a over the UTF-16 units, mixed (MurmurHash3's finalizer), as a signed 32-bit number. */
function hash(words: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < words.length; at++) value = Math.imul(value ^ words.charCodeAt(at), 0x01000193)
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) | 0
}

/**
 * The fingerprints of a sentence, signed 32-bit numbers, ascending; none of one that is too short. Sentences that have
 * `SURE_WORDS` words in a row in common have one in common; others hardly ever.
 */
export function printsOf(sentence: string): number[] {
  const words = joinedWords(sentence)
  if (words.length < LEAST_WORDS) return []
  const runs = words.slice(RUN - 1).map((_, at) => hash(words.slice(at, at + RUN).join(' ')))
  const window = words.length <= SHORT ? 1 : WINDOW
  const prints = new Set<number>()
  for (let at = 0; at + window <= runs.length; at++) prints.add(Math.min(...runs.slice(at, at + window)))
  return [...prints].sort((a, b) => a - b)
}
