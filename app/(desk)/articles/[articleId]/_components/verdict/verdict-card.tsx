import { useTranslations } from 'next-intl'
import { DateText } from '@/app/_ui/date-text'
import { Note } from '@/app/_ui/note'
import { Pill } from '@/app/_ui/pill'
import { RatingPill } from '@/app/(desk)/_components/claims/rating-pill'
import type { VerdictView } from '@/lib/verdicts/queries/verdicts'
import { EvidenceName } from './evidence-name'
import classes from './verdict.module.css'

/** One verdict whole: the rating, whether it is approved, whose it is, why, and what it relies on. */
export function VerdictCard({ verdict, needsAttention = false }: { verdict: VerdictView; needsAttention?: boolean }) {
  const t = useTranslations('verdict')
  const { rating, author, createdAt, asOf, rationale, method, evidence, isApproved, isPresent } = verdict
  return (
    <article className={classes.current}>
      <div className={classes.status}>
        <span className={classes.rating}>
          <RatingPill rating={rating} />
        </span>
        <Pill tone={isApproved ? 'true' : 'warning'} look="plain" icon={isApproved ? '✓' : '○'}>
          {isApproved ? t('approved') : t('notApproved')}
        </Pill>
        {needsAttention && (
          <Pill tone="warning" look="plain" icon="⚠">
            {t('needsAttention')}
          </Pill>
        )}
      </div>
      <div className={classes.status}>
        <span dir="auto">{author.name}</span>
        <DateText value={createdAt} look="dateTime" />
        <span>{t.rich('asOf', { date: () => <DateText value={asOf} /> })}</span>
      </div>
      {!isPresent && !needsAttention && <Note>{t('changedSince')}</Note>}
      <p className={classes.rationale} dir="auto">
        {rationale}
      </p>
      {method && (
        <>
          <h3 className={classes.term}>{t('field.method')}</h3>
          <p className={classes.method}>{method}</p>
        </>
      )}
      <h3 className={classes.term}>{t('reliesOn')}</h3>
      {evidence.length === 0 ? (
        <p className={classes.hint}>{t('reliesOnNothing')}</p>
      ) : (
        <ul className={classes.evidence}>
          {evidence.map((item) => (
            <li key={item.id}>
              <EvidenceName item={item} /> {item.withdrawnAt && <Pill tone="warning">{t('withdrawn')}</Pill>}
            </li>
          ))}
        </ul>
      )}
    </article>
  )
}
