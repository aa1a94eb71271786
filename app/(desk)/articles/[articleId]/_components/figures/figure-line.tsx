import { useLocale, useTranslations } from 'next-intl'
import { dateLocale } from '@/app/_ui/date-format'
import type { WorldDate } from '@/lib/fields'
import { leadingNumber } from '@/lib/figures/quantity'
import type { FigureFields } from '@/lib/figures/schema'
import { formatWorldDate } from '@/lib/text/world-date'
import classes from './figures.module.css'

/** A figure in one line: how many of what, of whom, as of when, and what else is known. */
export function FigureLine({ figure }: { figure: FigureFields }) {
  const t = useTranslations('figure')
  const label = useTranslations()
  const locale = useLocale()
  const amount = useAmount(figure)
  const dated = (date: WorldDate) => {
    const text = t(`dated.${date.precision}`, { date: formatWorldDate(date, dateLocale(locale)) })
    return date.verbatim ? `${text} ${t('inTheText', { words: date.verbatim })}` : text
  }
  const { population, includesAttackers, nationality, place, asOf, reportedOn, basis, rank } = figure
  const facts = [
    label(`population.${population}`),
    nationality,
    includesAttackers !== 'NOT_STATED' && label(`includesAttackers.${includesAttackers}`),
    asOf && dated(asOf),
    reportedOn && t('reported', { date: dated(reportedOn) }),
    place,
    basis !== 'NOT_STATED' && t('from', { basis: label(`figureBasis.${basis}`) }),
    rank !== 'NORMAL' && label(`rank.${rank}`),
  ]
  return (
    <p className={classes.line}>
      <span className={classes.amount}>{amount}</span>
      <span className={classes.facts}>
        {facts
          .filter(Boolean)
          .map((fact) => ` · ${fact}`)
          .join('')}
      </span>
    </p>
  )
}

/** "170 tués", "au moins 13 blessés", "de 10 à 20 soldats (le plus probable : 12)". */
function useAmount({ measure, qualifier, unit, low, best, high }: FigureFields) {
  const t = useTranslations('figure')
  const label = useTranslations('measure')
  const number = leadingNumber({ measure, qualifier, unit, low, best, high })
  const counted = number ?? high ?? best ?? low ?? 2
  const noun = measure === 'OTHER' ? (unit ?? label('OTHER')) : t(`counted.${measure}`, { count: Math.abs(counted) })
  if (qualifier === 'VAGUE') return t('amount.VAGUE', { noun })
  if (number === null) {
    const range = t('amount.RANGE', { low: low ?? 0, high: high ?? 0, noun })
    return best === null ? range : `${range} ${t('best', { best })}`
  }
  const amount = t(`amount.${qualifier}`, { number, noun })
  return low !== null && high !== null && low !== high ? `${amount} ${t('bounds', { low, high })}` : amount
}
