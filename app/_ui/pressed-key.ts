/** What is asked of a keydown. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** Set on the root of the page where somebody has switched single keys off. */
const SINGLE_KEYS_OFF = 'off'
const hasSingleKeys = () =>
  typeof document === 'undefined' || document.documentElement.dataset.singleKeys !== SINGLE_KEYS_OFF

const LATIN = /\p{Script=Latin}/u
const OTHER_LETTERS = /^[\p{L}\p{M}]+$/u
const LETTER_PLACE = /^Key([A-Z])$/
const DIGIT_PLACE = /^(?:Digit|Numpad)(\d)$/
const OTHER_DIGIT = /^\p{Nd}$/u
// Where letters of another script are typed, signs stand elsewhere too: these are meant by the place of the key.
const SIGN_PLACES: Readonly<Record<string, string>> = { Period: '.' }
const SIGNS: Readonly<Record<string, string>> = { '؟': '?', '？': '?', '。': '.' }

/** The digit of the upper row, with or without Shift: on French and Czech keyboards its keys give other signs without. */
function digitOf({ key, code, shiftKey }: KeyPress): string | null {
  if (/^\d$/.test(key)) return key
  const digit = DIGIT_PLACE.exec(code)?.[1]
  if (digit === undefined || key.length !== 1) return null
  return !shiftKey || OTHER_DIGIT.test(key) ? digit : null
}

/** A letter of ours: the one that was typed; of another script, the one that stands at the key's place on the most common keyboard. */
function signOf(press: KeyPress): string {
  const { key, code } = press
  const digit = digitOf(press)
  if (digit !== null) return digit
  if (OTHER_LETTERS.test(key) && !LATIN.test(key))
    return LETTER_PLACE.exec(code)?.[1]?.toLowerCase() ?? SIGN_PLACES[code] ?? key
  return SIGNS[key] ?? key.toLowerCase()
}

/**
 * The one place that says which command a keydown means: "j", "3", "?", "enter", "arrowup"; with Ctrl or Command "mod+z", with Alt
 * "alt+arrowup". Empty for a letter, digit or sign by itself where single keys are switched off (WCAG 2.1.4).
 */
export function pressedKey(press: KeyPress, singleKeys = hasSingleKeys()): string {
  const sign = signOf(press)
  const held = `${press.ctrlKey || press.metaKey ? 'mod+' : ''}${press.altKey ? 'alt+' : ''}`
  // Named keys have long names; Arabic has a key of two letters.
  const isNamed = press.key.length > 1 && LATIN.test(press.key)
  return held === '' && !isNamed && !singleKeys ? '' : held + sign
}
