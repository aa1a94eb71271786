import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Pill } from '@/app/_ui/pill'
import type { FigureReference, FigureView } from '@/lib/figures/queries'
import classes from './figures.module.css'

/** The event of a figure, and what it is to others: part, total, disjoint, in whose place, replaced by which. */
export function FigureStanding({ figure }: { figure: FigureView }) {
  const t = useTranslations('figure.standing')
  const { event, relation, relatedTo, supersedes, supersedesReason, supersededBy } = figure
  if (!event && !relatedTo && !supersedes && supersededBy.length === 0) return null
  const other = (linked: FigureReference) => (
    <Link href={`/articles/${linked.articleId}?claim=${linked.claimId}&tab=claim`}>
      {t('words', { words: linked.verbatim })}
    </Link>
  )
  return (
    <ul className={classes.standing}>
      {supersededBy.map((each) => (
        <li key={each.id}>
          <Pill tone="warning">{t('superseded')}</Pill> {t('by')} {other(each)}
        </li>
      ))}
      {supersedes && (
        <li>
          {t('supersedes')} {other(supersedes)}
          {supersedesReason && t('reason', { reason: supersedesReason })}
        </li>
      )}
      {relation && relatedTo && (
        <li>
          {t(`relation.${relation}`)} {other(relatedTo)}
        </li>
      )}
      {event && (
        <li>
          {t('event')}{' '}
          <Link href={`/events/${event.id}`} dir="auto">
            {event.title}
          </Link>
        </li>
      )}
    </ul>
  )
}
