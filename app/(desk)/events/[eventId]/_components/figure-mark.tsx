import { useLocale, useTranslations } from 'next-intl'
import { dateLocale } from '@/app/_ui/date-format'
import { useAmount } from '@/app/(desk)/_components/use-amount'
import { useCountedPeople } from '@/app/(desk)/_components/use-counted-people'
import { formatWorldDate } from '@/lib/text/world-date'
import type { OriginLook } from './origin-look'
import classes from './plot.module.css'
import type { PlottedFigure } from './plot-layout'

interface FigureMarkProps {
  mark: PlottedFigure
  look: OriginLook
  origin: string
}

/** One figure in the plot: its days as a line, its bounds as a bar, its number as the shape of its origin. Leads to its claim. */
export function FigureMark({ mark, look, origin }: FigureMarkProps) {
  const t = useTranslations('event.plot')
  const locale = useLocale()
  const { figure, x, y, from, to, low, high, opens, shapes, isHollow } = mark
  const amount = useAmount(figure)
  const people = useCountedPeople(figure)
  const date = figure.asOf ? formatWorldDate(figure.asOf, dateLocale(locale)) : ''
  const state = figure.supersededBy.length > 0 ? 'superseded' : figure.rank === 'DEPRECATED' ? 'deprecated' : 'stands'
  const label = t('mark', { amount, people, date, origin, state, wording: figure.claim.wording })
  const ends = [low, high].filter((end) => end !== null)
  return (
    <a
      href={`/articles/${figure.claim.article.id}?claim=${figure.claimId}&tab=claim`}
      className={classes.mark}
      aria-label={label}
    >
      <title>{label}</title>
      <circle cx={x} cy={y} r={13} className={classes.target} />
      <g stroke={look.color} strokeOpacity={isHollow ? 0.55 : 1}>
        <line x1={from} x2={to} y1={y} y2={y} className={classes.days} />
        {ends.length > 0 && (
          <line x1={x} x2={x} y1={Math.max(y, ...ends)} y2={Math.min(y, ...ends)} className={classes.bounds} />
        )}
        {ends.map((end) => (
          <line key={end} x1={x - 6} x2={x + 6} y1={end} y2={end} className={classes.cap} />
        ))}
        {opens && (
          <path
            d={opens === 'up' ? `M${x},${y - 8}v-14m-5,6l5,-6l5,6` : `M${x},${y + 8}v14m-5,-6l5,6l5,-6`}
            className={classes.cap}
            fill="none"
          />
        )}
      </g>
      {shapes.map((at) => (
        <path
          key={at}
          d={look.path}
          transform={`translate(${x},${at}) scale(${shapes.length > 1 ? 0.75 : 1})`}
          className={isHollow ? classes.hollow : classes.full}
          stroke={look.color}
          style={isHollow ? undefined : { fill: look.color }}
        />
      ))}
    </a>
  )
}
