import { withoutEntities } from './entities'
import { lineStrokes } from './line-strokes'
import { normalForm } from './normal-form'

/**
 * Which folding this is. Raised by whoever changes what a text folds to, how its words are counted, or where its sentences end: what is
 * kept of texts is then computed anew in the background. `name_key` of the database is the same folding, and is changed with it.
 */
export const FOLDING = 3

// What takes no ink, marks above and below letters, and the stroke that makes an Arabic word longer. Written out and not asked
// of the engine, so that the database has the same. The marks of India, Thailand and Japan make other letters, and stay.
const DROPPED =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each is taken out by itself
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u08ca-\u08e1\u08e3-\u08ff\u115f\u1160\u17b4\u17b5\u180b-\u180f\u1ab0-\u1ace\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\u20f0\u2800\u3164\ufe00-\ufe0f\ufe20-\ufe2f\ufeff\uffa0\ufff0-\ufffc\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]+/gu

// What Unicode does not take apart, and people write either way. Of Arabic letters those that a Persian keyboard has instead.
const LETTERS = new Map(
  Object.entries({
    ...{ œ: 'oe', æ: 'ae', ß: 'ss', þ: 'th', ø: 'o', ł: 'l', đ: 'd', ð: 'd', ħ: 'h', ŧ: 't', ı: 'i', ς: 'σ' },
    ...{ '\u0649': '\u064a', '\u06cc': '\u064a', '\u06a9': '\u0643', '\u06c1': '\u0647', '\u0671': '\u0627' },
    '\u2044': '/',
  }),
)
// Arabic, Persian, those of India and Bangladesh, Thai.
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50]
for (const zero of ZEROS)
  for (let digit = 0; digit < 10; digit++) LETTERS.set(String.fromCharCode(zero + digit), String(digit))
const OTHER_LETTER = new RegExp(`[${[...LETTERS.keys()].join('')}]`, 'gu')

const APOSTROPHES = /[\u2018\u2019\u201a\u201b\u02b9\u02bb-\u02bd\u2032\u05f3`]/g
const DASHES = /[\u2010-\u2015\u2043\u2212\u058a\u05be\u2e3a\u2e3b]/g
const QUOTES = /''+|["\u00ab\u00bb\u201c-\u201f\u2039\u203a\u05f4\u3008-\u300f\u301d-\u301f]/g

const foldPlain = (text: string): string =>
  // An accent alone, typed for an apostrophe, would come apart as a space and a mark.
  normalForm(
    normalForm(text.replaceAll('\u00b4', "'"), 'NFKD')
      .replace(DROPPED, '')
      .toLowerCase()
      .replace(OTHER_LETTER, (letter) => LETTERS.get(letter) ?? letter),
    'NFC',
  )
    .replace(APOSTROPHES, "'")
    .replace(DASHES, '-')
    .replace(QUOTES, ' ')
    .replace(/\s+/g, ' ')

/**
 * The one folding, by which texts, names and what is searched are compared: what no reader sees or minds is gone. No case, accents, ligatures,
 * quotation marks, soft hyphens, zero-width characters, marks of direction and line-end hyphens; one kind of apostrophe, dash, space
 * and digit; entities are the characters that they call. Linear. What is stored keeps all of it.
 */
export function foldText(text: string): string {
  let from = 0
  let joined = ''
  for (const stroke of lineStrokes(text)) {
    joined += text.slice(from, stroke.from) + (stroke.stays ? '-' : '')
    from = stroke.to
  }
  return foldPlain(withoutEntities(joined + text.slice(from)))
}

/** A folded text, and where in the stored one each of its units begins and ends (UTF-16). */
export type FoldedPlaces = { folded: string; starts: readonly number[]; ends: readonly number[] }

// What is folded by itself: an entity, space, several apostrophes, Korean letters that make a syllable, a letter with its marks.
const UNIT =
  /&(?:amp;)*[#\w]{2,9};|\s+|['\u2018\u2019\u2032\u00b4`]+|[\u1100-\u1112][\u1161-\u1175]?[\u11a8-\u11c2]?|\P{M}[\p{M}\uff9e\uff9f]*|\p{M}+/gu

/** Folds a text so that what is found in it is known to stand in the stored text. */
export function foldPlaces(text: string): FoldedPlaces {
  const [pieces, starts, ends]: [string[], number[], number[]] = [[], [], []]
  let last = ''
  const add = (folded: string, from: number, to: number) => {
    const units = last === ' ' && folded.startsWith(' ') ? folded.slice(1) : folded
    if (units === '') return
    pieces.push(units)
    last = units.charAt(units.length - 1)
    for (let at = 0; at < units.length; at++) {
      starts.push(from)
      ends.push(to)
    }
  }
  const addUnits = (from: number, to: number) => {
    for (const { 0: unit, index } of text.slice(from, to).matchAll(UNIT))
      add(foldPlain(withoutEntities(unit)), from + index, from + index + unit.length)
  }
  let from = 0
  for (const stroke of lineStrokes(text)) {
    addUnits(from, stroke.from)
    if (stroke.stays) add('-', stroke.from, stroke.to)
    from = stroke.to
  }
  addUnits(from, text.length)
  return { folded: pieces.join(''), starts, ends }
}
