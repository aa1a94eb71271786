import { loadArticle, saveArticle } from '@/lib/articles/commands/article-access'
import { articleVersionInput } from '@/lib/articles/schema'
import { command } from '@/lib/audit/record'
import { authorise } from '@/lib/auth/permissions'
import { refuseIf } from '@/lib/errors'

/** Puts an article away; its claims and history stay. `unarchiveArticle` brings it back. Answers its new version. */
export const archiveArticle = command('article:archive', articleVersionInput, async (ctx, input) => {
  authorise('article:archive', ctx.actor)
  const before = await loadArticle(ctx, input.id)
  refuseIf('refused', before.archivedAt ? [{ key: 'article.archivedAlready' }] : [])
  const after = await saveArticle(ctx, input, { archivedAt: ctx.now })
  return { result: { id: after.id, version: after.version }, entityId: after.id, articleId: after.id, before, after }
})

/** Brings an archived article back. Answers its new version. */
export const unarchiveArticle = command('article:unarchive', articleVersionInput, async (ctx, input) => {
  authorise('article:unarchive', ctx.actor)
  const before = await loadArticle(ctx, input.id)
  refuseIf('refused', before.archivedAt ? [] : [{ key: 'article.notArchived' }])
  const after = await saveArticle(ctx, input, { archivedAt: null })
  return { result: { id: after.id, version: after.version }, entityId: after.id, articleId: after.id, before, after }
})
