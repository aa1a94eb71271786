import { WAITING } from '@/lib/articles/queries'
import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'

/** How much of what stands on an article's earlier texts is to be settled in its newest. */
export async function countToSettle(ctx: Ctx, articleId: string): Promise<number> {
  authorise('project:read', ctx.actor)
  const projectId = projectOf(ctx)
  const latest = await ctx.db.articleVersion.findFirst({
    where: { projectId, articleId },
    orderBy: { number: 'desc' },
    select: { _count: { select: { anchorings: { where: WAITING } } } },
  })
  return latest?._count.anchorings ?? 0
}
