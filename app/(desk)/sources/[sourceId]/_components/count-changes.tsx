import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Note } from '@/app/_ui/note'
import type { CountPreview } from '@/lib/independence/queries/preview-counts'
import classes from './count-changes.module.css'

/** The claims whose number of origins would change, before and after, and the decisions that would lose their effect. */
export function CountChanges({ claims, total, droppedDecisions }: CountPreview) {
  const t = useTranslations('sources.merge')
  return (
    <>
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
                  <Link href={`/articles/${articleId}?claim=${id}&tab=attribution`} dir="auto">
                    {wording}
                  </Link>
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
          <ul className={classes.decisions}>
            {droppedDecisions.map(({ id, reason, by }) => (
              <li key={id}>{t('decision', { reason, name: by.name })}</li>
            ))}
          </ul>
        </Note>
      )}
      {(total > 0 || droppedDecisions.length > 0) && <p className={classes.help}>{t('attention')}</p>}
    </>
  )
}
