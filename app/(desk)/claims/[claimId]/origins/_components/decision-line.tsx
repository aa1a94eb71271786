import { useTranslations } from 'next-intl'
import { DateText } from '@/app/_ui/date-text'
import type { Reason } from '@/lib/errors'
import type { DecisionView, IndependenceView } from '@/lib/independence/view'
import { useAppearanceNames } from './appearance-names'
import classes from './origins.module.css'
import { TakeBackButton } from './take-back-button'

interface DecisionLineProps {
  decision: DecisionView
  view: IndependenceView
  /** Why it cannot be taken back now. */
  reasons: readonly Reason[]
}

/** What a person decided, why, and when; with the way back. */
export function DecisionLine({ decision, view, reasons }: DecisionLineProps) {
  const t = useTranslations('origins.decision')
  const { shortName } = useAppearanceNames(view)
  const { id, kind, appearanceId, otherId, reason, by, at, isDropped } = decision
  const appearance = shortName(appearanceId)
  const words =
    otherId === null
      ? t(kind === 'CONCERNED' ? 'CONCERNED' : 'DIFFERENT', { appearance })
      : t(kind === 'SAME' ? 'SAME' : 'DIFFERENT_FROM', { appearance, other: shortName(otherId) })
  return (
    <div className={classes.decision} data-dropped={isDropped || undefined}>
      <div>
        <p className={classes.decided} dir="auto">
          {words}
        </p>
        <p className={classes.reason} dir="auto">
          {reason}
        </p>
        <p className={classes.by}>
          {t.rich('by', { name: by.name, date: () => <DateText value={at} look="dateTime" /> })}
        </p>
        {isDropped && <p className={classes.by}>{t('dropped')}</p>}
      </div>
      <TakeBackButton id={id} appearanceId={appearanceId} words={words} reasons={reasons} />
    </div>
  )
}
