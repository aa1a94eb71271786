import { useLocale, useTranslations } from 'next-intl'
import { dateLocale } from '@/app/_ui/date-format'
import { useAmount } from '@/app/(desk)/_components/use-amount'
import { useCountedPeople } from '@/app/(desk)/_components/use-counted-people'
import { formatWorldDate } from '@/lib/dates/world-date'
import { labelGap, type PlotMark } from '@/lib/figures/plot-layout'
import type { EventFigure } from '@/lib/figures/queries'
import { MarkShape } from './mark-shape'
import type { OriginLook } from './origin-look'
import classes from './plot.module.css'

interface FigureMarkProps {
  mark: PlotMark<EventFigure>
  look: OriginLook | null
  origin: string
}

/** One figure in its picture: its date as a line or a band, its bounds as a bar, its number beside it. Leads to its claim. */
export function FigureMark({ mark, look, origin }: FigureMarkProps) {
  const t = useTranslations('event.plot')
  const locale = useLocale()
  const { figure, x, y, at, days, isBand, low, high, opens, label } = mark
  const amount = useAmount(figure)
  const people = useCountedPeople(figure)
  const dated = useTranslations('figure.dated')
  const { asOf } = figure
  const date = asOf ? dated(asOf.precision, { date: formatWorldDate(asOf, dateLocale(locale)) }) : t('noDate')
  const state = figure.supersededBy.length > 0 ? 'superseded' : figure.rank
  const name = t('mark', { amount, people, date, origin, state, wording: figure.claim.wording })
  const color = { '--mark-color': look?.color ?? 'var(--mute)' }
  const gap = labelGap(figure.rank)
  const ends = [low, high].filter((end) => end !== null)
  return (
    <a
      href={`/articles/${figure.claim.article.id}?claim=${figure.claimId}&tab=claim`}
      className={classes.mark}
      aria-label={name}
      style={color}
    >
      <title>{name}</title>
      {days && isBand && <line x1={`${days.from}%`} x2={`${days.to}%`} y1={at} y2={at} className={classes.band} />}
      {days && isBand && (
        <>
          <svg x={`${days.from}%`} y={at} overflow="visible" aria-hidden="true">
            <path d={days.starts ? 'M0,-6V6' : 'M5,-5L0,0L5,5'} className={classes.bandEnd} />
          </svg>
          <svg x={`${days.to}%`} y={at} overflow="visible" aria-hidden="true">
            <path d={days.ends ? 'M0,-6V6' : 'M-5,-5L0,0L-5,5'} className={classes.bandEnd} />
          </svg>
        </>
      )}
      <svg x={`${x}%`} y={0} overflow="visible" aria-hidden="true">
        {ends.length > 0 && <line y1={Math.max(y, ...ends)} y2={Math.min(y, ...ends)} className={classes.bounds} />}
        {ends.map((end) => (
          <line key={end} x1={-5} x2={5} y1={end} y2={end} className={classes.cap} />
        ))}
        {Math.abs(at - y) > 2 && (
          <>
            <line y1={y} y2={at} className={classes.stem} />
            <circle cy={y} r={2} className={classes.foot} />
          </>
        )}
        <g transform={`translate(0,${at})`}>
          <circle r={13} className={classes.target} />
          <MarkShape look={look} rank={figure.rank} />
          {/* The sign of its words says it already. */}
          {opens && !label && (
            <path d={opens === 'up' ? 'M-4,-9L0,-12.5L4,-9' : 'M-4,9L0,12.5L4,9'} className={classes.cap} />
          )}
          {label && (
            <text
              x={label.side === 'right' ? gap : -gap}
              y={4}
              textAnchor={label.side === 'right' ? 'start' : 'end'}
              className={classes.label}
              data-rank={figure.rank}
            >
              {label.words}
            </text>
          )}
        </g>
      </svg>
    </a>
  )
}
