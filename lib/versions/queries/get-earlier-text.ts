import { getArticle } from '@/lib/articles/queries'
import { type Ctx, projectOf } from '@/lib/context'
import { findFresh } from '@/lib/versions/queries/find-fresh'

/**
 * One of an article's texts with the passages of claims that stand on it, in reading order, and what is new beside the text before it,
 * in code points. Throws `not-found`.
 */
export async function getEarlierText(ctx: Ctx, articleId: string, number: number) {
  const article = await getArticle(ctx, articleId, number)
  const projectId = projectOf(ctx)
  const marks = await ctx.db.claimSpan.findMany({
    where: { span: { versionId: article.shown.id, projectId }, claim: { deletedAt: null } },
    orderBy: { span: { start: 'asc' } },
    select: {
      span: { select: { id: true, start: true, end: true } },
      claim: { select: { id: true, number: true, wording: true, category: true } },
    },
  })
  const before = article.versions.find((each) => each.number === number - 1)
  const earlier =
    before &&
    (await ctx.db.articleVersion.findFirst({ where: { id: before.id, projectId }, select: { id: true, text: true } }))
  const fresh = earlier ? (await findFresh(earlier, article.shown)).added : []
  return { article, fresh, marks: marks.map(({ span, claim }) => ({ ...span, claim })) }
}
