import { useLocale, useTranslations } from 'next-intl'
import { dateLocale } from '@/app/_ui/date-format'
import { formatWorldDate } from '@/lib/dates/world-date'
import type { WarningOfEvent } from '@/lib/warnings/queries'
import type { LineWords } from '@/lib/warnings/timeline-layout'
import type { WarningOutcome } from '@/prisma/generated/enums'

/** The outcome as a shape; its word always stands beside it. */
export const OUTCOME_SIGN: Record<WarningOutcome, string> = {
  MATERIALISED: '●',
  AVERTED: '◑',
  NOT_OBSERVED: '○',
  NOT_KNOWN: '?',
}

type Tellings = readonly [WarningOfEvent, ...WarningOfEvent[]]

/** A warning in words: who warned whom, what became of it, and which texts tell it. */
export function useWarningWords() {
  const t = useTranslations('timeline')
  const label = useTranslations()
  const locale = useLocale()
  const who = ([{ issuer, audience }]: Tellings) =>
    t('who', { issuer: issuer?.name ?? t('issuerUnknown'), audience: audience ?? t('audienceUnknown') })
  const told = (tellings: Tellings) => {
    const titles = [...new Set(tellings.map(({ claim }) => claim.article.title))]
    return t('told', { count: tellings.length, titles: new Intl.ListFormat(locale).format(titles) })
  }
  const dates = (tellings: Tellings) => {
    const all = tellings.map(({ sent }) => (sent ? formatWorldDate(sent, dateLocale(locale)) : t('dateUnknown')))
    return [...new Set(all)].join(', ')
  }
  const wordsOf = (tellings: Tellings): LineWords => {
    const [{ messageType, outcome }] = tellings
    const end = `${OUTCOME_SIGN[outcome]}\u00a0${label(`outcome.${outcome}`)}`
    return { head: who(tellings), below: [label(`messageType.${messageType}`), end, told(tellings)].join(' · ') }
  }
  const nameOf = (tellings: Tellings) => {
    const [{ messageType, outcome, claim }] = tellings
    return [
      ...[label(`messageType.${messageType}`), who(tellings), dates(tellings), label(`outcome.${outcome}`)],
      ...[told(tellings), claim.wording],
    ].join(' · ')
  }
  return { wordsOf, nameOf }
}
