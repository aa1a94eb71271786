import { nameKey } from '@/lib/sources/name-key'
import { similarity } from '@/lib/text/similarity'

// Neither tell two names apart: "le Pentagone", "M. Mallick".
const ARTICLES = new Set(['le', 'la', 'les', 'l', 'un', 'une', 'des', 'the', 'a', 'an'])
const HONORIFICS = new Set(['m', 'mr', 'mme', 'mlle', 'mrs', 'ms', 'dr', 'pr', 'prof', 'me', 'maitre', 'sir', 'lady'])
const SMALL_WORDS = new Set([...ARTICLES, 'de', 'du', 'd', 'of', 'et', 'and', 'for', 'pour', 'en', 'in', 'on', 'sur'])

// Endings in which French and English names of one thing differ: Pentagone, Pentagon; ministère, ministry.
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/(iques?|ics?|icaines?|icains?|icans?)$/, 'ic'],
  [/(eurs?|ors?)$/, 'or'],
  [/(aires?|ary|aries)$/, 'ar'],
  [/(eres?|ry|ries)$/, 'r'],
  [/(ces?|cy|cies)$/, 'c'],
  [/(tes?|ty|ties)$/, 't'],
  [/(ies?|y)$/, 'i'],
  [/(es|e|s)$/, ''],
]

const wordsOf = (name: string) =>
  nameKey(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

function withoutLead(words: readonly string[]): string[] {
  const from = words.findIndex((word) => !ARTICLES.has(word) && !HONORIFICS.has(word))
  return from < 0 ? [...words] : words.slice(from)
}

/** A name without leading articles and honorifics, folded, its words a space apart: what near names have in common. */
export const nameCore = (name: string): string => withoutLead(wordsOf(name)).join(' ')

const stem = (word: string): string => {
  const [ending, short] = ENDINGS.find(([pattern]) => pattern.test(word)) ?? []
  const bare = ending ? word.replace(ending, short ?? '') : word
  // What little is left of a short word says nothing.
  return bare.length < 3 ? word : bare
}

const telling = (core: string) => core.split(' ').filter((word) => !SMALL_WORDS.has(word))
const asSet = (words: readonly string[]) => [...words].sort().join(' ')
const numbers = (core: string) => core.split(/\D+/).filter(Boolean).sort().join(' ')

/** The initials of a name of several words: "Agence France-Presse" is "afp". Null for one word. */
export function initialsOf(name: string): string | null {
  const words = telling(nameCore(name))
  return words.length > 1 ? words.map((word) => word.charAt(0)).join('') : null
}

const fewSlips = (one: string, other: string): boolean => {
  const length = Math.max(one.length, other.length)
  // Short names that differ by a letter are two names: AFP and AP.
  const allowed = length >= 9 ? 2 : length >= 5 ? 1 : 0
  return Math.abs(one.length - other.length) <= allowed && (1 - similarity(one, other)) * length <= allowed + 0.001
}

function isWithin(few: readonly string[], many: readonly string[]): boolean {
  if (few.length >= many.length || !few.some((word) => word.length >= 5)) return false
  const all = new Set(many)
  return few.every((word) => all.has(word))
}

/** How near two names are, the nearest first. */
const NEARNESS = ['same', 'article', 'order', 'ending', 'initials', 'slip', 'part'] as const
export type NameNearness = (typeof NEARNESS)[number]

/** Why two names may mean one source; null where nothing speaks for it. Symmetric. */
export function nearness(one: string, other: string): NameNearness | null {
  if (nameKey(one) === nameKey(other)) return 'same'
  const [a, b] = [nameCore(one), nameCore(other)]
  if (!a || !b || numbers(a) !== numbers(b)) return null
  if (a === b || a.replaceAll(' ', '') === b.replaceAll(' ', '')) return 'article'
  const [words, others] = [telling(a), telling(b)]
  if (words.length > 0 && asSet(words) === asSet(others)) return 'order'
  const [stems, otherStems] = [words.map(stem), others.map(stem)]
  if (words.length > 0 && asSet(stems) === asSet(otherStems)) return 'ending'
  const joined = (core: string) => core.replaceAll(' ', '')
  if (joined(a) === initialsOf(other) || joined(b) === initialsOf(one)) return 'initials'
  if (fewSlips(a, b)) return 'slip'
  if (isWithin(stems, otherStems) || isWithin(otherStems, stems)) return 'part'
  return null
}

type SourceNames = { id: string; name: string; aliases: readonly string[] }

/** Those whose name or an alias is near to this name, the nearest first. */
export function nearDuplicates<Source extends SourceNames>(name: string, sources: readonly Source[]): Source[] {
  const rankOf = (source: Source) => {
    const ranks = [source.name, ...source.aliases].flatMap((each) => {
      const near = nearness(name, each)
      return near ? [NEARNESS.indexOf(near)] : []
    })
    return ranks.length > 0 ? Math.min(...ranks) : null
  }
  return sources
    .flatMap((source) => {
      const rank = rankOf(source)
      return rank === null ? [] : [{ source, rank }]
    })
    .sort(
      (a, b) =>
        a.rank - b.rank || a.source.name.localeCompare(b.source.name, 'fr') || (a.source.id < b.source.id ? -1 : 1),
    )
    .map(({ source }) => source)
}
