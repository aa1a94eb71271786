import { authorise } from '@/lib/auth/permissions'
import { type Ctx, personOf, projectOf } from '@/lib/context'

/** One's newest notices in this project, at most `take`, with the claims that they are about. */
export async function listNotices(ctx: Ctx, take = 50) {
  authorise('project:read', ctx.actor)
  return ctx.db.notice.findMany({
    where: { userId: personOf(ctx), projectId: projectOf(ctx) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take,
    select: {
      id: true,
      kind: true,
      createdAt: true,
      readAt: true,
      causedBy: { select: { name: true } },
      claim: { select: { id: true, number: true, wording: true, articleId: true } },
    },
  })
}
export type NoticeView = Awaited<ReturnType<typeof listNotices>>[number]
