import { useLocale, useTranslations } from 'next-intl'
import { countryName, countryOfFigure } from '@/lib/figures/country'
import type { FigurePopulation } from '@/prisma/generated/enums'

type PeopleCounted = {
  population: FigurePopulation
  group?: { name: string } | null
  country?: string | null
  nationality: string | null
}

/** Answers whom a figure counts, in the reader's words: "civils · Afghanistan", "Talibans". */
export function useWhoCounted() {
  const label = useTranslations()
  const locale = useLocale()
  return (figure: PeopleCounted): string => {
    const { population, group, nationality } = figure
    const country = countryOfFigure(figure)
    // An armed group that is named needs not be said to be one.
    const who = population === 'ARMED_GROUP' && group ? null : label(`population.${population}`)
    return [who, group?.name, country ? countryName(country, locale) : nationality].filter(Boolean).join(' · ')
  }
}
