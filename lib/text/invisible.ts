// What takes no ink: Unicode's own list of what is not shown (soft hyphen, zero-width characters, fillers, tags, all
// controls of direction), and a blank that calls itself a symbol.
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u2800]/gu
const VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}\p{Cc}\u2800]/u
const INVISIBLE_OR_CONTROL = /[\p{Default_Ignorable_Code_Point}\p{Cc}\u2800]/u

// Persian and the scripts of India write words with joiners (UAX #31, 2.3): between two of their letters they stay.
const JOINED = '\\p{Script=Arabic}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}'
const MORE =
  '\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}'
const JOINER = new RegExp(`(?<=[${JOINED}${MORE}]\\p{M}?)[\\u200c\\u200d](?=[${JOINED}${MORE}])`, 'gu')

/** True when a reader would see something of this text. */
export const saysSomething = (text: string): boolean => VISIBLE.test(text)

/** True when the text holds what no reader sees: zero-width characters, controls, marks of direction. */
export const holdsInvisible = (text: string): boolean => INVISIBLE_OR_CONTROL.test(text)

/**
 * A name on one line without what takes no ink: two names that look the same are the same, and none turns the text
 * around it. Joiners stay where a script writes with them, and no-break spaces; other white space becomes single spaces.
 */
export function plainName(name: string): string {
  const joiners = new Set(Array.from(name.matchAll(JOINER), ({ index }) => index))
  return name
    .replace(INVISIBLE, (character, at: number) => (joiners.has(at) ? character : ''))
    .replace(/(?:\p{Cc}|[^\S\u00a0\u202f])+/gu, ' ')
    .trim()
}

// What turns the words around it, and what stands between letters that look like one word. Soft hyphens do what a reader expects.
const NAMES = {
  '\u202a': 'LRE',
  '\u202b': 'RLE',
  '\u202c': 'PDF',
  '\u202d': 'LRO',
  '\u202e': 'RLO',
  '\u2066': 'LRI',
  '\u2067': 'RLI',
  '\u2068': 'FSI',
  '\u2069': 'PDI',
  '\u200e': 'LRM',
  '\u200f': 'RLM',
  '\u061c': 'ALM',
  '\u200b': 'ZWSP',
  '\u200c': 'ZWNJ',
  '\u200d': 'ZWJ',
  '\u2060': 'WJ',
  '\ufeff': 'BOM',
} as const
const isNamed = (character: string): character is keyof typeof NAMES => Object.hasOwn(NAMES, character)

/** A character that takes no ink, where that matters to who reads (UTF-16). */
export type Unseen = { start: number; end: number; name: (typeof NAMES)[keyof typeof NAMES] }

const NAMED = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]|(?<=\p{L}\p{M}?)[\u200b-\u200d\u2060\ufeff](?=\p{L})/gu

/** The characters of a text that no reader sees and that turn it around or cut its words. Joiners that a script writes with are none. */
export function unseenIn(text: string): Unseen[] {
  if (!INVISIBLE_OR_CONTROL.test(text)) return []
  const joiners = new Set(Array.from(text.matchAll(JOINER), ({ index }) => index))
  return Array.from(text.matchAll(NAMED)).flatMap(({ 0: character, index }) =>
    isNamed(character) && !joiners.has(index)
      ? [{ start: index, end: index + character.length, name: NAMES[character] }]
      : [],
  )
}
