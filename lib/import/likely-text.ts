// Letters of French, English and their neighbours, by which most texts here are known.
const COMMON = /[éèàçêâôûîïëüùœæñäößáíóúÉÀÈÇÊÔÎŒ]/u
// Those by which other Latin alphabets are known.
const OF_OTHERS = /[ąęłśżźćńřšžčěůőűşığțșāēīėįųơưđ]/iu
const COMMON_HAN = new Set(
  '的一是不了在人有我他这個个上們们來来到時时大地為为子中你說说生國国年着就那和要她出也得里後后自以會会家可下而過过天去能對对小多然於于心學学么之都好看起發发當当沒没成只如事把還还用第樣样道想作種种開开美總总從从無无情己面最女但現现前些所同日手又行意動动方期它頭头經经長长兒儿回位分愛爱老因很給给名法間间斯知世什兩两次使身者被高已親亲其進进此話话常與与活正感部防認认確确場场炸死傷伤軍军兵士府政',
)
const TYPOGRAPHIC = /[’‘“”«»–—…€\u00a0\u202f°„‚]/u
const LETTER = /\p{L}/u
const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Arabic}/u,
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
  /\p{Script=Hangul}/u,
  /\p{Script=Thai}/u,
]
const HALF_KATAKANA = /[\uff61-\uff9f]/u
const NEVER = /[\ufffd\p{Co}\p{Cn}\u0080-\u009f]/u
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what tells
const CONTROL = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/u

const scriptOf = (character: string) => SCRIPTS.findIndex((script) => script.test(character))

function worth(character: string, before: string, after: string): number {
  if (NEVER.test(character) || CONTROL.test(character)) return -6
  const [isLetter, wasLetter, willBeLetter] = [character, before, after].map((each) => LETTER.test(each))
  if (!isLetter) {
    // Spanish opens its questions.
    if (/[¿¡]/.test(character) && !wasLetter && /\p{Lu}/u.test(after)) return 1.5
    // A quotation mark amid letters is an apostrophe; any other sign there is a letter of another encoding.
    if (TYPOGRAPHIC.test(character)) return wasLetter && willBeLetter && !/[’‘\u00a0–—]/u.test(character) ? -2 : 1.5
    return wasLetter || willBeLetter ? -3 : -0.5
  }
  if (HALF_KATAKANA.test(character)) return -1
  const script = scriptOf(character)
  const isMixed = (neighbour: string) => LETTER.test(neighbour) && scriptOf(neighbour) !== script
  if (isMixed(before) || isMixed(after)) return /[\p{Script=Han}]/u.test(character) ? 0 : -2.5
  if (script === 5) return COMMON_HAN.has(character) ? 3 : /[\u3040-\u30ff]/u.test(character) ? 2 : 0.4
  if (script === 6) return 1.5
  // Capitals do not follow small letters within a word.
  if (/\p{Lu}/u.test(character) && /\p{Ll}/u.test(before)) return -3
  if (script < 0) return -1
  if (character === 'Ÿ') return -2
  if (script === 0) {
    const besides = [before, after].filter((each) => each > '\u007f' && LETTER.test(each)).length
    // Latin words have a letter with an accent here and there, and hardly ever three in a row.
    if (besides > 0) return besides === 2 ? -2 : 0
    return COMMON.test(character) ? 2 : OF_OTHERS.test(character) ? 1.5 : 0.8
  }
  return 1.5
}

const SAMPLE = 8000

/**
 * How much a text that was read from bytes looks like one that somebody wrote: the mean worth of what is not ASCII in its
 * first part, up to 3; below 0 it hardly is. 0 for nothing but ASCII.
 */
export function likeliness(text: string): number {
  let [sum, count] = [0, 0]
  let before = ''
  const characters = Array.from(text.slice(0, SAMPLE))
  for (const [at, character] of characters.entries()) {
    if (character > '\u007f' || CONTROL.test(character)) {
      sum += worth(character, before, characters[at + 1] ?? '')
      count += 1
    }
    before = character
  }
  return count === 0 ? 0 : sum / count
}
