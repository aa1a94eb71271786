import { useLocale, useTranslations } from 'next-intl'
import { toneColor } from '@/app/_ui/tone'
import { formatWorldDate } from '@/lib/dates/world-date'
import type { Judgement } from '@/lib/sources/queries/get-source'
import { GRADE_TONES } from '../../_components/grade-pill'
import classes from './source-page.module.css'

const [WIDTH, TOP, STEP, LEFT] = [640, 16, 17, 26]
const GRADES = ['A', 'B', 'C', 'D', 'E', 'F'] as const
const BOTTOM = TOP + STEP * (GRADES.length - 1)

const dayOf = (day: string) => Date.parse(`${day}T00:00:00Z`)

/** The judgements as a line over time, A at the top; the list beneath says the same in words. */
export function ReliabilityLine({ judgements }: { judgements: readonly Judgement[] }) {
  const t = useTranslations('sources.reliability')
  const locale = useLocale()
  const inTime = [...judgements].reverse()
  const days = inTime.map(({ judgedOn }) => dayOf(judgedOn))
  const [first, last] = [Math.min(...days), Math.max(...days)]
  const xOf = (day: number) => LEFT + 14 + ((WIDTH - LEFT - 28) * (day - first)) / Math.max(last - first, 1)
  const points = inTime.map(({ id, grade, judgedOn }) => ({
    ...{ id, grade },
    x: xOf(dayOf(judgedOn)),
    y: TOP + STEP * GRADES.indexOf(grade),
  }))
  const path = points.map(({ x, y }, index) => (index === 0 ? `M${x} ${y}` : `H${x}V${y}`)).join('')
  const day = (time: number) => new Date(time).toISOString().slice(0, 10)
  const dateText = (time: number) =>
    formatWorldDate({ earliest: day(time), latest: day(time), precision: 'DAY' }, locale)
  return (
    <div className={classes.lineBox}>
      <svg viewBox={`0 0 ${WIDTH} ${BOTTOM + 34}`} role="img" aria-label={t('line')} className={classes.chart}>
        {GRADES.map((grade, index) => (
          <g key={grade}>
            <line x1={LEFT} x2={WIDTH} y1={TOP + STEP * index} y2={TOP + STEP * index} className={classes.grid} />
            <text x={8} y={TOP + STEP * index + 4} className={classes.tick}>
              {grade}
            </text>
          </g>
        ))}
        <path d={path} className={classes.path} />
        {points.map(({ id, grade, x, y }) => (
          <circle key={id} cx={x} cy={y} r={5} style={{ fill: toneColor(GRADE_TONES[grade]) }} />
        ))}
        <text x={LEFT} y={BOTTOM + 26} className={classes.tick}>
          {dateText(first)}
        </text>
        {last > first && (
          <text x={WIDTH} y={BOTTOM + 26} textAnchor="end" className={classes.tick}>
            {dateText(last)}
          </text>
        )}
      </svg>
    </div>
  )
}
