import { readLineDate } from './line-date'

/** The place, agency and date with which an agency's first paragraph begins, and how many UTF-16 units that is. */
export type Dateline = { length: number; words: string; agency: string | null; date: string | null }

/** In UTF-16 units. */
const LONGEST = 140

const AGENCIES: readonly (readonly [RegExp, string])[] = [
  [/^AFP(?:[-/].*)?$|^agence france[- ]presse$|^أ ?ف ?ب$/i, 'AFP'],
  [/^(?:thomson )?reuters$|^رويترز$/i, 'Reuters'],
  [/^AP$|^[Aa]ssociated [Pp]ress$/, 'AP'],
  [/^(?:ANI|PTI|dpa|DPA|EFE|ANSA|ATS|Belga|BELGA|APA|UPI|TASS|ANP|AA|IANS|MAP|TAP|APS|SPA|WAFA|IRNA|Kyodo)$/, ''],
  [/^(?:xinhua|interfax|bloomberg|anadolu|keystone-ats|europa press|ukrinform|ria novosti)$/i, ''],
]

/** How an agency is called, by its letters or name; null for what is none that is known. */
export function agencyOf(words: string): string | null {
  const name = words.slice(0, 60).trim()
  const found = AGENCIES.find(([pattern]) => pattern.test(name))
  return found ? found[1] || name : null
}

const PLACE = "[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}'’.\\- ]{0,40}"
// What newspapers set before a headline in capitals, and houses that are no place.
const NO_PLACE =
  /^(?:analyse|analysis|reportage|portrait|profile|interview|entretien|enquête|opinion|tribune|éditorial|editorial|édito|chronique|vidéos?|videos?|podcast|direct|en direct|live|exclusif|exclusive|infographie|cartes?|maps?|décryptage|récit|témoignages?|documents?|dossier|factbox|explainer|focus|fact[ -]?check|désintox|verbatim|en images|photos?|diaporama|encadré|critique|review|feature|timeline|chronologie|insight|alerte|urgent|flash|breaking|question|réponse|answer|vrai ou faux|otan|nato|onu|g7|g20)$/i
const DASH = '\\s*(?:--|[-–—])\\s+'
const CAPITALS = /^[\p{Lu}\p{M}'’.\-/ ]{3,}$/u
// PLACE[/PLACE][, more] [(agency)] – of which more is a country or a date.
const FORM = new RegExp(
  `^(${PLACE}(?:/${PLACE})?)?(?:\\s*\\(([\\p{L} .'’-]{2,30})\\))?(?:,\\s*([\\p{L}\\p{N} .,'’/-]{2,60}?))?(?:\\s*\\(([\\p{L} /&.'’-]{2,30})\\))?${DASH}(?=\\S)`,
  'u',
)

/**
 * What an agency sets before an item's first words: "PARIS, 26 août 2021 (AFP) - ", "KABUL (Reuters) — ", "KABUL, Afghanistan — ".
 * A place in lower case needs an agency or a date beside it. Null when there is none.
 */
export function readDateline(paragraph: string): Dateline | null {
  const match = FORM.exec(paragraph.slice(0, LONGEST))
  if (!match) return null
  const [all, place = '', first, more = '', last] = match
  const agency = (last ?? (more === '' ? first : undefined))?.trim() ?? null
  const date = more && readLineDate(more, null, SOME_DAY) ? more.replace(/^le /i, '').trim() : null
  if (!place && !(agency && agencyOf(agency))) return null
  if (agency === null && date === null && NO_PLACE.test(place.trim())) return null
  const isPlace = agency !== null ? agencyOf(agency) !== null || CAPITALS.test(place) || date !== null : false
  if (!isPlace && date === null && !(CAPITALS.test(place) && place.length < 40)) return null
  // "Le ministre, le 26 août 2021 - ": a sentence begins with a word in lower case behind its first.
  if (!CAPITALS.test(place) && /\s\p{Ll}{4,}/u.test(place)) return null
  return {
    length: all.length,
    words: all.replace(/\s*(?:--|[-–—])\s+$/u, '').trim(),
    agency: agency && agencyOf(agency),
    date,
  }
}

// Any: here it only matters whether the words are a date at all.
const SOME_DAY = { verbatim: null, earliest: '2020-06-30', latest: '2020-06-30', precision: 'DAY' as const }
