import { useTranslations } from 'next-intl'
import type { CountedPeople } from '@/lib/figures/series'

/** Whom a series counts, in words: "Tués · civils · Afghans". */
export function useCountedPeople({ measure, unit, population, nationality }: CountedPeople): string {
  const label = useTranslations()
  const what = measure === 'OTHER' && unit ? unit : label(`measure.${measure}`)
  return [what, label(`population.${population}`), nationality].filter(Boolean).join(' · ')
}
