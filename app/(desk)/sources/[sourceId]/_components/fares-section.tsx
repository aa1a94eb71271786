import { getTranslations } from 'next-intl/server'
import { getCtx } from '@/app/_server/actor'
import { Section } from '@/app/_ui/section'
import { speechActSide } from '@/lib/attributions/chain'
import { type Fares, getFares } from '@/lib/sources/queries/said'
import { SpeechAct } from '@/prisma/generated/enums'
import { RatingPill } from '../../../_components/claims/rating-pill'
import classes from './source-page.module.css'

const ASSERTING = Object.values(SpeechAct).filter((act) => speechActSide(act) === 'asserts')

/** How the claims fared that articles have from this source: approved verdicts first, the others named as such. */
export async function FaresSection({ sourceId }: { sourceId: string }) {
  const [fares, t] = await Promise.all([
    getCtx().then((ctx) => getFares(ctx, sourceId, ASSERTING)),
    getTranslations('sources.fares'),
  ])
  if (fares.total === 0) return null
  return (
    <Section title={t('title')} count={fares.total} look="card">
      <p className={classes.help}>{t('help')}</p>
      <dl className={classes.facts}>
        <div className={classes.fact}>
          <dt>{t('approved')}</dt>
          <dd>{fares.approved.length > 0 ? <Ratings fares={fares.approved} /> : t('noneApproved')}</dd>
        </div>
        {fares.notApproved.length > 0 && (
          <div className={classes.fact}>
            <dt>{t('notApproved')}</dt>
            <dd>
              <Ratings fares={fares.notApproved} />
            </dd>
          </div>
        )}
        {fares.withoutVerdict > 0 && (
          <div className={classes.fact}>
            <dt>{t('withoutVerdict')}</dt>
            <dd>{t('claims', { count: fares.withoutVerdict })}</dd>
          </div>
        )}
      </dl>
    </Section>
  )
}

function Ratings({ fares }: { fares: Fares['approved'] }) {
  return (
    <ul className={classes.ratings}>
      {fares.map(({ rating, claims }) => (
        <li key={rating.id}>
          <RatingPill rating={rating} /> <span className={classes.times}>× {claims}</span>
        </li>
      ))}
    </ul>
  )
}
