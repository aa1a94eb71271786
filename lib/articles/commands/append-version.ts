import { loadArticleToChange } from '@/lib/articles/commands/article-access'
import { findSameText, insertVersion, type ReceivedText } from '@/lib/articles/commands/version-row'
import { projectOf, type TxCtx } from '@/lib/context'
import { foundOr404, refuseIf } from '@/lib/errors'
import { sha256 } from '@/lib/sha256'

/**
 * Gives an article a new text, within the caller's command. Null when the present text is this one already; `refused`
 * when the text is another article's. Answers the version before and the new one.
 */
export async function appendVersion(ctx: TxCtx, articleId: string, versionId: string, received: ReceivedText) {
  // The row is locked, so that two new versions get two numbers.
  await ctx.tx.$queryRaw`
    SELECT 1 FROM "Article" WHERE "id" = ${articleId}::uuid AND "projectId" = ${projectOf(ctx)}::uuid FOR UPDATE`
  const article = await loadArticleToChange(ctx, articleId)
  const same = await findSameText(ctx, received.text)
  refuseIf(
    'refused',
    same && same.id !== articleId ? [{ key: 'article.textOfAnother', values: { id: same.id, title: same.title } }] : [],
  )
  const before = foundOr404(
    await ctx.tx.articleVersion.findFirst({
      where: { articleId },
      orderBy: { number: 'desc' },
      select: { id: true, number: true, sha256: true },
    }),
    'articleVersion',
  )
  if (before.sha256 === sha256(received.text)) return null
  return { article, before, after: await insertVersion(ctx, articleId, versionId, before.number + 1, received) }
}
