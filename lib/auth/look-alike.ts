import type { Reason } from '@/lib/errors'
import { normalForm } from '@/lib/text/normal-form'

const pairs = (from: string, to: string) =>
  Object.fromEntries(Array.from(from, (letter, at) => [letter, Array.from(to)[at] ?? letter]))

// Letters of other alphabets, rare forms of Latin ones, and digits, that are read as Latin letters (after Unicode UTS #39, confusables).
const LIKE: Record<string, string> = {
  ...pairs('авеһіјкмнопрѕтухсԁԛԝѵьгӏґғҝқҡҫҳұүөҽћђзбԍӡ', 'abehijkmhonpstyxcdqwvbrirfkkkcxyyoehhebge'),
  ...pairs('αβγεζηικμνορστυχως', 'abyeznikuvopotuxwc'),
  ...pairs('օոսհցզյլգեւ', 'onuhgqjlqtu'),
  ...pairs('וןסاهة', 'iioioo'),
  ...pairs('łđøħŧɨƚƀɇǥɉɍʉɏƶⱥȼⱦɫƈɓɗƒɠƙɲŋƥʋƴɛɩəɔıȷɡɑℓ', 'idohtiibegjruyzactlcbdfgknnpvyeieciigai'),
  ...pairs('ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ', 'abcdefghijkimnopqrstuvwyz'),
  ...pairs('01235l|!ǀ', 'oizesiiii'),
  ...{ ȷ: 'j', ß: 'ss', æ: 'ae', œ: 'oe', ð: 'd', þ: 'p', ӕ: 'ae', ꭓ: 'x' },
}

/** Capitals whose small form is read as another letter. */
const CAPITAL_LIKE: Record<string, string> = { Η: 'H', Ν: 'N', Υ: 'Y', Μ: 'M', Հ: 'Z', Լ: 'L', Ս: 'U', Տ: 'S' }

// What only Latin, Greek, Cyrillic and Arabic put on top of a letter; the signs of other scripts are letters of the word.
const ACCENTS = /(?![\u3099\u309a])\p{Script=Inherited}/gu
const UNREAD = /[^\p{L}\p{M}\p{N}|!]|[\u02b0-\u02ff\ua78b\ua78c]|\p{Default_Ignorable_Code_Point}/gu

/** What a name looks like: names that are read as the same one have the same skeleton (after Unicode UTS #39). */
export function nameSkeleton(name: string): string {
  const folded = normalForm(name, 'NFKD').toLowerCase().replace(ACCENTS, '').replace(UNREAD, '')
  return Array.from(folded, (letter) => LIKE[letter] ?? letter)
    .join('')
    .replaceAll('l', 'i')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
}

const inCapitals = (name: string) =>
  Array.from(normalForm(name, 'NFKD').toUpperCase(), (letter) => CAPITAL_LIKE[letter] ?? letter).join('')
const looksOf = (name: string) => [nameSkeleton(name), nameSkeleton(inCapitals(name))]

// The scripts in everyday use that Unicode recommends for names (UAX #31, table 5).
const SCRIPTS = [
  ...['Latin', 'Arabic', 'Armenian', 'Bengali', 'Bopomofo', 'Cyrillic', 'Devanagari', 'Ethiopic', 'Georgian', 'Greek'],
  ...['Gujarati', 'Gurmukhi', 'Han', 'Hangul', 'Hebrew', 'Hiragana', 'Kannada', 'Katakana', 'Khmer', 'Lao'],
  ...['Malayalam', 'Myanmar', 'Oriya', 'Sinhala', 'Tamil', 'Telugu', 'Thaana', 'Thai', 'Tibetan'],
] as const
type Script = (typeof SCRIPTS)[number]
const LETTER_OF = SCRIPTS.map((script) => ({ script, pattern: new RegExp(`\\p{Script=${script}}`, 'u') }))

// Written together in one word: Japanese, Korean, Chinese with its phonetic letters.
const TOGETHER: readonly (readonly Script[])[] = [
  ['Han', 'Hiragana', 'Katakana'],
  ['Han', 'Hangul'],
  ['Han', 'Bopomofo'],
]

// Latin letters of alphabets in use; the others are phonetic signs, small capitals and clicks.
const LATIN_IN_USE = /[A-Za-zªº\u00c0-\u01bf\u01c4-\u024f\u1e00-\u1effɓɖɗəɛɣɩɲɔʋʃʊʒɨʉɯʌ]/u
// Beside letters: what stands in names, and what joins or parts letters in Persian, Indic and Tibetan ones.
const ALLOWED = /^[\p{L}\p{M}0-9\s'’ʼ‘ʻ՚׳״\-‐‑–.,·・()/&"“”«»\u0f0b\u200c\u200d]*$/u
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu
const SHARED = /\p{Script=Common}|\p{Script=Inherited}/u

const isInUse = (letter: string) =>
  SHARED.test(letter) ||
  (/\p{Script=Latin}/u.test(letter) ? LATIN_IN_USE.test(letter) : LETTER_OF.some(({ pattern }) => pattern.test(letter)))

/** True for a word whose letters are not all of one script, or of scripts that are written together. */
function isMixed(word: string): boolean {
  const used = LETTER_OF.filter(({ pattern }) => pattern.test(word)).map(({ script }) => script)
  return used.length > 1 && !TOGETHER.some((group) => used.every((script) => group.includes(script)))
}

/** Why a name is not written as names are: no letter, signs that only imitate letters, or a word out of two alphabets. */
export function nameLetterRefusals(name: string): Reason[] {
  const text = normalForm(name, 'NFKC')
  if (!/\p{L}/u.test(text.replace(UNSEEN, ''))) return [{ key: 'auth.nameNoLetter', path: 'name' }]
  const letters = text.match(/[\p{L}\p{M}]/gu) ?? []
  if (!ALLOWED.test(text) || !letters.every(isInUse)) return [{ key: 'auth.nameLetters', path: 'name' }]
  return text.split(/[\s()/]+/u).some(isMixed) ? [{ key: 'auth.nameMixed', path: 'name' }] : []
}

/** Why a person may not be called so among these people: the name reads as that of one of them, or is written so that it might. */
export function lookAlikeRefusals(name: string, others: readonly string[]): Reason[] {
  const looks = looksOf(name)
  const taken = others.find((other) => looksOf(other).some((look) => look !== '' && looks.includes(look)))
  return taken === undefined
    ? nameLetterRefusals(name)
    : [{ key: 'auth.nameTaken', path: 'name', values: { name: taken } }]
}
