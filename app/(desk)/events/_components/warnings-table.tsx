import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { DateText } from '@/app/_ui/date-text'
import { WorldDateText } from '@/app/(desk)/_components/world-date-text'
import type { WarningOfEvent } from '@/lib/warnings/queries'
import type { WarningOutcome } from '@/prisma/generated/enums'
import classes from './warnings-timeline.module.css'

/** The outcome as a shape; its word always stands beside it. */
export const OUTCOME_SIGN: Record<WarningOutcome, string> = {
  MATERIALISED: '●',
  AVERTED: '◑',
  NOT_OBSERVED: '○',
  NOT_KNOWN: '?',
}

/** What the time line shows, in words. */
export function WarningsTable({ warnings }: { warnings: readonly WarningOfEvent[] }) {
  const t = useTranslations('timeline')
  const label = useTranslations()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: wider than a narrow screen, it is scrolled by keyboard
    <section className={classes.scroll} aria-label={t('table')} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            {(['sent', 'type', 'issuer', 'audience', 'window', 'outcome', 'claim'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {warnings.map((warning) => (
            <tr key={warning.id}>
              <td>
                <WorldDateText value={warning.sent} />
                {warning.sent?.verbatim && <q translate="no">{warning.sent.verbatim}</q>}
              </td>
              <td>
                {label(`messageType.${warning.messageType}`)}
                <Reference warning={warning} />
              </td>
              <td>{warning.issuer?.name ?? t('issuerUnknown')}</td>
              <td>{warning.audience ?? t('audienceUnknown')}</td>
              <td>
                <Window warning={warning} />
              </td>
              <td className={classes.end}>
                <span aria-hidden>{OUTCOME_SIGN[warning.outcome]}</span> {label(`outcome.${warning.outcome}`)}
              </td>
              <td>
                <Link href={`/articles/${warning.claim.article.id}?claim=${warning.claim.id}`}>
                  {warning.claim.wording}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
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
      {windowVerbatim && <q translate="no">{windowVerbatim}</q>}
      {!windowOnset && !windowExpires && !windowVerbatim && '–'}
    </>
  )
}
