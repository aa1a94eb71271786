import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Fragment, type ReactNode } from 'react'
import { dateLocale } from '@/app/_ui/date-format'
import { formatWorldDate } from '@/lib/dates/world-date'
import type { WarningFields } from '@/lib/warnings/schema'
import classes from './warning.module.css'
import { windowText } from './window-text'

type WithName = { name: string }
type WordsWithLink = { words: string; href?: string }
export type ShownWarning = Omit<WarningFields, 'issuerId' | 'onBehalfOfId' | 'eventId' | 'refersToId'> & {
  issuer: WithName | null
  onBehalfOf: WithName | null
  event: WordsWithLink | null
  /** The warning of the project that this one updates or cancels. */
  refersToWarning: WordsWithLink | null
}

/** What is known of a warning, as a list of terms; what is not known is left out. */
export function WarningFacts({ warning }: { warning: ShownWarning }) {
  const t = useTranslations('warning')
  const label = useTranslations()
  const locale = useLocale()
  const { sent } = warning
  const sentText = sent && formatWorldDate(sent, dateLocale(locale))
  const facts: [string, ReactNode][] = [
    [t('field.messageType'), label(`messageType.${warning.messageType}`)],
    [t('field.issuer'), warning.issuer?.name],
    [t('field.onBehalfOf'), warning.onBehalfOf?.name],
    [t('field.audience'), warning.audience],
    [t('field.sent'), sent?.verbatim ? t('dated', { date: String(sentText), words: sent.verbatim }) : sentText],
    [t('field.refersTo'), warning.refersToWarning && <LinkedWords {...warning.refersToWarning} />],
    [t('field.refersToWords'), warning.refersTo],
    [t('field.event'), warning.event && <LinkedWords {...warning.event} />],
    [t('field.threatActor'), warning.threatActor],
    [t('field.attackType'), warning.attackType],
    [t('field.targets'), warning.targets],
    [t('field.areas'), warning.areas],
    [t('field.window'), windowOf(warning, locale)],
    [t('field.instruction'), warning.instruction],
    [
      t('field.likelihood'),
      warning.likelihood && (
        <q className={classes.quote} translate="no" dir="auto">
          {warning.likelihood}
        </q>
      ),
    ],
    [t('field.urgency'), warning.urgency !== 'UNKNOWN' && label(`urgency.${warning.urgency}`)],
    [t('field.severity'), warning.severity !== 'UNKNOWN' && label(`severity.${warning.severity}`)],
    [t('field.certainty'), warning.certainty !== 'UNKNOWN' && label(`warningCertainty.${warning.certainty}`)],
    [t('field.outcome'), label(`outcome.${warning.outcome}`)],
  ]
  return (
    <dl className={classes.facts}>
      {facts.map(
        ([term, fact]) =>
          fact && (
            <Fragment key={term}>
              <dt>{term}</dt>
              <dd>{fact}</dd>
            </Fragment>
          ),
      )}
    </dl>
  )
}

const LinkedWords = ({ words, href }: WordsWithLink) => (href ? <Link href={href}>{words}</Link> : words)

function windowOf(warning: ShownWarning, locale: string): ReactNode {
  const text = windowText(warning, locale)
  const { windowVerbatim } = warning
  if (!text && !windowVerbatim) return null
  return (
    <>
      {text}
      {windowVerbatim && (
        <q className={classes.quote} translate="no" dir="auto">
          {windowVerbatim}
        </q>
      )}
    </>
  )
}
