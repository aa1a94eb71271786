import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Section } from '@/app/_ui/section'
import type { MergePreview } from '@/lib/sources/queries/merge-preview'
import classes from './merge.module.css'

const LINES = [
  { key: 'sourceId', of: ['Hop.sourceId'] },
  { key: 'affiliationId', of: ['Hop.affiliationId'] },
  { key: 'onBehalfOfId', of: ['Hop.onBehalfOfId'] },
  { key: 'evidence', of: ['Evidence.sourceId'] },
  { key: 'warnings', of: ['Warning.issuerId', 'Warning.onBehalfOfId'] },
  { key: 'articles', of: ['Article.outletId'] },
  { key: 'children', of: ['Source.parentId'] },
  { key: 'parts', of: ['SourcePart.sourceId', 'SourcePart.wholeId'] },
  { key: 'replies', of: ['ReplyRequest.sourceId'] },
  { key: 'figures', of: ['Figure.populationSourceId'] },
] as const

/** What moves from the one that goes to the one that is kept, in numbers. */
export function MergeCounts({ references, bothInARow }: Pick<MergePreview, 'references' | 'bothInARow'>) {
  const t = useTranslations('sources.merge')
  const countOf = (columns: readonly string[]) =>
    references.reduce((sum, each) => sum + (columns.includes(`${each.table}.${each.column}`) ? each.count : 0), 0)
  const lines = LINES.map(({ key, of }) => ({ key, count: countOf(of) })).filter(({ count }) => count > 0)
  return (
    <Section title={t('moved')} look="card">
      {lines.length === 0 ? (
        t('movesNothing')
      ) : (
        <ul className={classes.counts}>
          {lines.map(({ key, count }) => (
            <li key={key}>{t(`moves.${key}`, { count })}</li>
          ))}
        </ul>
      )}
      {bothInARow.total > 0 && (
        <>
          <p>{t('inARow', { count: bothInARow.total })}</p>
          <ul className={classes.claims}>
            {bothInARow.claims.map((claim) => (
              <li key={claim.id}>
                <Link href={`/articles/${claim.articleId}?claim=${claim.id}&tab=attribution`} dir="auto">
                  {claim.wording}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}
