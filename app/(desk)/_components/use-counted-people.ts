import { useTranslations } from 'next-intl'
import { useWhoCounted } from '@/app/(desk)/_components/use-who-counted'
import type { CountedPeople } from '@/lib/figures/series'

/** Whom a series counts, in words: "Tués · civils · Afghans". */
export function useCountedPeople(figure: CountedPeople & { group?: { name: string } | null }): string {
  const who = useWhoCounted()
  const { measure, unit } = figure
  const label = useTranslations()
  const what = measure === 'OTHER' && unit ? unit : label(`measure.${measure}`)
  return `${what} · ${who(figure)}`
}
