import { insertVersion, type ReceivedText, versionColumns } from '@/lib/articles/commands/version-row'
import { projectOf, type TxCtx } from '@/lib/context'
import { DomainError, type Reason, refuseIf } from '@/lib/errors'
import { dayToDate, type WorldDate } from '@/lib/fields'
import { newId } from '@/lib/ids'
import { findOrAddSource } from '@/lib/sources/commands/find-or-add-source'
import { PUBLISHER_KINDS } from '@/lib/sources/kinds'
import { nameKey } from '@/lib/sources/name-key'

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

const articleColumns = (ctx: TxCtx, article: NewArticle, sourceId: string) => ({
  id: article.id,
  projectId: projectOf(ctx),
  title: article.title,
  sourceId,
  outletId: article.outletId,
  language: article.language,
  ...publishedColumns(article.published),
  byline: article.byline,
  dateline: article.dateline,
  originUrl: article.originUrl,
  seedFile: article.seedFile,
  createdAt: ctx.now,
})

/** The article's own source goes by its title. */
export const titleRefusals = (title: string): Reason[] =>
  /[\p{L}\p{N}]/u.test(title) ? [] : [{ key: 'article.titleMissing', path: 'title' }]

/**
 * Writes many articles at once, within the caller's command, in three statements: their titles and outlets are known to be good, and
 * their texts to be new. What is read of the texts is left to whoever asks for it. Answers what the audit log keeps of each.
 */
export async function addArticles(ctx: TxCtx, articles: readonly NewArticle[]) {
  const projectId = projectOf(ctx)
  const made = articles.map((article) => {
    const source = {
      ...{ id: newId(), projectId, kind: 'DOCUMENT' as const, name: article.title, nameKey: nameKey(article.title) },
      ...{ aliases: [], url: article.originUrl, createdAt: ctx.now },
    }
    return {
      source,
      row: articleColumns(ctx, article, source.id),
      version: versionColumns(ctx, article.id, newId(), 1, article),
    }
  })
  await ctx.tx.source.createMany({ data: made.map(({ source }) => source) })
  await ctx.tx.article.createMany({ data: made.map(({ row }) => row) })
  await ctx.tx.articleVersion.createMany({ data: made.map(({ version }) => version.columns) })
  return made.map(({ row, version: { facts } }) => ({ row, version: facts }))
}

/** Writes an article, the Source that it is itself, and its first version, within the caller's command. */
export async function addArticle(ctx: TxCtx, article: NewArticle) {
  await requireOutlet(ctx, article.outletId)
  refuseIf('invalid', titleRefusals(article.title))
  const source = await findOrAddSource(ctx, {
    id: newId(),
    kind: 'DOCUMENT',
    name: article.title,
    url: article.originUrl,
  })
  const row = await ctx.tx.article.create({ data: articleColumns(ctx, article, source.id) })
  return { row, version: await insertVersion(ctx, row.id, newId(), 1, article) }
}
