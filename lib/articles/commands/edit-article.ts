import { publishedColumns, requireOutlet } from '@/lib/articles/commands/add-article'
import { loadArticleToChange, saveArticle } from '@/lib/articles/commands/article-access'
import { editArticleInput } from '@/lib/articles/schema'
import { command } from '@/lib/audit/record'
import { authorise } from '@/lib/auth/permissions'
import { nameKey } from '@/lib/sources/name-key'

/** Changes what is known about an article; its text never changes. Answers its new version. */
export const editArticle = command('article:edit', editArticleInput, async (ctx, input) => {
  authorise('article:edit', ctx.actor)
  const before = await loadArticleToChange(ctx, input.id)
  await requireOutlet(ctx, input.outletId)
  const after = await saveArticle(ctx, input, {
    title: input.title,
    language: input.language,
    outletId: input.outletId,
    ...publishedColumns(input.published),
    byline: input.byline,
    dateline: input.dateline,
    originUrl: input.originUrl,
  })
  // The article is a source too, and goes by its title unless somebody named the source otherwise.
  await ctx.tx.source.updateMany({
    where: { id: before.sourceId, projectId: before.projectId, name: before.title },
    data: { name: input.title, nameKey: nameKey(input.title), version: { increment: 1 } },
  })
  return {
    result: { id: after.id, version: after.version },
    entityId: after.id,
    articleId: after.id,
    before,
    after,
  }
})
