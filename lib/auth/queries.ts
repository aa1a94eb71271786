import type { Ctx } from '@/lib/context'
import { type BoundedCount, countUpTo } from '@/lib/database/bounded-count'

/** Of unread notices so many are counted. */
const MOST_UNREAD = 99

/** How many notices the person has not read, up to 99: those of this project, and those about one-time links. */
export async function countUnreadNotices(ctx: Pick<Ctx, 'db'>, person: string, project: string): Promise<BoundedCount> {
  return countUpTo(async (most) => {
    const [unread] = await ctx.db.$queryRaw<{ found: number }[]>`
      SELECT count(*)::int AS "found" FROM (
        (SELECT 1 FROM "Notice" WHERE "userId" = ${person}::uuid AND "projectId" = ${project}::uuid AND "readAt" IS NULL)
        UNION ALL
        (SELECT 1 FROM "LinkNotice" WHERE "userId" = ${person}::uuid AND "readAt" IS NULL)
        LIMIT ${most}) unread`
    return unread?.found ?? 0
  }, MOST_UNREAD)
}
