import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { dateLocale } from '@/app/_ui/date-format'
import { useCountedPeople } from '@/app/(desk)/_components/use-counted-people'
import { useFigureOrigin } from '@/app/(desk)/_components/use-figure-origin'
import type { EventFigure } from '@/lib/figures/queries'
import type { FigureOrigins } from '@/lib/independence/figure-origins'
import { FigureMark } from './figure-mark'
import { originLook } from './origin-look'
import classes from './plot.module.css'
import { type Panel, PLOT, plotLayout } from './plot-layout'

interface FigurePlotProps {
  figures: readonly EventFigure[]
  /** Whose each figure is, by its id. */
  origins: ReadonlyMap<string, FigureOrigins>
}

/** The figures of an event over the days on which they stood so, each population in a panel of its own. */
export function FigurePlot({ figures, origins }: FigurePlotProps) {
  const t = useTranslations('event.plot')
  const format = useFormatter()
  const locale = useLocale()
  const wordsOf = useFigureOrigin()
  const layout = plotLayout(figures)
  if (!layout) return null
  const { panels, height, days, inYears } = layout
  const nameOf = (id: string) => wordsOf(origins.get(id)).text
  const names = [...new Set(panels.flatMap(({ marks }) => marks.map(({ figure }) => nameOf(figure.id))))]
  const looks = new Map(names.map((name, index) => [name, originLook(index)]))
  const dayFormat = new Intl.DateTimeFormat(
    dateLocale(locale),
    inYears
      ? { year: 'numeric', month: 'short', timeZone: 'UTC' }
      : { day: 'numeric', month: 'short', timeZone: 'UTC' },
  )
  const bottom = panels.length * PLOT.panel
  return (
    <figure className={classes.figure}>
      <ul className={classes.legend} aria-label={t('legend')}>
        {names.map((name) => (
          <li key={name}>
            <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true">
              <path d={looks.get(name)?.path} fill={looks.get(name)?.color} />
            </svg>
            {name}
          </li>
        ))}
        <li>
          <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true">
            <path d={originLook(0).path} className={classes.hollow} stroke="var(--mute)" />
          </svg>
          {t('hollow')}
        </li>
      </ul>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={classes.scroll} aria-label={t('label')} tabIndex={0}>
        {/* biome-ignore lint/a11y/useSemanticElements: a drawing has no fieldset; its points are links */}
        <svg viewBox={`0 0 ${PLOT.width} ${height}`} className={classes.plot} role="group" aria-label={t('label')}>
          {days.map(({ at, x }) => (
            <g key={at.toISOString()}>
              <line x1={x} x2={x} y1={PLOT.head - 6} y2={bottom - 14} className={classes.grid} />
              <text x={x} y={bottom + 6} className={classes.tick} textAnchor="middle">
                {dayFormat.format(at)}
              </text>
            </g>
          ))}
          {panels.map((panel) => (
            <g key={panel.key}>
              <PanelAxis panel={panel} numbers={(value) => format.number(value)} />
              {panel.replaced.map(({ from, to, id }) => (
                <line key={id} x1={from.x} y1={from.y} x2={to.x} y2={to.y} className={classes.replaced} />
              ))}
              {panel.marks.map((mark) => {
                const origin = nameOf(mark.figure.id)
                const look = looks.get(origin) ?? originLook(0)
                return <FigureMark key={mark.figure.id} mark={mark} look={look} origin={origin} />
              })}
            </g>
          ))}
        </svg>
      </section>
      <figcaption className={classes.caption}>{panels.length > 1 ? t('apart') : t('caption')}</figcaption>
    </figure>
  )
}

function PanelAxis({ panel, numbers }: { panel: Panel; numbers: (value: number) => string }) {
  const people = useCountedPeople(panel.first)
  return (
    <g>
      <text x={PLOT.left} y={panel.top + 14} className={classes.panelTitle}>
        {people}
      </text>
      {panel.ticks.map(({ value, y }) => (
        <g key={value}>
          <line x1={PLOT.left} x2={PLOT.width - PLOT.right} y1={y} y2={y} className={classes.grid} />
          <text x={PLOT.left - 8} y={y + 4} className={classes.tick} textAnchor="end">
            {numbers(value)}
          </text>
        </g>
      ))}
    </g>
  )
}
