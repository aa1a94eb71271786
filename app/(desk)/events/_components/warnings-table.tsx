import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DateText } from '@/app/_ui/date-text'
import { WorldDateText } from '@/app/(desk)/_components/world-date-text'
import type { WarningLine } from '@/lib/independence/queries/warning-lines'
import type { WarningOfEvent } from '@/lib/warnings/queries'
import { OUTCOME_SIGN } from './use-warning-words'
import classes from './warnings-timeline.module.css'

const COLUMNS = ['sent', 'type', 'issuer', 'audience', 'window', 'outcome', 'claim'] as const

/** What the time line shows, in words: a row for each warning, with all texts that tell it. */
export function WarningsTable({ lines }: { lines: readonly WarningLine[] }) {
  const t = useTranslations('timeline')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: wider than a narrow screen, it is scrolled by keyboard
    <section className={classes.scroll} aria-label={t('table')} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.key} line={line} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** What the tellings of a warning say: once, where they say the same. */
function Said({ line, keyOf, say }: SaidProps) {
  const different = [...new Map(line.tellings.map((telling) => [keyOf(telling), telling])).entries()]
  return different.map(([key, telling]) => <div key={key}>{say(telling)}</div>)
}

interface SaidProps {
  line: WarningLine
  keyOf: (telling: WarningOfEvent) => string
  say: (telling: WarningOfEvent) => ReactNode
}

function Line({ line }: { line: WarningLine }) {
  const t = useTranslations('timeline')
  const label = useTranslations()
  const { tellings, origins, undetermined } = line
  const sum = t('sum', { count: tellings.length, origins })
  return (
    <tr>
      <td>
        <Said
          line={line}
          keyOf={({ sent }) => JSON.stringify(sent)}
          say={({ sent }) => (
            <>
              <WorldDateText value={sent} />
              {sent?.verbatim && (
                <q translate="no" dir="auto">
                  {sent.verbatim}
                </q>
              )}
            </>
          )}
        />
      </td>
      <td>
        <Said
          line={line}
          keyOf={({ messageType, refersTo, refersToWarning }) => [messageType, refersTo, refersToWarning?.id].join()}
          say={(telling) => (
            <>
              {label(`messageType.${telling.messageType}`)}
              <Reference warning={telling} />
            </>
          )}
        />
      </td>
      <td>
        <Said
          line={line}
          keyOf={({ issuer }) => issuer?.id ?? ''}
          say={({ issuer }) => issuer?.name ?? t('issuerUnknown')}
        />
      </td>
      <td>
        <Said
          line={line}
          keyOf={({ audience }) => audience ?? ''}
          say={({ audience }) => audience ?? t('audienceUnknown')}
        />
      </td>
      <td>
        <Said
          line={line}
          keyOf={({ windowOnset, windowExpires, windowVerbatim }) =>
            [windowOnset, windowExpires, windowVerbatim].join()
          }
          say={(telling) => <Window warning={telling} />}
        />
      </td>
      <td className={classes.end}>
        <Said
          line={line}
          keyOf={({ outcome }) => outcome}
          say={({ outcome }) => (
            <>
              <span aria-hidden>{OUTCOME_SIGN[outcome]}</span> {label(`outcome.${outcome}`)}
            </>
          )}
        />
      </td>
      <td>
        {tellings.length > 1 && (
          <div className={classes.quiet}>
            {undetermined > 0 ? `${sum} · ${t('undetermined', { undetermined })}` : sum}
          </div>
        )}
        {tellings.map(({ id, claim }) => (
          <div key={id} className={classes.telling}>
            <Link href={`/articles/${claim.article.id}?claim=${claim.id}`} dir="auto">
              {claim.wording}
            </Link>
            <div className={classes.quiet} dir="auto">
              {claim.article.title}
            </div>
          </div>
        ))}
      </td>
    </tr>
  )
}

/** What an update or a cancellation refers to. */
function Reference({ warning: { refersToWarning, refersTo } }: { warning: WarningOfEvent }) {
  const t = useTranslations('timeline')
  const words = refersToWarning ? t('refersTo', { words: refersToWarning.claim.wording }) : refersTo
  return words ? <div className={classes.quiet}>{refersToWarning ? words : t('refersToOther', { words })}</div> : null
}

function Window({ warning: { windowOnset, windowExpires, windowVerbatim } }: { warning: WarningOfEvent }) {
  const t = useTranslations('timeline')
  return (
    <>
      {windowOnset && t.rich('from', { date: () => <DateText value={windowOnset} /> })}
      {windowOnset && windowExpires && ' '}
      {windowExpires && t.rich('until', { date: () => <DateText value={windowExpires} /> })}
      {windowVerbatim && (
        <q translate="no" dir="auto">
          {windowVerbatim}
        </q>
      )}
      {!windowOnset && !windowExpires && !windowVerbatim && '–'}
    </>
  )
}
