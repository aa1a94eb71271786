import type { Stating } from '@/lib/figures/figure-chains'
import { type CountedPeople, seriesKey } from '@/lib/figures/series'
import type { OriginCounts, OriginGroup } from '@/lib/independence/count-origins'
import { groupBy } from '@/lib/lists/group-by'
import type { FigureRank } from '@/prisma/generated/enums'

// Whose a figure is: the origins of the chains that state it, never the first one of its claim's whole pool.

/** The origin of a chain that states a figure, as its claim's counts have it. */
type FigureOrigin = Pick<OriginGroup, 'key' | 'standing' | 'origin'>

/** Which chains state a figure, how that is known, and where they come from; no origin: nobody knows, or nobody has said. */
export type FigureOrigins = Stating & { origins: FigureOrigin[] }

/** The origins of the chains that state a figure, by the counts of its claim: those that count come first. */
export function originsOfFigure(stating: Stating, counts: Pick<OriginCounts, 'asserting'> | undefined): FigureOrigins {
  const groups = counts?.asserting.groups ?? []
  const origins = groups
    .filter(({ appearanceIds }) => appearanceIds.some((id) => stating.chainIds.includes(id)))
    .map(({ key, standing, origin }) => ({ key, standing, origin }))
  return { ...stating, origins }
}

export const isDetermined = ({ origins }: Pick<FigureOrigins, 'origins'>): boolean =>
  origins.some(({ standing }) => standing === 'origin')

type SummedFigure = CountedPeople & {
  id: string
  rank: FigureRank
  supersededBy: readonly { id: string }[]
}

/** The figures of one measure and population: how many, of how many origins, and which of them hold. */
export type FigureSeries<Figure> = {
  key: string
  figures: Figure[]
  origins: number
  /** Origins that nobody knows yet, and figures of which nobody has said whose they are. */
  undetermined: number
  preferred: Figure[]
  superseded: Figure[]
}

/** Figures by what they count, in the order in which each comes first. Equal origins of different claims count once. */
export function figureSeries<Figure extends SummedFigure>(
  figures: readonly Figure[],
  originsOf: (id: string) => FigureOrigins | undefined,
): FigureSeries<Figure>[] {
  return [...groupBy(figures, seriesKey)].map(([key, series]) => {
    const found = series.map(({ id }) => originsOf(id)?.origins ?? [])
    const keys = (standing: FigureOrigin['standing']) =>
      new Set(found.flatMap((origins) => origins.flatMap((each) => (each.standing === standing ? [each.key] : []))))
    const unsaid = found.filter((origins) => origins.length === 0).length
    return {
      key,
      figures: series,
      origins: keys('origin').size,
      undetermined: keys('undetermined').size + unsaid,
      preferred: series.filter(({ rank }) => rank === 'PREFERRED'),
      superseded: series.filter(({ supersededBy }) => supersededBy.length > 0),
    }
  })
}
