import { countryOfFigure } from '@/lib/figures/country'
import { isSameMeasure } from '@/lib/figures/relations'
import { FigureMeasure, FigurePopulation, type FigureQualifier, type IncludesAttackers } from '@/prisma/generated/enums'

/** What must agree for two figures to be compared at all. */
export type CountedPeople = {
  measure: FigureMeasure
  unit: string | null
  population: FigurePopulation
  /** Which armed group, where the population is one. */
  group?: { id: string } | null
  /** ISO 3166-1 alpha-2. */
  country?: string | null
  /** In free words, where no country was chosen. */
  nationality: string | null
  includesAttackers: IncludesAttackers
  place: string | null
}

const folded = (words: string | null) => (words ?? '').trim().toLocaleLowerCase()

// A text that says of nobody whom it counts counts all.
const populationOf = ({ population }: CountedPeople) =>
  population === FigurePopulation.NOT_STATED ? FigurePopulation.ALL : population

// Two groups that nobody has named may be two.
const isSamePopulation = (a: CountedPeople, b: CountedPeople) =>
  populationOf(a) === populationOf(b) &&
  (a.population !== FigurePopulation.ARMED_GROUP || (a.group != null && a.group.id === b.group?.id))

/** True for one country, or where neither says any; words in which no country is read equal nothing. */
function isSameNationality(a: CountedPeople, b: CountedPeople): boolean {
  const [mine, theirs] = [countryOfFigure(a), countryOfFigure(b)]
  if (mine !== null || theirs !== null) return mine === theirs
  return folded(a.nationality) === '' && folded(b.nationality) === ''
}

export type Difference = 'measure' | 'population' | 'nationality' | 'attackers' | 'place'

/** In what two figures differ so that they must not be compared, added or joined; empty when they count the same. */
export function differences(a: CountedPeople, b: CountedPeople): Difference[] {
  const found: Difference[] = []
  if (!isSameMeasure(a, b)) found.push('measure')
  if (!isSamePopulation(a, b)) found.push('population')
  if (!isSameNationality(a, b)) found.push('nationality')
  const attackers = [a.includesAttackers, b.includesAttackers]
  if (attackers.includes('YES') && attackers.includes('NO')) found.push('attackers')
  if (folded(a.place) && folded(b.place) && folded(a.place) !== folded(b.place)) found.push('place')
  return found
}

/** The series that a figure stands in: one measure of one population (and group) and country; no two are joined or added. */
export const seriesKey = (figure: CountedPeople): string =>
  JSON.stringify([
    figure.measure,
    figure.measure === FigureMeasure.OTHER ? folded(figure.unit) : '',
    populationOf(figure),
    figure.population === FigurePopulation.ARMED_GROUP ? (figure.group?.id ?? '') : '',
    countryOfFigure(figure) ?? folded(figure.nationality),
  ])

type AmountBounds = { qualifier: FigureQualifier; low: number | null; best: number | null; high: number | null }

/** From where to where a figure reaches, by its own words: "at least 13" has no end. Null where it says no number. */
export function reach({ qualifier, low, best, high }: AmountBounds): readonly [number, number] | null {
  const [least, most] = [low ?? best ?? high, high ?? best ?? low]
  if (least === null || most === null) return null
  if (qualifier === 'AT_LEAST' || qualifier === 'MORE_THAN') return [least, high ?? Number.POSITIVE_INFINITY]
  if (qualifier === 'VAGUE') return [low ?? best ?? 0, high ?? Number.POSITIVE_INFINITY]
  if (qualifier === 'UP_TO') return [low ?? 0, most]
  // "About 200" is not contradicted by 190.
  if (qualifier === 'ABOUT') return [low ?? least * 0.9, high ?? most * 1.1]
  return [least, most]
}
