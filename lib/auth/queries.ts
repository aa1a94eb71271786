import type { Ctx } from '@/lib/context'

/** How many notices the person has not read: those of this project, and those about one-time links. */
export async function countUnreadNotices(ctx: Pick<Ctx, 'db'>, person: string, project: string): Promise<number> {
  const [ofProject, ofLinks] = await Promise.all([
    ctx.db.notice.count({ where: { userId: person, projectId: project, readAt: null } }),
    ctx.db.linkNotice.count({ where: { userId: person, readAt: null } }),
  ])
  return ofProject + ofLinks
}
