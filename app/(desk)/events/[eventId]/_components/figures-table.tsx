import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Pill } from '@/app/_ui/pill'
import { RatingPill } from '@/app/(desk)/_components/claims/rating-pill'
import { useAmount } from '@/app/(desk)/_components/use-amount'
import { useFigureOrigin } from '@/app/(desk)/_components/use-figure-origin'
import { useWhoCounted } from '@/app/(desk)/_components/use-who-counted'
import { WorldDateText } from '@/app/(desk)/_components/world-date-text'
import type { WorldDate } from '@/lib/fields'
import type { EventFigure } from '@/lib/figures/queries'
import type { FigureOrigins } from '@/lib/independence/figure-origins'
import classes from './event.module.css'

interface FiguresTableProps {
  figures: readonly EventFigure[]
  /** Whose each figure is, by its id. */
  origins: ReadonlyMap<string, FigureOrigins>
}

const COLUMNS = ['figure', 'bounds', 'population', 'asOf', 'origin', 'basis', 'standing', 'claim'] as const

/** Everything that the plot shows, and what it cannot, in words. */
export function FiguresTable({ figures, origins }: FiguresTableProps) {
  const t = useTranslations('event.table')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={classes.scroll} aria-label={t('label')} tabIndex={0}>
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
          {figures.map((figure) => (
            <FigureRow key={figure.id} figure={figure} origins={origins.get(figure.id)} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function FigureRow({ figure, origins }: { figure: EventFigure; origins: FigureOrigins | undefined }) {
  const t = useTranslations('event.table')
  const label = useTranslations()
  const who = useWhoCounted()
  const { claim, supersedes, supersedesReason, supersededBy, relation, relatedTo } = figure
  const number = (value: number | null) => (value === null ? '–' : t('number', { value }))
  const dated = (date: WorldDate | null) =>
    date ? (
      <>
        <WorldDateText value={date} />
        {date.verbatim && (
          <span className={classes.words} translate="no" dir="auto">
            {t('quote', { words: date.verbatim })}
          </span>
        )}
      </>
    ) : (
      '–'
    )
  return (
    <tr data-hollow={figure.rank === 'DEPRECATED' || undefined}>
      <th scope="row">
        <span className={classes.amount}>{useAmount(figure)}</span>
        <span className={classes.words} translate="no" dir="auto">
          {t('quote', { words: figure.verbatim })}
        </span>
      </th>
      <td className={classes.bounds}>{[figure.low, figure.best, figure.high].map(number).join(' · ')}</td>
      <td>{who(figure)}</td>
      <td>
        {dated(figure.asOf)}
        {figure.reportedOn && (
          <p className={classes.words}>
            {t.rich('reported', { date: () => <WorldDateText value={figure.reportedOn} /> })}
          </p>
        )}
      </td>
      <td className={classes.origin}>{useFigureOrigin()(origins).text}</td>
      <td>{label(`figureBasis.${figure.basis}`)}</td>
      <td>
        <p>{label(`rank.${figure.rank}`)}</p>
        {supersededBy.map(({ id, verbatim }) => (
          <p key={id}>{t('supersededBy', { words: verbatim })}</p>
        ))}
        {supersedes && <p>{t('supersedes', { words: supersedes.verbatim, reason: supersedesReason ?? '' })}</p>}
        {relation && relatedTo && <p>{t(`relation.${relation}`, { words: relatedTo.verbatim })}</p>}
      </td>
      <td className={classes.claim}>
        <Link href={`/articles/${claim.article.id}?claim=${claim.id}&tab=claim`} dir="auto">
          {claim.wording}
        </Link>
        <span className={classes.words} dir="auto">
          {claim.article.title}
        </span>
        {claim.rating ? <RatingPill rating={claim.rating} /> : <Pill look="soft">{label(`state.${claim.state}`)}</Pill>}
      </td>
    </tr>
  )
}
