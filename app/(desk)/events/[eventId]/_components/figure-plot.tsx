import { useTranslations } from 'next-intl'
import { useCountedPeople } from '@/app/(desk)/_components/use-counted-people'
import { useFigureOrigin } from '@/app/(desk)/_components/use-figure-origin'
import { rangeOf, type TimeRange, timeAxis } from '@/lib/dates/time-axis'
import { numberOfFigure } from '@/lib/figures/plot-layout'
import type { EventFigure } from '@/lib/figures/queries'
import { type FigureOrigins, type FigureSeries, figureSeries, isDetermined } from '@/lib/independence/figure-origins'
import { FigurePanel } from './figure-panel'
import { type OriginLook, originLook } from './origin-look'
import classes from './plot.module.css'
import { PlotLegend } from './plot-legend'
import { SeriesSum } from './series-sum'

interface FigurePlotProps {
  figures: readonly EventFigure[]
  /** Whose each figure is, by its id. */
  origins: ReadonlyMap<string, FigureOrigins>
}

const isDrawn = (figure: EventFigure) => numberOfFigure(figure) !== null

/** The figures of an event over the days on which they stood so, each measure and population by itself. */
export function FigurePlot({ figures, origins }: FigurePlotProps) {
  const t = useTranslations('event.plot')
  const wordsOf = useFigureOrigin()
  const originOf = (id: string) => wordsOf(origins.get(id)).text
  const series = figureSeries(figures, (id) => origins.get(id))
  const drawn = series.flatMap((each) => each.figures).filter(isDrawn)
  const named = drawn.flatMap(({ id }) => {
    const found = origins.get(id)
    return found && isDetermined(found) ? wordsOf(found).names.join(' + ') : []
  })
  const names = [...new Set(named)]
  const lookOf = (id: string) => {
    const index = names.indexOf(wordsOf(origins.get(id)).names.join(' + '))
    return originLook(index < 0 ? null : index)
  }
  const axis = timeAxis(drawn.flatMap(({ asOf }) => (asOf ? rangeOf(asOf) : [])))
  return (
    <figure className={classes.figure}>
      {drawn.length > 0 && <PlotLegend names={names} figures={drawn} lookOf={lookOf} />}
      <section aria-label={t('label')} className={classes.all}>
        {series.map((each) => (
          <OneSeries key={each.key} series={each} axis={axis} lookOf={lookOf} originOf={originOf} />
        ))}
      </section>
      {drawn.length > 0 && <figcaption className={classes.caption}>{t('caption')}</figcaption>}
    </figure>
  )
}

interface OneSeriesProps {
  series: FigureSeries<EventFigure>
  axis: TimeRange | null
  lookOf: (id: string) => OriginLook | null
  originOf: (id: string) => string
}

function OneSeries({ series, axis, lookOf, originOf }: OneSeriesProps) {
  const [first] = series.figures
  return first ? <SeriesOf first={first} series={series} axis={axis} lookOf={lookOf} originOf={originOf} /> : null
}

function SeriesOf({ first, series, axis, lookOf, originOf }: OneSeriesProps & { first: EventFigure }) {
  const people = useCountedPeople(first)
  const shown = { figures: series.figures.filter(isDrawn), axis, label: people, lookOf, originOf }
  return (
    <section className={classes.series} aria-label={people}>
      <h3 className={classes.people}>{people}</h3>
      <SeriesSum series={series} originOf={originOf} />
      {shown.figures.length > 0 && (
        <>
          <FigurePanel {...shown} size="wide" />
          <FigurePanel {...shown} size="narrow" />
        </>
      )}
    </section>
  )
}
