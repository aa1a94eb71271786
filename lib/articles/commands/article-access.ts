import { projectOf, type TxCtx } from '@/lib/context'
import { DomainError, foundOr404, refuseIf } from '@/lib/errors'
import type { Article, Prisma } from '@/prisma/generated/client'

/** The article within the actor's project. Throws `not-found`. */
export async function loadArticle(ctx: TxCtx, id: string): Promise<Article> {
  return foundOr404(await ctx.tx.article.findFirst({ where: { id, projectId: projectOf(ctx) } }), 'article')
}

/** The same to change it: refused while it is archived. */
export async function loadArticleToChange(ctx: TxCtx, id: string): Promise<Article> {
  const article = await loadArticle(ctx, id)
  refuseIf('refused', article.archivedAt ? [{ key: 'article.archived' }] : [])
  return article
}

/** Writes to the version that the person saw, and raises it. Throws `conflict` when it is another one by now. */
export async function saveArticle(
  ctx: TxCtx,
  seen: { id: string; version: number },
  data: Prisma.ArticleUncheckedUpdateManyInput,
): Promise<Article> {
  const saved = await ctx.tx.article.updateManyAndReturn({
    where: { id: seen.id, projectId: projectOf(ctx), version: seen.version },
    data: { ...data, version: { increment: 1 } },
  })
  if (!saved[0]) throw new DomainError('conflict', [{ key: 'changedMeanwhile' }])
  return saved[0]
}
