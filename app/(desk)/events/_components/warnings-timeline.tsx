import { useLocale, useTranslations } from 'next-intl'
import { EmptyState } from '@/app/_ui/empty-state'
import { WorldDateText } from '@/app/(desk)/_components/world-date-text'
import type { WorldDate } from '@/lib/fields'
import { formatWorldDate } from '@/lib/text/world-date'
import type { WarningOfEvent } from '@/lib/warnings/queries'
import { timelineLayout } from './timeline-layout'
import { OUTCOME_SIGN, WarningsTable } from './warnings-table'
import classes from './warnings-timeline.module.css'

interface WarningsTimelineProps {
  warnings: readonly WarningOfEvent[]
  /** When the event happened, if known: drawn across the warnings. */
  happened?: WorldDate | null
}

type Layout = NonNullable<ReturnType<typeof timelineLayout>>

/** The warnings of an event over time, drawn on the server, and the same as a table. */
export function WarningsTimeline({ warnings, happened = null }: WarningsTimelineProps) {
  const t = useTranslations('timeline')
  if (warnings.length === 0)
    return (
      <EmptyState compact title={t('empty')}>
        {t('emptyHelp')}
      </EmptyState>
    )
  const layout = timelineLayout(warnings, happened)
  return (
    <>
      {layout ? <Picture layout={layout} happened={happened} /> : <p className={classes.help}>{t('noDates')}</p>}
      <WarningsTable warnings={warnings} />
    </>
  )
}

function Picture({ layout, happened }: { layout: Layout; happened: WorldDate | null }) {
  const t = useTranslations('timeline')
  const locale = useLocale()
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' })
  const { width, height } = layout
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: wider than a narrow screen, it is scrolled by keyboard
    <section className={classes.frame} aria-label={t('label')} tabIndex={0}>
      <svg viewBox={`0 0 ${width} ${height}`} className={classes.picture} aria-labelledby="timeline-title">
        <title id="timeline-title">{t('title')}</title>
        <defs>
          <marker id="timeline-tip" viewBox="0 0 8 8" refX="6" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path d="M0 0 8 4 0 8Z" className={classes.tip} />
          </marker>
        </defs>
        {layout.ticks.map(({ date, x }) => (
          <g key={date.toISOString()} aria-hidden>
            <line x1={x} x2={x} y1={22} y2={height} className={classes.grid} />
            <text x={x} y={14} className={x < NEAR_EDGE ? classes.tickStart : classes.tick}>
              {day.format(date)}
            </text>
          </g>
        ))}
        {layout.happened && (
          <rect y={22} height={height - 22} {...layout.happened} className={classes.happened}>
            <title>{happened ? t('happened', { date: formatWorldDate(happened, locale) }) : ''}</title>
          </rect>
        )}
        {layout.arrows.map(({ id, path, type }) => (
          <path
            key={id}
            d={path}
            className={classes.arrow}
            data-type={type}
            markerEnd="url(#timeline-tip)"
            aria-hidden
          />
        ))}
        {layout.rows.map((row) => (
          <Row key={row.warning.id} row={row} textX={layout.textX} />
        ))}
      </svg>
      {happened && (
        <p className={classes.help}>{t.rich('happenedOn', { date: () => <WorldDateText value={happened} /> })}</p>
      )}
      <p className={classes.help}>{t('legend')}</p>
    </section>
  )
}

/** One warning: a link to its claim, named with all that the row shows. */
function Row({ row: { warning, y, sent, window }, textX }: { row: Layout['rows'][number]; textX: number }) {
  const t = useTranslations('timeline')
  const label = useTranslations()
  const locale = useLocale()
  const { issuer, audience, claim, messageType, outcome } = warning
  const who = t('who', { issuer: issuer?.name ?? t('issuerUnknown'), audience: audience ?? t('audienceUnknown') })
  const when = warning.sent ? formatWorldDate(warning.sent, locale) : t('dateUnknown')
  const end = label(`outcome.${outcome}`)
  const name = [label(`messageType.${messageType}`), who, when, end, claim.wording].join(' · ')
  return (
    <a href={`/articles/${claim.article.id}?claim=${claim.id}`} aria-label={name} className={classes.row}>
      <rect x={2} y={y - 4} width={856} height={54} rx={7} className={classes.focus} />
      <text x={14} y={y + 10} className={classes.who}>
        {cut(who)}
      </text>
      {window && <rect y={y + 37} height={5} rx={2.5} {...window} className={classes.window} />}
      {sent ? (
        <rect
          y={y + 19}
          height={15}
          rx={7.5}
          x={sent.x}
          width={Math.max(sent.width, 15)}
          className={classes.sent}
          data-type={messageType}
        />
      ) : (
        <text x={14} y={y + 31} className={classes.tickStart}>
          {when}
        </text>
      )}
      <text x={textX} y={y + 10} className={classes.type}>
        {label(`messageType.${messageType}`)}
      </text>
      <text x={textX} y={y + 31} className={classes.outcome}>
        {OUTCOME_SIGN[outcome]} {end}
      </text>
    </a>
  )
}

const LONGEST = 84
// A day's name in the middle would be cut off at the left.
const NEAR_EDGE = 30
const cut = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1).toWellFormed()}…` : text)
