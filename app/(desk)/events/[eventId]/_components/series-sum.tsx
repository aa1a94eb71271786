import { useTranslations } from 'next-intl'
import type { EventFigure } from '@/lib/figures/queries'
import type { FigureSeries } from '@/lib/independence/figure-origins'
import classes from './plot.module.css'
import { useShortAmount } from './use-short-amount'

interface SeriesSumProps {
  series: FigureSeries<EventFigure>
  originOf: (id: string) => string
}

/** Of one measure and population: how many figures, of how many origins, what is preferred, what was replaced by what. */
export function SeriesSum({ series, originOf }: SeriesSumProps) {
  const t = useTranslations('event.series')
  const amount = useShortAmount()
  const { figures, origins, undetermined, preferred, superseded } = series
  const called = (figure: EventFigure) => amount(figure) || t('words', { words: figure.verbatim })
  const successors = (figure: EventFigure) =>
    figure.supersededBy.map(({ id, verbatim }) => {
      const other = figures.find((each) => each.id === id)
      return other ? called(other) : t('words', { words: verbatim })
    })
  return (
    <ul className={classes.sums}>
      <li>
        {t.rich('sum', { figures: figures.length, origins, b: (words) => <b>{words}</b> })}
        {undetermined > 0 && ` · ${t('undetermined', { undetermined })}`}
      </li>
      {preferred.map((figure) => (
        <li key={figure.id}>
          {t.rich('preferred', {
            ...{ amount: called(figure), origin: originOf(figure.id), b: (words) => <b>{words}</b> },
          })}
        </li>
      ))}
      {superseded.map((figure) => (
        <li key={figure.id}>{t('superseded', { amount: called(figure), by: successors(figure).join(', ') })}</li>
      ))}
    </ul>
  )
}
