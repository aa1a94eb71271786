import { isNoQuantity } from '@/lib/figures/no-quantity'
import { type FoundNumber, findNumbers } from '@/lib/figures/number-words'
import { type CountedReading, countsPeople, countsTime, readCounted } from '@/lib/figures/read-counted'
import type { FigureQualifier } from '@/prisma/generated/enums'

/** What words say of how many, as a proposal for the fields of a figure. `words`: those that say it. */
export type QuantityReading = CountedReading & {
  qualifier: FigureQualifier
  low: number | null
  best: number | null
  high: number | null
  words: string
}

type Bounds = Pick<QuantityReading, 'qualifier' | 'low' | 'best' | 'high'>
const bounds = (qualifier: FigureQualifier, part: Partial<Bounds>): Bounds => ({
  ...{ low: null, best: null, high: null },
  ...part,
  qualifier,
})

// What is said of a number stands beside it: so far is looked to each side, in UTF-16 units.
const BESIDE = 120
const leftOf = (text: string, at: number) => text.slice(Math.max(0, at - BESIDE), at)
const rightOf = (text: string, at: number) => text.slice(at, at + BESIDE)

const ENDS = "(?:\\s+(?:de|des|d'|d’|of|les|the|to|an?))?[\\s'’]*$"
const before = (words: string) => new RegExp(`(?<!\\p{L})(?:${words})${ENDS}`, 'iu')
const after = (words: string) => new RegExp(`^(?:\\s+\\p{L}+)?[\\s,(]*(?:${words})(?!\\p{L})`, 'iu')

type NumberPattern = { pattern: RegExp; of: (value: number) => Bounds }
const atLeast = (low: number) => bounds('AT_LEAST', { low })
const moreThan = (low: number) => bounds('MORE_THAN', { low })
const about = (best: number) => bounds('ABOUT', { best })
const upTo = (high: number) => bounds('UP_TO', { high })

/** Words before a number, then words behind it; the first that fits holds. */
const BEFORE: readonly NumberPattern[] = [
  {
    pattern: before('au moins|au minimum|minimum|pas moins|at least|(?:no|not) (?:fewer|less) than|a minimum'),
    of: atLeast,
  },
  { pattern: before('(?:pas|guère) plus(?: d)?|(?:no|not) (?:more than|over|above)'), of: upTo },
  { pattern: before('plus|plus d|davantage|more than|over|upwards|above|au-delà'), of: moreThan },
  {
    pattern: before(
      'environ|près|presque|à peu près|quelques?|autour|quasiment|plus ou moins|about|around|nearly|almost|some|roughly|approximately|close|circa|an estimated|near',
    ),
    of: about,
  },
  {
    pattern: before("jusqu['’](?:à|aux?)|au plus|au maximum|moins|up|as many as|at most|fewer than|less than|under"),
    of: upTo,
  },
]
const BEHIND: readonly NumberPattern[] = [
  { pattern: /^\+/u, of: atLeast },
  { pattern: after('au moins|au minimum|ou plus|at least|or more'), of: atLeast },
  { pattern: after('environ|à peu près|or so|ou à peu près'), of: about },
  { pattern: after('au plus|au maximum|at most|ou moins|or less|or fewer'), of: upTo },
]

const BETWEEN = /(?<!\p{L})(?:entre|between)\s+$/iu
const FROM_TO =
  /^\s*(?:à|ou|to|or|[-‐‑–—])\s*(?:(?:just|only|about|some|seulement|à peine|environ|plus de|more than|at least|au moins)\s+)?$/iu
// "de 95 morts à 170"
const NOUN_TO = /^\s+\p{L}+\s+(?:à|to)\s+$/iu
const AND = /^\s*(?:et|and)\s*$/iu
// "est passé de 95 à 170": two numbers, of which the second holds.
const ROSE =
  /(?:pass|mont|grimp|augment|port|baiss|ris|ros|climb|jump|increas|grew|grown|went|gone|fell|fallen|drop|declin|plung|slid|slump|shr[aiu]nk|reduc|réduit|tomb|recul|descend|chut|revis|révis|down|up)\p{L}*\s+(?:\p{L}+\s+){0,2}(?:de|d['’]|from|by)\s*$/iu

const MONTHS =
  'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|january|february|march|april|may|june|july|august|september|october|november|december'
const MONTH_BEHIND = new RegExp(`^(?:er|st|nd|rd|th)?\\s+(?:of\\s+)?(?:${MONTHS})(?!\\p{L})`, 'iu')
const MONTH_BEFORE = new RegExp(`(?:${MONTHS})\\s+$`, 'iu')
const isDate = (number: FoundNumber, text: string) => {
  const [left, right] = [leftOf(text, number.start), rightOf(text, number.end)]
  if (/^[\p{L}°]|^[:/]\d/u.test(right) || /\p{L}$|\d[:/]$/u.test(left)) return true
  if (MONTH_BEHIND.test(right)) return true
  const isYear = /^(?:19|20)\d\d$/.test(text.slice(number.start, number.end))
  if (MONTH_BEFORE.test(left)) return isYear || number.value <= 31
  return isYear && /(?<!\p{L})(?:en|in|since|depuis|by|année|year)\s+$/iu.test(left)
}

const rangeOf = (one: FoundNumber, other: FoundNumber | undefined, text: string): Bounds | null => {
  if (!other || one.kind !== 'exact' || other.kind !== 'exact') return null
  if (other.start - one.end > BESIDE) return null
  const [left, middle] = [leftOf(text, one.start), text.slice(one.end, other.start)]
  const rose = ROSE.test(left)
  const isRange = FROM_TO.test(middle) || (AND.test(middle) && BETWEEN.test(left)) || (rose && NOUN_TO.test(middle))
  if (!isRange) return null
  if (rose) return bounds('EXACT', { best: other.value })
  // "2 à 3 millions", "deux à trois cents"; what is no round number of hundreds was not said in them.
  const scales = [1e9, 1e6, 1e3, ...(other.value % 100 === 0 ? [100] : [])]
  const scale = scales.find((each) => other.value >= each && /\p{L}/u.test(text.slice(other.start, other.end)))
  // "5 à 6 000 civils"
  const grouped =
    /^\d{1,3}(?:[ \u00a0\u202f.,]000)+$/u.test(text.slice(other.start, other.end)) && one.value < 100 ? 1e3 : 0
  if (grouped && one.value * grouped < other.value && /^\d+$/.test(text.slice(one.start, one.end)))
    return bounds('RANGE', { low: one.value * grouped, high: other.value })
  const low = scale && one.value < 1000 && one.value * scale < other.value ? one.value * scale : one.value
  return low < other.value ? bounds('RANGE', { low, high: other.value }) : null
}

function boundsOf({ value, kind, start, end }: FoundNumber, text: string): Bounds {
  if (kind === 'vague') return bounds('VAGUE', { low: value })
  const [left, right] = [leftOf(text, start), rightOf(text, end)]
  const said =
    BEFORE.find(({ pattern }) => pattern.test(left)) ?? BEHIND.find(({ pattern }) => pattern.test(right)) ?? null
  if (said) return said.of(value)
  return kind === 'about' ? about(value) : bounds('EXACT', { best: value })
}

const NONE =
  /(?<!\p{L})(?:(?:aucune?|nulle?|no)\s+(?=(?:morts?|décès|blessée?s?|victimes?|disparue?s?|tu[ée]|deaths?|injur|casualt|fatalit|wounded|dead|survivors?|survivant))|(?:no\s?one|nobody|none|personne\sn[e’'])(?=[^.;!?]{0,60}(?:killed|hurt|injured|wounded|died|dead|missing|tu[ée]|bless|mort|dispar)))/iu

const COUNTS = 2
/** How fit a number is to be the figure: people beside it, then anything, then times and articles. */
const fitness = (number: FoundNumber, next: FoundNumber | undefined, text: string, isAlone: boolean): number => {
  const right = text.slice(number.end, next?.start)
  if (number.isArticle && !isAlone && !countsPeople(right)) return 0
  if (countsTime(right)) return 1
  return countsPeople(right) ? 3 : COUNTS
}

type Numbers = { text: string; numbers: readonly FoundNumber[]; fits: readonly number[] }

function numbersIn(text: string): Numbers {
  const numbers = findNumbers(text).filter((number) => !isDate(number, text) && !isNoQuantity(number, text))
  const said = text.trim().length
  const fits = numbers.map((number, index) =>
    fitness(number, numbers[index + 1], text, said === number.end - number.start),
  )
  return { text, numbers, fits }
}

// "13 soldats et 170 civils ont été tués": what is said behind the second is said of both.
const JOINS = /(?<!\p{L})(?:et|and)\s(?:\p{L}+\s){0,3}$/iu

/** Of whom or what the numbers from one index to another are said. */
function countedAt({ text, numbers }: Numbers, from: number, last: number): CountedReading {
  const [start, end] = [numbers[from]?.start ?? 0, numbers[last]?.end ?? 0]
  const next = numbers[last + 1]
  const beside = text.slice(end, next?.start)
  const counted = readCounted(text.slice(numbers[from - 1]?.end ?? 0, start), beside)
  const isOpen = counted.measure === null || counted.measure === 'OTHER'
  // "killed at least 170 Afghans and 13 soldiers": what is said before the first is said of both.
  const previous = numbers[from - 1]
  if (
    isOpen &&
    previous &&
    countsPeople(beside) &&
    JOINS.test(text.slice(previous.end, start)) &&
    start - previous.end < BESIDE
  ) {
    const earlier = readCounted(text.slice(Math.max(0, previous.start - BESIDE), previous.start), '').measure
    if (earlier && earlier !== 'OTHER') return { ...counted, measure: earlier, unit: null }
  }
  // "de 160 morts à 90"
  const within =
    isOpen && from < last ? readCounted('', text.slice(numbers[from]?.end, numbers[last]?.start)).measure : null
  if (within && within !== 'OTHER') return { ...counted, measure: within, unit: null }
  if (!next || !isOpen || beside.length > BESIDE || !JOINS.test(beside) || !countsPeople(beside)) return counted
  const { measure } = readCounted('', text.slice(next.end, numbers[last + 2]?.start))
  return measure === null || measure === 'OTHER' ? counted : { ...counted, measure, unit: null }
}

/** What is said with the number at an index, and the index of the last number that it takes: a range takes two. */
function readingAt(found: Numbers, at: number): { reading: QuantityReading; last: number } | null {
  const { text, numbers } = found
  const number = numbers[at]
  if (!number) return null
  const previous = numbers[at - 1]
  // People stand behind the second number of a range, which therefore is the fitter one.
  const opened = previous && rangeOf(previous, number, text)
  const range = opened ?? rangeOf(number, numbers[at + 1], text)
  const [from, last] = opened ? [at - 1, at] : [at, range ? at + 1 : at]
  const [start, end] = [numbers[from]?.start ?? number.start, numbers[last]?.end ?? number.end]
  const reading = {
    ...(range ?? boundsOf(number, text)),
    ...countedAt(found, from, last),
    words: text.slice(start, end),
  }
  return { reading, last }
}

function readNone(text: string): QuantityReading | null {
  const none = NONE.exec(text)
  if (!none) return null
  const right = text.slice(none.index + none[0].length)
  return { ...bounds('EXACT', { best: 0 }), ...readCounted('', right), words: none[0].trim() }
}

/**
 * Reads French or English words into the fields of a figure: "au moins treize", "près de 200", "des dizaines". Null when they
 * say no number. A proposal for a person, who sees it before it counts; never throws.
 */
export function readQuantity(text: string): QuantityReading | null {
  const found = numbersIn(text)
  const best = found.fits.reduce((most, fit) => Math.max(most, fit), 0)
  const read = best > 0 ? readingAt(found, found.fits.indexOf(best)) : null
  return read?.reading ?? readNone(text)
}

/** How many, as far as two figures of one passage are told apart by it. */
export type Amount = Pick<QuantityReading, 'low' | 'best' | 'high'>
const isAmount = (one: Amount, other: Amount) =>
  one.low === other.low && one.best === other.best && one.high === other.high

/**
 * What `readQuantity` reads of words of which some figures are there already: the first of their quantities that none of
 * these states, else what it reads of them all.
 */
export function readNextQuantity(text: string, stated: readonly Amount[]): QuantityReading | null {
  const first = readQuantity(text)
  const isNew = (reading: QuantityReading) => !stated.some((each) => isAmount(each, reading))
  if (!first || isNew(first)) return first
  const found = numbersIn(text)
  for (let at = 0; at < found.numbers.length; at++) {
    const read = (found.fits[at] ?? 0) >= COUNTS ? readingAt(found, at) : null
    if (read && isNew(read.reading)) return read.reading
    at = read?.last ?? at
  }
  return first
}
