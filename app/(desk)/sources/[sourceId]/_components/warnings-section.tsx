import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { getCtx } from '@/app/_server/actor'
import { Section } from '@/app/_ui/section'
import { leftOf } from '@/lib/database/bounded-count'
import { listWarningsOfSource } from '@/lib/sources/queries/said'
import { WorldDateText } from '../../../_components/world-date-text'
import sourceClasses from '../../_components/sources.module.css'
import classes from './source-page.module.css'

/** The warnings that a source issued, or in whose name somebody did. */
export async function WarningsSection({ sourceId }: { sourceId: string }) {
  const [{ total, warnings }, t] = await Promise.all([
    getCtx().then((ctx) => listWarningsOfSource(ctx, sourceId)),
    getTranslations('sources.warnings'),
  ])
  if (total.count === 0) return null
  const left = leftOf(total, warnings.length)
  return (
    <Section title={t('title')} count={total} look="flush">
      <ul className={sourceClasses.list}>
        {warnings.map(({ id, claim, sent, audience }) => (
          <li key={id} className={classes.line}>
            <Link href={`/articles/${claim.articleId}?claim=${claim.id}`} dir="auto">
              {claim.wording}
            </Link>
            <span className={classes.meta}>
              <WorldDateText value={sent} />
              {audience && <span>{t('audience', { audience })}</span>}
            </span>
          </li>
        ))}
        {left.count > 0 && (
          <li className={classes.line}>{t(left.more ? 'moreThan' : 'more', { count: left.count })}</li>
        )}
      </ul>
    </Section>
  )
}
