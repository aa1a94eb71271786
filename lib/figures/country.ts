import { COUNTRIES, DEMONYMS } from '@/lib/figures/demonyms'
import { normalForm } from '@/lib/text/normal-form'

const fold = (words: string) =>
  normalForm(words, 'NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/&/g, ' and ')
    .replace(/(?<![a-z])st\. /g, 'saint ')
    .replace(/[\s\u00a0\u202f‑-]+/g, ' ')
    .trim()

// "US" in small letters is another word, and so is "pole".
const isWritten = (written: string, inCapitals: boolean, word: string) =>
  !inCapitals || (word === word.toUpperCase() ? written === word : /^\p{Lu}/u.test(written))

type Entry = { code: string | null; inCapitals: boolean; word: string }

function entriesOf(words: readonly { code: string; word: string; inCapitals: boolean }[]): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>()
  for (const { code, word, inCapitals } of words) {
    const had = entries.get(fold(word))
    entries.set(fold(word), { code: had && had.code !== code ? null : code, inCapitals, word })
  }
  return entries
}

const PEOPLES = entriesOf(DEMONYMS)

// Names by which a country goes beside the one that the system knows.
const OTHER_NAMES: Record<string, string> = {
  ...{ usa: 'US', us: 'US', 'u.s.': 'US', 'u.s': 'US', 'u.s.a.': 'US', "etats unis d'amerique": 'US', amerique: 'US' },
  ...{ 'united states of america': 'US', america: 'US', uk: 'GB', 'u.k.': 'GB', 'grande bretagne': 'GB' },
  ...{ 'great britain': 'GB', angleterre: 'GB', england: 'GB', ecosse: 'GB', scotland: 'GB', 'pays de galles': 'GB' },
  ...{ wales: 'GB', birmanie: 'MM', burma: 'MM', 'pays bas': 'NL', hollande: 'NL', 'ivory coast': 'CI', russie: 'RU' },
  ...{ turkey: 'TR', turquie: 'TR', 'republique tcheque': 'CZ', 'czech republic': 'CZ', bielorussie: 'BY', uae: 'AE' },
  ...{ 'dr congo': 'CD', 'republique democratique du congo': 'CD', 'democratic republic of the congo': 'CD' },
  ...{ 'republique du congo': 'CG', 'republic of the congo': 'CG', myanmar: 'MM', 'ile maurice': 'MU', surinam: 'SR' },
  ...{ palestine: 'PS', rdc: 'CD', drc: 'CD', 'hong kong': 'CN', macedoine: 'MK', swaziland: 'SZ', 'cap vert': 'CV' },
}

let names: ReadonlyMap<string, string> | undefined
const countryNames = () => {
  names ??= new Map([
    ...['en', 'fr'].flatMap((locale) => COUNTRIES.map((code) => [fold(countryName(code, locale)), code] as const)),
    ...Object.entries(OTHER_NAMES),
  ])
  return names
}

const displayNames = new Map<string, Intl.DisplayNames>()

/** A country's name in the reader's language: "États-Unis". */
export function countryName(code: string, locale: string): string {
  const known = displayNames.get(locale) ?? new Intl.DisplayNames(locale, { type: 'region' })
  if (displayNames.size < 20) displayNames.set(locale, known)
  return known.of(code) ?? code
}

/**
 * The country that words are a name of, as a whole: its name, a word for its people, or its code, in French or English:
 * "américains", "U.S.", "Afghans", "les Britanniques", "FR". Null for all else, and for what may be two countries.
 */
export function countryOf(words: string | null): string | null {
  const text = (words ?? '').slice(0, 200).trim()
  if (/^[A-Z]{2}$/.test(text) && COUNTRIES.includes(text)) return text
  const key = fold(text).replace(
    /^(?:(?:les?|la|the|des|de nationalite|nationalite|citoyens?|ressortissants?) |l')/,
    '',
  )
  const people = PEOPLES.get(key) ?? PEOPLES.get(key.replace(/ (?:citizens?|nationals?|people)$/, ''))
  return countryNames().get(key) ?? people?.code ?? null
}

const byName = new Map<string, readonly string[]>()

/** The countries whose name or people begin with what is typed, then those in which it stands; by name in the reader's language. At most 20. */
export function searchCountries(typed: string, locale: string): string[] {
  const sorted =
    byName.get(locale) ??
    [...COUNTRIES].sort((a, b) => countryName(a, locale).localeCompare(countryName(b, locale), locale))
  if (byName.size < 20) byName.set(locale, sorted)
  const key = fold(typed.slice(0, 200))
  const words = new Map<string, string[]>(COUNTRIES.map((code) => [code, [code.toLowerCase()]]))
  for (const [name, code] of countryNames()) words.get(code)?.push(name)
  for (const { code, word } of DEMONYMS) words.get(code)?.push(fold(word))
  const fits = (test: (word: string) => boolean) => sorted.filter((code) => words.get(code)?.some(test))
  return [...new Set([...fits((word) => word.startsWith(key)), ...fits((word) => word.includes(key))])].slice(0, 20)
}

// The longest demonyms have three words.
const LONGEST = 3
const WORD = /(?:\p{L}\.(?: ?\p{L}\.)+(?:\p{L}\.)?|[\p{L}\p{M}]+(?:[’'‑-][\p{L}\p{M}]+)*)/gu

export type NationalityReading = { country: string; words: string }

/** The first word of a text that says of which country people are, "13 U.S. service members"; the name of a country is a place. */
export function readNationality(text: string): NationalityReading | null {
  const found = [...text.slice(0, 2000).matchAll(WORD)]
  for (const [at, word] of found.entries())
    for (let count = LONGEST; count > 0; count -= 1) {
      const last = found[at + count - 1]
      if (!last) continue
      const words = text.slice(word.index, last.index + last[0].length)
      const entry = PEOPLES.get(fold(words))
      if (entry?.code && isWritten(words, entry.inCapitals, entry.word)) return { country: entry.code, words }
    }
  return null
}

/** The country of a figure's people: the one that was chosen, else the one that its old free words name. */
export const countryOfFigure = (figure: { country?: string | null; nationality: string | null }): string | null =>
  figure.country ?? countryOf(figure.nationality)
