import { useLocale, useTranslations } from 'next-intl'
import type { StatedHow } from '@/lib/figures/figure-chains'
import type { Standing } from '@/lib/independence/placed'

/** Whose a figure is, as a list or a report has it. */
type StatedOrigins = { how: StatedHow; origins: readonly { standing: Standing; origin: { name: string } | null }[] }

export type OriginWords = {
  /** All origins in words; where none is known, why. */
  text: string
  /** The names of those that count; none: undetermined. */
  names: string[]
}

/** Whose a figure is, in words: its origins by name, what is not determined as such, and why. */
export function useFigureOrigin(): (found: StatedOrigins | null | undefined) => OriginWords {
  const t = useTranslations('figureOrigin')
  const locale = useLocale()
  const listed = new Intl.ListFormat(locale)
  return (found) => {
    if (!found || found.origins.length === 0) {
      return { text: t(found?.how === 'none' ? 'none' : 'asked'), names: [] }
    }
    const names = found.origins.flatMap(({ standing, origin }) => (standing === 'origin' && origin ? origin.name : []))
    const parts = found.origins.map(({ standing, origin }) => {
      if (standing === 'origin') return origin?.name ?? t('undetermined')
      return origin ? t(`${standing}Of`, { name: origin.name }) : t(standing)
    })
    return { text: listed.format(parts), names }
  }
}
