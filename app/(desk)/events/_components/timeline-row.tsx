import type { AxisRange } from '@/lib/dates/time-axis'
import type { WarningOfEvent } from '@/lib/warnings/queries'
import { INSET, type TimelineRow as Row } from '@/lib/warnings/timeline-layout'
import type { WarningMessageType } from '@/prisma/generated/enums'
import { useWarningWords } from './use-warning-words'
import classes from './warnings-timeline.module.css'

interface TimelineRowProps {
  row: Row<WarningOfEvent>
}

/** One warning with all its tellings: a link to the first one's claim, named with all that the row shows. */
export function TimelineRow({ row }: TimelineRowProps) {
  const { nameOf } = useWarningWords()
  const { line, y, height, head, below, strip, sent, window } = row
  const { claim } = line.tellings[0]
  return (
    <a
      href={`/articles/${claim.article.id}?claim=${claim.id}`}
      aria-label={nameOf(line.tellings)}
      className={classes.row}
    >
      <rect x={1} y={y + 2} width="100%" height={height - 4} rx={8} className={classes.target} />
      {head.map((text) => (
        <text key={text.y} x={INSET} y={text.y} className={classes.who}>
          {text.words}
        </text>
      ))}
      {below.map((text) => (
        <text key={text.y} x={INSET} y={text.y} className={classes.type}>
          {text.words}
        </text>
      ))}
      {strip !== null && window && (
        <rect
          x={`${window.from}%`}
          width={`${window.to - window.from}%`}
          y={strip + 10}
          height={4}
          rx={2}
          className={classes.window}
        />
      )}
      {strip !== null &&
        sent.map(({ telling, isSpot, ...days }) => (
          <Sent key={telling.id} days={days} isSpot={isSpot} type={telling.messageType} y={strip} />
        ))}
    </a>
  )
}

interface SentProps {
  days: AxisRange
  isSpot: boolean
  type: WarningMessageType
  y: number
}

/** When it was sent: a spot on a day, a thin band over what is known less precisely, cut where it goes on beyond the picture. */
function Sent({ days, isSpot, type, y }: SentProps) {
  if (isSpot)
    return (
      <svg x={`${(days.from + days.to) / 2}%`} y={y} overflow="visible" aria-hidden="true">
        <circle r={7} className={classes.sent} data-type={type} />
      </svg>
    )
  return (
    <>
      <rect
        x={`${days.from}%`}
        width={`${days.to - days.from}%`}
        y={y - 3}
        height={6}
        rx={3}
        className={classes.sent}
        data-type={type}
      />
      {[
        { at: days.from, isCut: !days.starts, path: 'M7,-7L0,0L7,7' },
        { at: days.to, isCut: !days.ends, path: 'M-7,-7L0,0L-7,7' },
      ].map(
        ({ at, isCut, path }) =>
          isCut && (
            <svg key={path} x={`${at}%`} y={y} overflow="visible" aria-hidden="true">
              <path d={path} className={classes.cut} />
            </svg>
          ),
      )}
    </>
  )
}
