import { FigureMeasure, FigureQualifier } from '@/prisma/generated/enums'

/** The numbers of a figure, as far as they are stated. */
export type Quantity = {
  measure: FigureMeasure
  qualifier: FigureQualifier
  unit: string | null
  low: number | null
  best: number | null
  high: number | null
}

type Bound = 'low' | 'best' | 'high'
const BOUNDS = ['low', 'best', 'high'] as const

/** The number that a qualifier is about, best choice first: "at least 13" is about the low one. */
const LEADING: Record<FigureQualifier, readonly Bound[]> = {
  EXACT: ['best'],
  AT_LEAST: ['low', 'best', 'high'],
  MORE_THAN: ['low', 'best', 'high'],
  ABOUT: ['best', 'low', 'high'],
  UP_TO: ['high', 'best', 'low'],
  RANGE: [],
  VAGUE: [],
}

/** The number to show beside the qualifier's words; null for a range and for vague words. */
export function leadingNumber(quantity: Quantity): number | null {
  const bound = LEADING[quantity.qualifier].find((each) => quantity[each] !== null)
  return bound ? quantity[bound] : null
}

/** The field in which a person types the number of a qualifier. */
const leadingBound = (qualifier: FigureQualifier): Bound => LEADING[qualifier][0] ?? 'best'

export type QuantityReason = { key: string; path: Bound | 'unit' }

const LOW_MISSING = { key: 'figure.lowMissing', path: 'low' } as const
const BEST_MISSING = { key: 'figure.bestMissing', path: 'best' } as const
const HIGH_MISSING = { key: 'figure.highMissing', path: 'high' } as const

/** Numbers that a qualifier cannot do without, as the reasons for which they are asked for. */
const NEEDED: Partial<Record<FigureQualifier, readonly { key: string; path: Bound }[]>> = {
  EXACT: [BEST_MISSING],
  RANGE: [LOW_MISSING, HIGH_MISSING],
}

/** Every reason why these numbers cannot stand together; empty when they can. */
export function quantityReasons(quantity: Quantity): QuantityReason[] {
  const { measure, qualifier, unit, low, best, high } = quantity
  const stated = BOUNDS.filter((bound) => quantity[bound] !== null)
  const missing = (NEEDED[qualifier] ?? []).filter(({ path }) => quantity[path] === null)
  const reasons: QuantityReason[] = [...missing]
  if (missing.length === 0 && stated.length === 0 && qualifier !== FigureQualifier.VAGUE)
    reasons.push({ key: 'figure.numberMissing', path: leadingBound(qualifier) })
  if (low !== null && best !== null && low > best) reasons.push({ key: 'figure.lowAboveBest', path: 'low' })
  if (best !== null && high !== null && best > high) reasons.push({ key: 'figure.bestAboveHigh', path: 'high' })
  if (best === null && low !== null && high !== null && low > high)
    reasons.push({ key: 'figure.lowAboveHigh', path: 'low' })
  if (measure === FigureMeasure.OTHER) {
    if (unit === null) reasons.push({ key: 'figure.unitMissing', path: 'unit' })
    return reasons
  }
  // People are counted whole; only a quantity of something else may be a fraction or below zero.
  const impossible = stated.filter((bound) => !Number.isInteger(quantity[bound]) || Number(quantity[bound]) < 0)
  return [...reasons, ...impossible.map((path) => ({ key: 'figure.notACount', path }))]
}

const SPACES = /[\s\u00a0\u202f'’]/g
// No group of thousands begins with a nought: "0,125" is a fraction.
const GROUPED = /^-?[1-9]\d{0,2}(?:[.,]\d{3})+$/

/** The number that somebody typed in French or in English ("1 000", "1,000", "2,5"); NaN for what is none. */
export function numberOf(typed: string): number | null {
  const text = typed.replace(SPACES, '')
  if (text === '') return null
  return Number(GROUPED.test(text) ? text.replace(/[.,]/g, '') : text.replace(',', '.'))
}
