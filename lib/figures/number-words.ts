import { numberOf } from '@/lib/figures/quantity'
import { normalForm } from '@/lib/text/normal-form'

/** A number as a text says it; `start` and `end` are places in UTF-16. */
export type FoundNumber = {
  value: number
  /** "exact": 13, "treize" · "about": une centaine · "vague": des dizaines, of which `value` is the least. */
  kind: 'exact' | 'about' | 'vague'
  /** Nothing but an article that may mean one: "un", "a". */
  isArticle: boolean
  start: number
  end: number
}

type Token = { word: string; start: number; end: number; digits: number | null }

const table = (words: string, from: number, step = 1) =>
  words.split(' ').map((word, index): [string, number] => [word, from + index * step])

// French and English in one table, without accents: no word of one means another number in the other.
const SMALL = new Map<string, number>([
  ...table('zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize', 0),
  ...table('zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen', 0),
  ...table('seventeen eighteen nineteen', 17),
  ...table('vingt trente quarante cinquante soixante septante huitante nonante', 20, 10),
  ...table('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10),
  ['une', 1],
  ['octante', 80],
  ['vingts', 20],
])
const HUNDREDS = new Set(['cent', 'cents', 'hundred'])
const SCALES = new Map<string, number>([
  ...['mille', 'mil', 'thousand'].map((word): [string, number] => [word, 1e3]),
  ...['million', 'millions'].map((word): [string, number] => [word, 1e6]),
  ...['milliard', 'milliards', 'billion', 'billions'].map((word): [string, number] => [word, 1e9]),
])
/** "une centaine", "two dozen": about so many. */
const ABOUT = new Map<string, number>([
  ...table('huitaine neuvaine dizaine', 8),
  ...table('dizaine vingtaine trentaine quarantaine cinquantaine soixantaine', 10, 10),
  ...[
    ['douzaine', 12],
    ['dozen', 12],
    ['quinzaine', 15],
    ['centaine', 100],
    ['millier', 1000],
    ['couple', 2],
  ].map(([word, value]): [string, number] => [String(word), Number(value)]),
])
// The least that a vague word says, as ACLED counts it: "10 for tens, 12 for dozens, 100 for hundreds, and so on" (ACLED,
// "FAQs: Fatalities", 7 May 2024). UCDP likewise keeps to the low estimate where a report is vague.
const VAGUE = new Map<string, number>([
  ...table('dizaines douzaines', 10, 2),
  ...table('tens dozens', 10, 2),
  ['vingtaines', 20],
  ['scores', 20],
  ...table('centaines milliers', 100, 900),
  ...table('hundreds thousands', 100, 900),
])
/** A plural that says nothing more: two at least. */
const SEVERAL = new Set([
  'plusieurs',
  'several',
  'quelques',
  'few',
  'many',
  'nombreux',
  'nombreuses',
  'poignee',
  'handful',
])

const WORDS = /\d{1,3}(?:[ \u00a0\u202f'’.,]\d{3})+(?!\d)|\d+(?:[.,]\d+)?|\p{L}+/gu

/** Without accents and in small letters; as long as the text, so that places stay. */
const folded = (text: string) =>
  text.replace(/\p{L}/gu, (letter) => {
    const [bare = letter] = normalForm(letter, 'NFD')
    const small = bare.toLowerCase()
    return small.length === letter.length ? small : letter
  })

const tokensOf = (text: string): Token[] =>
  [...folded(text).matchAll(WORDS)].map((match) => ({
    word: match[0],
    start: match.index,
    end: match.index + match[0].length,
    digits: /^\d/.test(match[0]) ? numberOf(match[0]) : null,
  }))

/** What a small number word makes of the hundreds read so far; null when it begins another number. */
function withSmall(current: number, word: string, value: number): number | null {
  const below = current % 100
  if (value === 20 && below === 4 && word.startsWith('vingt')) return current + 76
  if (below === 0) return value === 0 && current > 0 ? null : current + value
  if (value > 0 && value < 10 && below >= 20 && below % 10 === 0) return current + value
  // "dix-sept", "soixante-dix", "quatre-vingt-onze".
  if (below === 10 && value >= 7 && value < 10) return current + value
  return value >= 10 && value < 20 && (below === 60 || below === 80) ? current + value : null
}

/** Reads one number that begins at a token; null when none does. Answers the token after it. */
function numberAt(tokens: readonly Token[], from: number, text: string) {
  const joined = (at: number) => /^\s*(?:[-‐‑]\s*)?$/.test(text.slice(tokens[at - 1]?.end, tokens[at]?.start))
  const first = tokens[from]
  let at = from
  let [total, current, read] = [0, 0, false]
  if (first?.digits != null) [current, read, at] = [first.digits, true, from + 1]
  while (at < tokens.length && (at === from || joined(at))) {
    const { word } = tokens[at] ?? { word: '' }
    const next = tokens[at + 1]?.word ?? ''
    const [small, scale] = [SMALL.get(word), SCALES.get(word)]
    if (HUNDREDS.has(word) && current < 100) current = (read && current > 0 ? current : 1) * 100
    else if (scale && (scale === 1e3 || read) && (total === 0 || scale < 1e6)) {
      total += (current || 1) * scale
      current = 0
    } else if (small !== undefined && first?.digits == null) {
      if (read && total === 0 && current === 0) break
      const sum = withSmall(current, word, small)
      if (sum === null) break
      current = sum
    } else {
      const links = word === 'et' ? /^(un|une|onze)$/.test(next) && current % 10 === 0 && current % 100 >= 20 : false
      const adds = word === 'and' && SMALL.has(next) && current % 100 === 0 && current + total >= 100
      if (!read || first?.digits != null || !joined(at + 1) || !(links || adds)) break
    }
    read = true
    at += 1
  }
  return read ? { value: total + current, next: at } : null
}

/** Reads "une centaine", "two dozen", "une demi-douzaine" at a token. */
function roundAt(tokens: readonly Token[], from: number, text: string) {
  const wordAt = (at: number) => tokens[at]?.word ?? ''
  const isHalf = /^(demi|half)$/.test(wordAt(from)) || /^(demi|half)$/.test(wordAt(from + 1))
  if (isHalf) {
    const at = [from + 1, from + 2].find((each) => ABOUT.has(wordAt(each)))
    return at === undefined ? null : { value: (ABOUT.get(wordAt(at)) ?? 0) / 2, next: at + 1 }
  }
  const number = /^an?$/.test(wordAt(from)) ? { value: 1, next: from + 1 } : numberAt(tokens, from, text)
  const at = number?.next ?? from
  const noun = ABOUT.get(wordAt(at)) ?? (number ? VAGUE.get(wordAt(at)) : undefined)
  return noun === undefined ? null : { value: (number?.value ?? 1) * noun, next: at + 1 }
}

/** Reads "un million et demi", "a million and a half", "one and a half million", "half a million" at a token. */
function halfAt(tokens: readonly Token[], from: number, text: string) {
  const wordAt = (at: number) => tokens[at]?.word ?? ''
  const big = (at: number) => (SCALES.get(wordAt(at)) ?? 0) >= 1e6
  const isHalf = (at: number) => (wordAt(at) === 'and' && wordAt(at + 1) === 'a' && wordAt(at + 2) === 'half' ? 3 : 0)
  if (/^(?:demi|half)$/.test(wordAt(from))) {
    const at = /^an?$/.test(wordAt(from + 1)) ? from + 2 : from + 1
    return big(at) ? { value: (SCALES.get(wordAt(at)) ?? 0) / 2, next: at + 1 } : null
  }
  const isOne = /^(?:an?|une?)$/.test(wordAt(from))
  const number = isOne ? { value: 1, next: from + 1 } : numberAt(tokens, from, text)
  if (!number) return null
  if (isOne && /^(?:demi|half)$/.test(wordAt(number.next)) && big(number.next + 1))
    return { value: (SCALES.get(wordAt(number.next + 1)) ?? 0) / 2, next: number.next + 2 }
  // "one and a half million"
  const own = isHalf(number.next)
  if (own && number.value < 1000 && big(number.next + own)) {
    const scale = SCALES.get(wordAt(number.next + own)) ?? 0
    return { value: (number.value + 0.5) * scale, next: number.next + own + 1 }
  }
  const end = isOne && big(number.next) ? number.next + 1 : number.next
  const scale = big(end - 1) ? (SCALES.get(wordAt(end - 1)) ?? 0) : 0
  if (!scale) return null
  const value = isOne ? scale : number.value
  const french = wordAt(end) === 'et' && /^demie?$/.test(wordAt(end + 1)) ? 2 : 0
  const more = french || isHalf(end)
  return more || isOne ? { value: value + (more ? scale / 2 : 0), next: end + more } : null
}

/** Every number of a text in French or English words or digits, in order. Never throws. */
export function findNumbers(text: string): FoundNumber[] {
  const tokens = tokensOf(text)
  const found: FoundNumber[] = []
  const add = (from: number, next: number, value: number, kind: FoundNumber['kind'], isArticle = false) =>
    found.push({ value, kind, isArticle, start: tokens[from]?.start ?? 0, end: tokens[next - 1]?.end ?? 0 })
  for (let at = 0; at < tokens.length; ) {
    const { word } = tokens[at] ?? { word: '' }
    const next = tokens[at + 1]?.word ?? ''
    const before = tokens[at - 1]?.word ?? ''
    // "twice as many", "how many" say no number.
    const isCompared = word === 'many' && /^(?:as|how|so|too)$/.test(before)
    const vague = VAGUE.get(word) ?? (SEVERAL.has(word) && !isCompared && !VAGUE.has(next) ? 2 : undefined)
    if (vague !== undefined) {
      // "des dizaines de milliers", "hundreds of thousands".
      const of = /^(de|of)$/.test(next) ? tokens[at + 2]?.word : undefined
      const times = of === undefined ? undefined : (VAGUE.get(of) ?? SCALES.get(of))
      add(at, times ? at + 3 : at + 1, vague * (times ?? 1), 'vague')
      at += times ? 3 : 1
      continue
    }
    const half = halfAt(tokens, at, text)
    const round = half ? null : roundAt(tokens, at, text)
    const number = half ?? round ?? numberAt(tokens, at, text)
    if (round) add(at, round.next, round.value, 'about')
    else if (half) add(at, half.next, half.value, 'exact')
    else if (number) add(at, number.next, number.value, 'exact', number.next === at + 1 && /^une?$/.test(word))
    at = number?.next ?? at + 1
  }
  return found
}
