import { waitingInVersion } from '@/lib/articles/queries/waiting-sql'
import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'

/** How much of what stands on an article's earlier texts is to be settled in its newest. */
export async function countToSettle(ctx: Ctx, articleId: string): Promise<number> {
  authorise('project:read', ctx.actor)
  const [latest] = await ctx.db.$queryRaw<{ waiting: number }[]>`
    SELECT ${waitingInVersion} AS "waiting" FROM "ArticleVersion" v
    WHERE v."projectId" = ${projectOf(ctx)}::uuid AND v."articleId" = ${articleId}::uuid ORDER BY v."number" DESC LIMIT 1`
  return latest?.waiting ?? 0
}
