import { useLocale, useTranslations } from 'next-intl'
import { dateLocale } from '@/app/_ui/date-format'
import { type AxisRange, axisTicks, spansYears } from '@/lib/dates/time-axis'
import type { WorldDate } from '@/lib/fields'
import type { WarningLine } from '@/lib/independence/queries/warning-lines'
import { widthOfWords } from '@/lib/text/text-lines'
import { TIMELINE_WIDTHS, timelineLayout } from '@/lib/warnings/timeline-layout'
import { TimelineRow } from './timeline-row'
import { useWarningWords } from './use-warning-words'
import classes from './warnings-timeline.module.css'

interface TimelinePictureProps {
  lines: readonly WarningLine[]
  happened: WorldDate | null
  happenedWords: string | null
  size: keyof typeof TIMELINE_WIDTHS
}

/** The warnings over time, for a wide or a narrow screen; the style sheet shows the one that fits. */
export function TimelinePicture({ lines, happened, happenedWords, size }: TimelinePictureProps) {
  const t = useTranslations('timeline')
  const locale = useLocale()
  const { wordsOf } = useWarningWords()
  const width = TIMELINE_WIDTHS[size]
  const layout = timelineLayout(lines, happened, width, (line) => wordsOf(line.tellings))
  const { axis, rows, lane, height, arrows } = layout
  const day = new Intl.DateTimeFormat(dateLocale(locale), {
    ...(axis && spansYears(axis) ? { year: 'numeric', month: 'short' } : { day: 'numeric', month: 'short' }),
    timeZone: 'UTC',
  })
  const ticks = axis ? axisTicks(axis, width, (at) => widthOfWords(day.format(at), 12)) : []
  const bottom = lane?.y ?? height
  const tip = `timeline-tip-${size}`
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing has no fieldset; its rows are links
    <svg
      width="100%"
      height={height}
      style={{ minWidth: width }}
      className={classes.picture}
      data-size={size}
      role="group"
      aria-label={t('title')}
    >
      <defs>
        <marker id={tip} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
          <path d="M0 0 8 4 0 8Z" className={classes.tip} />
        </marker>
      </defs>
      <g aria-hidden>
        {ticks.map(({ at, x }) => (
          <g key={at.toISOString()}>
            <line x1={`${x}%`} x2={`${x}%`} y1={20} y2={bottom} className={classes.grid} />
            <text x={`${x}%`} y={14} textAnchor="middle" className={classes.tick}>
              {day.format(at)}
            </text>
          </g>
        ))}
      </g>
      {rows.map(({ line, strip }) => (
        <Happened key={line.key} days={layout.happened} strip={strip} words={happenedWords} />
      ))}
      {rows.map((row) => (
        <TimelineRow key={row.line.key} row={row} />
      ))}
      <g aria-hidden>
        {arrows.map(({ id, type, from, between, to }) => (
          <g key={id} className={classes.arrow} data-type={type}>
            <line x1={`${from.x}%`} x2={`${from.x}%`} y1={from.y} y2={between} />
            <line x1={`${from.x}%`} x2={`${to.x}%`} y1={between} y2={between} />
            <line x1={`${to.x}%`} x2={`${to.x}%`} y1={between} y2={to.y} markerEnd={`url(#${tip})`} />
          </g>
        ))}
      </g>
      {lane && (
        <>
          <g aria-hidden>
            <rect y={lane.y + 4} width="100%" height={height - lane.y - 4} rx={8} className={classes.lane} />
            <text x={10} y={lane.y + 24} className={classes.laneTitle}>
              {t('lane')}
            </text>
          </g>
          {lane.rows.map((row) => (
            <TimelineRow key={row.line.key} row={row} />
          ))}
        </>
      )}
    </svg>
  )
}

interface HappenedProps {
  days: AxisRange | null
  strip: number | null
  words: string | null
}

/** When the event was, across the marks of one warning. */
function Happened({ days, strip, words }: HappenedProps) {
  if (!days || strip === null) return null
  const width = Math.max(days.to - days.from, 0.4)
  return (
    <rect x={`${days.from}%`} width={`${width}%`} y={strip - 14} height={30} className={classes.happened}>
      <title>{words}</title>
    </rect>
  )
}
