import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { dateLocale } from '@/app/_ui/date-format'
import { Glyph } from '@/app/_ui/glyph'
import { Pill } from '@/app/_ui/pill'
import { RatingPill } from '@/app/(desk)/_components/claims/rating-pill'
import { useAmount } from '@/app/(desk)/_components/use-amount'
import { useCountedPeople } from '@/app/(desk)/_components/use-counted-people'
import { useFigureOrigin } from '@/app/(desk)/_components/use-figure-origin'
import { formatWorldDate } from '@/lib/dates/world-date'
import type { RivalFigure, Rivals as RivalsOf } from '@/lib/independence/queries/rivals'
import classes from './rivals.module.css'

interface RivalsProps {
  claimId: string
  rivals: readonly RivalsOf[]
}

/** What the event's other figures say of the same things as a claim's, beside its own; nothing where there are none. */
export function Rivals({ claimId, rivals }: RivalsProps) {
  return rivals.map((each) => <OneThing key={each.key} claimId={claimId} rivals={each} />)
}

function OneThing({ claimId, rivals }: { claimId: string; rivals: RivalsOf }) {
  const t = useTranslations('rivals')
  const { event, own, others } = rivals
  const people = useCountedPeople(own[0])
  return (
    <section className={classes.thing} aria-label={t('label', { people })}>
      <h3 className={classes.head}>
        {t('title', { count: own.length + others.length })}
        <span className={classes.people}>
          {people} ·{' '}
          <Link href={`/events/${event.id}`} dir="auto">
            {event.title}
          </Link>
        </span>
      </h3>
      <ul className={classes.list}>
        {[...own, ...others].map((figure) => (
          <Rival key={figure.id} figure={figure} isOwn={figure.claimId === claimId} />
        ))}
      </ul>
    </section>
  )
}

function Rival({ figure, isOwn }: { figure: RivalFigure; isOwn: boolean }) {
  const t = useTranslations('rivals')
  const label = useTranslations()
  const { text, names } = useFigureOrigin()(figure.origins)
  const locale = useLocale()
  const { asOf, claim, rank, supersededBy } = figure
  return (
    <li className={classes.rival} data-own={isOwn || undefined} data-rank={rank}>
      <p className={classes.line}>
        <span className={classes.amount}>{useAmount(figure)}</span>
        {rank !== 'NORMAL' && (
          <Pill tone={rank === 'PREFERRED' ? 'true' : 'warning'}>
            {supersededBy.length > 0 ? label('figure.standing.superseded') : label(`rank.${rank}`)}
          </Pill>
        )}
        {isOwn && <Pill look="soft">{t('own')}</Pill>}
      </p>
      <p className={classes.facts}>
        {asOf
          ? label(`figure.dated.${asOf.precision}`, { date: formatWorldDate(asOf, dateLocale(locale)) })
          : t('noDate')}
        {' · '}
        <Glyph shape={names.length > 0 ? 'full' : 'question'} tone={names.length > 0 ? 'accent' : 'warning'} />{' '}
        {label('figureOrigin.line', { origin: text })}
      </p>
      {!isOwn && (
        <p className={classes.claim}>
          <Link href={`/articles/${claim.article.id}?claim=${claim.id}&tab=verdict`} dir="auto">
            {claim.wording}
          </Link>{' '}
          <span className={classes.facts} dir="auto">
            {claim.article.title}
          </span>{' '}
          {claim.rating ? (
            <RatingPill rating={claim.rating} />
          ) : (
            <Pill look="soft">{label(`state.${claim.state}`)}</Pill>
          )}
        </p>
      )}
    </li>
  )
}
