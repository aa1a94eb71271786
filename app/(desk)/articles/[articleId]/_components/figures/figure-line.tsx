import { useLocale, useTranslations } from 'next-intl'
import { dateLocale } from '@/app/_ui/date-format'
import { useAmount } from '@/app/(desk)/_components/use-amount'
import { useWhoCounted } from '@/app/(desk)/_components/use-who-counted'
import { formatWorldDate } from '@/lib/dates/world-date'
import type { WorldDate } from '@/lib/fields'
import type { FigureFacts } from '@/lib/figures/schema'
import classes from './figures.module.css'

type ShownFigure = Omit<FigureFacts, 'group'> & { group: { name: string } | null }

/** A figure in one line: how many of what, of whom, as of when, and what else is known. */
export function FigureLine({ figure }: { figure: ShownFigure }) {
  const t = useTranslations('figure')
  const label = useTranslations()
  const locale = useLocale()
  const amount = useAmount(figure)
  const dated = (date: WorldDate) => {
    const text = t(`dated.${date.precision}`, { date: formatWorldDate(date, dateLocale(locale)) })
    return date.verbatim ? `${text} ${t('inTheText', { words: date.verbatim })}` : text
  }
  const who = useWhoCounted()
  const { includesAttackers, place, asOf, reportedOn, basis, rank } = figure
  const facts = [
    who(figure),
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
