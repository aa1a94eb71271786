import { loadArticleToChange, saveArticle } from '@/lib/articles/commands/article-access'
import { articleVersionInput } from '@/lib/articles/schema'
import { command } from '@/lib/audit/record'
import { authorise } from '@/lib/auth/permissions'
import { refuseIf } from '@/lib/errors'

/** Says that every claim of the article is marked, so that its progress means something. Answers its new version. */
export const finishMarking = command('article:finishMarking', articleVersionInput, async (ctx, input) => {
  authorise('article:finishMarking', ctx.actor)
  const before = await loadArticleToChange(ctx, input.id)
  refuseIf('refused', before.markingFinishedAt ? [{ key: 'article.markingFinishedAlready' }] : [])
  const after = await saveArticle(ctx, input, { markingFinishedAt: ctx.now })
  return { result: { id: after.id, version: after.version }, entityId: after.id, articleId: after.id, before, after }
})

/** Opens the article for marking again. Answers its new version. */
export const resumeMarking = command('article:resumeMarking', articleVersionInput, async (ctx, input) => {
  authorise('article:resumeMarking', ctx.actor)
  const before = await loadArticleToChange(ctx, input.id)
  refuseIf('refused', before.markingFinishedAt ? [] : [{ key: 'article.markingNotFinished' }])
  const after = await saveArticle(ctx, input, { markingFinishedAt: null })
  return { result: { id: after.id, version: after.version }, entityId: after.id, articleId: after.id, before, after }
})
