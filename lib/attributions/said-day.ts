import type { Utf16Range } from '@/lib/text/code-points'

const WEEKDAY =
  'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday'
const MONTH =
  'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|january|february|march|april|may|june|july|august|september|october|november|december'
const PART = 'matin|midi|soir|après-midi|morning|evening|afternoon|night'
const DATE = `(?:1er|\\d{1,2})\\s(?:${MONTH})(?:\\s\\d{4})?|(?:${MONTH})\\s\\d{1,2}(?:,?\\s\\d{4})?`
const NAMED =
  `(?:(?:ce|dès|le|on|early|late)\\s){0,2}(?:${WEEKDAY})(?:\\s(?:${PART}|dernier))?(?:,?\\s(?:${DATE}|(?:1er|\\d{1,2})))?` +
  `|(?:hier|yesterday)(?:\\s(?:${PART}))?|aujourd[’']hui|today|(?:le|on)\\s(?:${DATE})`
// "Tuesday’s attack" is no day of saying; "mardi prochain", "lundi et mardi" neither.
const ENDS = `(?![\\p{L}\\p{N}’'-])(?!\\s(?:prochain|next|et|ou|and|or|au|to)(?!\\p{L}))`

const BEHIND = new RegExp(`^,?\\s(${NAMED})${ENDS}`, 'iu')
const ALONE = new RegExp(`^(?:${NAMED})$`, 'iu')
const ANONYMOUS =
  /^(?:(?:sous|sur)\s(?:le\s)?(?:couvert|condition)\s(?:de\s)?l?[’']?(?:d[’'])?anonymat|on\s(?:the\s)?condition\sof\sanonymity|(?:s[’']exprimant|parlant|ayant\srequis|requérant|speaking|talking)\s[^,]{0,40}anonym\p{L}*)$/iu

// No words of a day are longer.
const LONGEST = 60

/** The words of a day that follow a place at once, in UTF-16: "a déclaré | mardi soir". Null where there are none. */
export function dayBehind(text: string, at: number): Utf16Range | null {
  const [whole, words] = BEHIND.exec(text.slice(at, at + LONGEST)) ?? []
  return whole && words ? { start: at + whole.length - words.length, end: at + whole.length } : null
}

export const isDay = (words: string): boolean => words.length <= LONGEST && ALONE.test(words)

/** Whether words between commas say when or under which condition somebody spoke, and not who: "mardi", "sous couvert d’anonymat". */
export const isCircumstance = (words: string): boolean =>
  isDay(words) || (words.length <= 2 * LONGEST && ANONYMOUS.test(words))
