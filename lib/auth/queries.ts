import type { Ctx } from '@/lib/context'
import { type BoundedCount, countUpTo } from '@/lib/database/bounded-count'

/** Of unread notices so many are counted. */
const MOST_UNREAD = 99

/** How many notices the person has not read, up to 99: those of this project, and those about one-time links. */
export async function countUnreadNotices(ctx: Pick<Ctx, 'db'>, person: string, project: string): Promise<BoundedCount> {
  return countUpTo(async (take) => {
    const [ofProject, ofLinks] = await Promise.all([
      ctx.db.notice.count({ where: { userId: person, projectId: project, readAt: null }, take }),
      ctx.db.linkNotice.count({ where: { userId: person, readAt: null }, take }),
    ])
    return ofProject + ofLinks
  }, MOST_UNREAD)
}
