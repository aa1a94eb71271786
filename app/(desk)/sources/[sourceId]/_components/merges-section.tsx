import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { getCtx } from '@/app/_server/actor'
import { DateText } from '@/app/_ui/date-text'
import { Section } from '@/app/_ui/section'
import { listMerges, type SourceView } from '@/lib/sources/queries/get-source'
import sourceClasses from '../../_components/sources.module.css'
import classes from './source-page.module.css'
import { UndoMergeButton } from './undo-merge-button'

/** The merges that a source took part in: who did them when, and the way back of those in force. */
export async function MergesSection({ source }: { source: SourceView }) {
  const [merges, t] = await Promise.all([
    getCtx().then((ctx) => listMerges(ctx, source.id)),
    getTranslations('sources.merge'),
  ])
  if (merges.length === 0) return null
  return (
    <Section title={t('history')} count={merges.length} look="flush" id="merges">
      <ul className={sourceClasses.list}>
        {merges.map((merge) => (
          <li key={merge.id} className={classes.merge}>
            <div>
              <p className={classes.mergeWords}>
                {t.rich('line', {
                  dropped: () => (
                    <Link href={`/sources/${merge.dropped.id}`} dir="auto">
                      {merge.dropped.name}
                    </Link>
                  ),
                  kept: () => (
                    <Link href={`/sources/${merge.kept.id}`} dir="auto">
                      {merge.kept.name}
                    </Link>
                  ),
                })}
              </p>
              <div className={classes.meta}>
                <span dir="auto">{merge.createdBy.name}</span>
                <DateText value={merge.createdAt} look="dateTime" />
                {merge.undoneAt && (
                  <span>
                    {t.rich('undone', {
                      name: merge.undoneBy?.name ?? '',
                      date: () => <DateText value={merge.undoneAt ?? merge.createdAt} look="dateTime" />,
                    })}
                  </span>
                )}
              </div>
            </div>
            {!merge.undoneAt && (
              <UndoMergeButton
                id={merge.id}
                kept={merge.kept.name}
                dropped={merge.dropped.name}
                reasons={source.refusals.undoMerge}
              />
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
