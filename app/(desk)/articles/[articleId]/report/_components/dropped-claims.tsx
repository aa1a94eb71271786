import { useTranslations } from 'next-intl'
import { DateText } from '@/app/_ui/date-text'
import { CategoryWord } from '@/app/(desk)/_components/claims/category-word'
import type { DroppedClaim } from '@/lib/reports/report-claim'
import classes from '../report.module.css'

/** What was marked and then not checked, and why: a reader may miss it otherwise. */
export function DroppedClaims({ claims }: { claims: readonly DroppedClaim[] }) {
  const t = useTranslations('report')
  const label = useTranslations()
  return (
    <section className={classes.claim} aria-labelledby="dropped">
      <h2 id="dropped">{t('dropped')}</h2>
      <ul className={classes.dropped}>
        {claims.map(({ id, number, wording, category, checked, passages, by, at, reason }) => {
          const date = () => <DateText value={at} />
          return (
            <li key={id} id={`claim-${number}`}>
              <p className={classes.sentence}>
                {number}. {wording}
              </p>
              <p className={classes.small}>
                <CategoryWord category={category} /> · {label(`checked.long.${checked}`)}
              </p>
              {passages.map(({ exact, ...place }) => (
                <p key={`${place.version}-${place.start}`} className={classes.small}>
                  {t('quote', { words: exact })} {t('placeOfVersion', place)}
                </p>
              ))}
              <p className={classes.small}>
                {by && reason ? t.rich('droppedBy', { name: by, reason, date }) : t.rich('droppedOn', { date })}
              </p>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
