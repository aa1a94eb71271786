import type { DateReading } from '@/lib/dates/read-date'
import { draftOf } from '@/lib/dates/world-date'
import { countryName } from '@/lib/figures/country'
import type { FigureView } from '@/lib/figures/queries'
import type { QuantityReading } from '@/lib/figures/read-quantity'
import type { FigureDraft } from './figure-draft'

// What is typed together is proposed together: half of a reading beside half of what somebody typed would say neither.
const GROUPS = {
  amount: ['qualifier', 'low', 'best', 'high'],
  counted: ['measure', 'unit'],
  population: ['population'],
  nationality: ['nationality'],
  asOf: ['asOf'],
} as const satisfies Record<string, readonly (keyof FigureDraft)[]>

export type Group = keyof typeof GROUPS

/** The groups that a part of a draft belongs to. */
export const groupsOf = (part: Partial<FigureDraft>): Group[] =>
  GROUP_NAMES.filter((group) => GROUPS[group].some((field) => field in part))
const GROUP_NAMES = ['amount', 'counted', 'population', 'nationality', 'asOf'] as const

/** What somebody has said before the form opened: everything of a figure that is there, nothing of a new one. */
export const saidIn = (figure: FigureView | undefined): ReadonlySet<Group> =>
  new Set(
    figure
      ? GROUP_NAMES.filter(
          (group) =>
            !(group === 'population' && figure.population === 'NOT_STATED') &&
            !(group === 'nationality' && !figure.nationality) &&
            !(group === 'asOf' && !figure.asOf),
        )
      : [],
  )

const text = (value: number | null) => (value === null ? '' : String(value))

/** What words propose for the fields that nobody has filled; empty when they hold it all already. */
export function proposedBy(
  reading: QuantityReading | null,
  draft: FigureDraft,
  said: ReadonlySet<Group>,
  locale: string,
): Partial<FigureDraft> {
  if (!reading) return {}
  const { qualifier, low, best, high, measure, unit, population, country } = reading
  const groups: Partial<Record<Group, Partial<FigureDraft>>> = {
    amount: { qualifier, low: text(low), best: text(best), high: text(high) },
    ...(measure ? { counted: { measure, unit: unit ?? '' } } : {}),
    ...(population ? { population: { population } } : {}),
    ...(country ? { nationality: { nationality: countryName(country, locale) } } : {}),
  }
  const parts = GROUP_NAMES.filter((group) => !said.has(group)).map((group) => groups[group] ?? {})
  const proposed: Partial<FigureDraft> = Object.assign({}, ...parts)
  const isNews = Object.entries(proposed).some(
    ([field, value]) => value !== Object.entries(draft).find(([name]) => name === field)?.[1],
  )
  return isNews ? proposed : {}
}

/** The same for a date. */
export function proposedDate(
  reading: DateReading | null,
  draft: FigureDraft,
  said: ReadonlySet<Group>,
): Partial<FigureDraft> {
  if (!reading || said.has('asOf')) return {}
  const asOf = draftOf(reading)
  return JSON.stringify(asOf) === JSON.stringify(draft.asOf) ? {} : { asOf }
}
