import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { getCtx } from '@/app/_server/actor'
import { Note } from '@/app/_ui/note'
import { Section } from '@/app/_ui/section'
import { previewMerge } from '@/lib/independence/queries/preview-merge'
import classes from './merge.module.css'

/** What the merge does to the counts of origins, and to what people decided: the reason to look before. */
export async function MergeOrigins({ keptId, droppedId }: { keptId: string; droppedId: string }) {
  const [{ claims, total, droppedDecisions }, t] = await Promise.all([
    getCtx().then((ctx) => previewMerge(ctx, keptId, droppedId)),
    getTranslations('sources.merge'),
  ])
  return (
    <Section title={t('origins')} count={total} look="card">
      {total === 0 ? (
        t('originsNone')
      ) : (
        <>
          <p className={classes.help}>{t('originsText')}</p>
          <ul className={classes.changes}>
            {claims.map(({ id, wording, articleId, articleTitle, before, after }) => (
              <li key={id}>
                <span className={classes.change}>{t('originsChange', { before, after })}</span>
                <span>
                  <Link href={`/articles/${articleId}?claim=${id}&tab=attribution`}>{wording}</Link>
                  <span className={classes.facts}>{articleTitle}</span>
                </span>
              </li>
            ))}
          </ul>
          {total > claims.length && <p>{t('originsMore', { count: total - claims.length })}</p>}
        </>
      )}
      {droppedDecisions.length > 0 && (
        <Note title={t('decisions', { count: droppedDecisions.length })}>
          <ul className={classes.claims}>
            {droppedDecisions.map(({ id, reason, by }) => (
              <li key={id}>{t('decision', { reason, name: by.name })}</li>
            ))}
          </ul>
        </Note>
      )}
      <p className={classes.help}>{t('attention')}</p>
    </Section>
  )
}
