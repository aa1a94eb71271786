import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { dateLocale } from '@/app/_ui/date-format'
import { axisTicks, spansYears, type TimeRange } from '@/lib/dates/time-axis'
import { PLOT_WIDTHS, plotPanel } from '@/lib/figures/plot-layout'
import type { EventFigure } from '@/lib/figures/queries'
import { widthOfWords } from '@/lib/text/text-lines'
import { FigureMark } from './figure-mark'
import type { OriginLook } from './origin-look'
import classes from './plot.module.css'
import { useShortAmount } from './use-short-amount'

interface FigurePanelProps {
  figures: readonly EventFigure[]
  axis: TimeRange | null
  size: keyof typeof PLOT_WIDTHS
  label: string
  lookOf: (id: string) => OriginLook | null
  originOf: (id: string) => string
}

const AXIS = 40
const FOOT = 24
const TICK = 12

/** The picture of one measure and population, for a wide or a narrow screen; the style sheet shows the one that fits. */
export function FigurePanel({ figures, axis, size, label, lookOf, originOf }: FigurePanelProps) {
  const t = useTranslations('event.plot')
  const format = useFormatter()
  const locale = useLocale()
  const wordsOf = useShortAmount()
  const width = PLOT_WIDTHS[size]
  const panel = plotPanel(figures, axis, width, wordsOf)
  const day = new Intl.DateTimeFormat(dateLocale(locale), {
    ...(axis && spansYears(axis) ? { year: 'numeric', month: 'short' } : { day: 'numeric', month: 'short' }),
    timeZone: 'UTC',
  })
  const ticks = axis ? axisTicks(axis, width.axis, (at) => widthOfWords(day.format(at), TICK)) : []
  const height = panel.height + FOOT
  const mark = (drawn: (typeof panel.marks)[number]) => (
    <FigureMark key={drawn.figure.id} mark={drawn} look={lookOf(drawn.figure.id)} origin={originOf(drawn.figure.id)} />
  )
  const grid = panel.numbers.map(({ value, y }) => (
    <line key={value} x1="0%" x2="100%" y1={y} y2={y} className={value === 0 ? classes.floor : classes.grid} />
  ))
  return (
    <div className={classes.panel} data-size={size}>
      <svg width={AXIS} height={height} aria-hidden="true">
        {panel.numbers.map(({ value, y }) => (
          <text key={value} x={AXIS - 8} y={y + 4} textAnchor="end" className={classes.tick}>
            {format.number(value)}
          </text>
        ))}
      </svg>
      {panel.marks.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a drawing has no fieldset; its points are links
        <svg width="100%" height={height} className={classes.plot} role="group" aria-label={label}>
          <g aria-hidden>
            {grid}
            {ticks.map(({ at, x }) => (
              <g key={at.toISOString()}>
                <line x1={`${x}%`} x2={`${x}%`} y1={4} y2={panel.floor + 5} className={classes.grid} />
                <text x={`${x}%`} y={height - 5} textAnchor="middle" className={classes.tick}>
                  {day.format(at)}
                </text>
              </g>
            ))}
            {panel.replaced.map(({ id, from, to }) => (
              <line key={id} x1={`${from.x}%`} y1={from.y} x2={`${to.x}%`} y2={to.y} className={classes.replaced} />
            ))}
          </g>
          {panel.marks.map(mark)}
        </svg>
      )}
      {panel.undated.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a drawing has no fieldset; its points are links
        <svg width={width.undated} height={height} className={classes.lane} role="group" aria-label={t('undated')}>
          <g aria-hidden>
            <rect width="100%" height={panel.height} rx={8} className={classes.laneGround} />
            <text x="50%" y={height - 5} textAnchor="middle" className={classes.tick}>
              {t('undated')}
            </text>
          </g>
          <svg x={24} overflow="visible" role="presentation">
            {panel.undated.map(mark)}
          </svg>
        </svg>
      )}
    </div>
  )
}
