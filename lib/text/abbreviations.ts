// Full stops that end a word without ending a sentence, in French and English. Case counts: "M." is a title, "m." metres.

/** Before a name, so the sentence goes on whatever follows. */
const TITLES = new Set(
  (
    'M MM Mr Mrs Ms Messrs Mme Mmes Mlle Mlles Mgr Dr Drs Pr Prof Gen Gén Col Lt Cpt Capt Cmdr Adm Maj Sgt Cpl Brig Sen ' +
    'Rep Gov Pres Hon Rev Amb Sec St Ste Fr'
  ).split(' '),
)

/** Never the last word of a sentence. */
const LINKING = new Set('cf vs e.g i.e c.-à-d c-à-d viz av apr env approx ca'.split(' '))

/** Go on when a number follows; so do months and days of the week. */
const BEFORE_NUMBER = new Set(
  (
    'p pp art arts al n nº n° nr no nos fig vol ch chap t éd ed tél tel para sect § rte hwy apt rm mk op ps pt v ver rev min max eq ' +
    'fn c b d circa'
  ).split(' '),
)
// "13 min." is a length of time, "min. 13" the least of something.
const UNIT = /\p{N}[\s\u00a0\u202f]*\p{L}+\.$/u
const MONTHS = new Set(
  (
    'Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec janv févr avr juil sept oct nov déc Janv Févr Avr Juil Déc ' +
    'Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun lun mar jeu ven dim'
  ).split(' '),
)
// "26. 8. 2021".
const DATE_BEFORE = /(?:^|[^\p{N}])\p{N}{1,2}\.$/u
const DATE_NEXT = /^\s*\p{N}{1,2}\.\s*\p{N}/u
const DATE_BEGUN = /(?:^|[^\p{N}])\p{N}{1,2}\.\s*\p{N}{1,2}\.$/u

/** Go on unless the next word looks like the beginning of a sentence. */
const MAYBE_LAST = new Set('Inc Ltd Co Corp Bros Jr Sr Dept Univ Ave Blvd'.split(' '))
const ACRONYM = /^(?:\p{L}\p{Ll}?[.-]+)+\p{L}\p{Ll}?$/u
const INITIAL = /^\p{Lu}$/u

const USUAL_FIRST_WORDS = new Set(
  (
    'the a an this that these those he she it we they you i his her its their our my there here in on at by for from to ' +
    'with and but or so as if when while after before since until although however meanwhile later what who why how ' +
    'where not no yes some many most all both each one officials president ' +
    'le la les un une des du de au aux ce cet cette ces il elle ils elles on nous vous je tu son sa ses leur leurs mon ' +
    'notre nos dans en par pour sur sous avec sans selon après avant depuis pendant lors dès mais et ou or donc ni car ' +
    'si quand comme que qui quoi où plus tous toutes tout toute plusieurs certains chaque aucun pas non oui alors ' +
    'puis ensuite enfin cependant toutefois ainsi à ' +
    "l' d' c' s' j' n' m' t' qu' l’ d’ c’ s’ j’ n’ m’ t’ qu’"
  ).split(' '),
)

// No abbreviation is longer, and nothing further on tells whether a sentence begins.
const [BACK, AHEAD] = [40, 64]
const LAST_WORD = /([\p{L}\p{N}°º§.-]+)\.$/u
const NEXT_WORD = /^([^\p{L}\p{N}]*)(\p{N}|\p{L}+['’]?)/u
const ROMAN = /^\s*[IVXLC]+\b/
const BEFORE_ROMAN = new Set('p pp vol chap ch t fig'.split(' '))
const NAME_WITH_PARTICLE = /^\s*(?:Le|La|Les|De|Du|Des|Van|Von|Di|Da|Al|El)\s+\p{Lu}/u
const INITIAL_NEXT = /^\s*\p{Lu}\./u
const LIST_NUMBER = /^\(?\d{1,3}\.$/

function opensSentence(rest: string): boolean {
  const [, before = '', word = ''] = NEXT_WORD.exec(rest) ?? []
  if (NAME_WITH_PARTICLE.test(rest) || INITIAL_NEXT.test(rest)) return false
  return /["“«‘]/.test(before) || USUAL_FIRST_WORDS.has(word.toLowerCase())
}

/**
 * Whether the full stop that ends a sentence belongs to an abbreviation, an initial or a list's number after which the
 * sentence goes on with the rest.
 */
export function goesOn(wholeSentence: string, wholeRest: string): boolean {
  const [sentence, rest] = [wholeSentence.slice(-BACK), wholeRest.slice(0, AHEAD)]
  if (LIST_NUMBER.test(wholeSentence)) return true
  const word = LAST_WORD.exec(sentence)?.[1]
  if (!word) return false
  if (TITLES.has(word) || LINKING.has(word.toLowerCase())) return true
  const isNumberNext = /^[^\p{L}\p{N}]*\p{N}/u.test(rest)
  if (isNumberNext && BEFORE_NUMBER.has(word.toLowerCase()) && !UNIT.test(sentence)) return true
  if (isNumberNext && (DATE_BEGUN.test(sentence) || (DATE_BEFORE.test(sentence) && DATE_NEXT.test(rest)))) return true
  if (MONTHS.has(word)) return isNumberNext
  if (INITIAL.test(word)) return !isNumberNext && !opensSentence(rest)
  if (BEFORE_ROMAN.has(word)) return ROMAN.test(rest)
  if (ACRONYM.test(word) || MAYBE_LAST.has(word)) return !opensSentence(rest)
  return false
}
