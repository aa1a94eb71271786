import { insertVersion, type ReceivedText } from '@/lib/articles/commands/version-row'
import { projectOf, type TxCtx } from '@/lib/context'
import { DomainError, refuseIf } from '@/lib/errors'
import { dayToDate, type WorldDate } from '@/lib/fields'
import { newId } from '@/lib/ids'
import { findOrAddSource } from '@/lib/sources/commands/find-or-add-source'
import { PUBLISHER_KINDS } from '@/lib/sources/schema'

export type NewArticle = ReceivedText & {
  id: string
  title: string
  language: string | null
  published: WorldDate | null
  outletId: string | null
  byline: string | null
  dateline: string | null
  originUrl: string | null
  seedFile: string | null
}

/** The columns of a publication date. */
export const publishedColumns = (published: WorldDate | null) => ({
  publishedVerbatim: published?.verbatim ?? null,
  publishedEarliest: dayToDate(published?.earliest ?? null),
  publishedLatest: dayToDate(published?.latest ?? null),
  publishedPrecision: published?.precision ?? null,
  publishedFrom: published?.clock?.from ?? null,
  publishedUntil: published?.clock?.until ?? null,
  publishedZone: published?.clock?.zone ?? null,
})

/** Refuses a publisher that can be none, or another project's. */
export async function requireOutlet(ctx: TxCtx, outletId: string | null): Promise<void> {
  if (!outletId) return
  const outlet = await ctx.tx.source.findFirst({
    where: { id: outletId, projectId: projectOf(ctx), kind: { in: PUBLISHER_KINDS }, mergedIntoId: null },
    select: { id: true },
  })
  if (!outlet) throw new DomainError('invalid', [{ key: 'article.notAnOutlet', path: 'outletId' }])
}

/** Writes an article, the Source that it is itself, and its first version, within the caller's command. */
export async function addArticle(ctx: TxCtx, article: NewArticle) {
  await requireOutlet(ctx, article.outletId)
  // The article's own source goes by its title.
  refuseIf('invalid', /[\p{L}\p{N}]/u.test(article.title) ? [] : [{ key: 'article.titleMissing', path: 'title' }])
  const source = await findOrAddSource(ctx, {
    id: newId(),
    kind: 'DOCUMENT',
    name: article.title,
    url: article.originUrl,
  })
  const row = await ctx.tx.article.create({
    data: {
      id: article.id,
      projectId: projectOf(ctx),
      title: article.title,
      sourceId: source.id,
      outletId: article.outletId,
      language: article.language,
      ...publishedColumns(article.published),
      byline: article.byline,
      dateline: article.dateline,
      originUrl: article.originUrl,
      seedFile: article.seedFile,
      createdAt: ctx.now,
    },
  })
  return { row, version: await insertVersion(ctx, row.id, newId(), 1, article) }
}
