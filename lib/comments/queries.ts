import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'

/** The comments on a claim, oldest first. */
export async function listComments(ctx: Ctx, claimId: string) {
  authorise('project:read', ctx.actor)
  return ctx.db.comment.findMany({
    where: { claimId, projectId: projectOf(ctx) },
    orderBy: { createdAt: 'asc' },
    select: { id: true, kind: true, body: true, createdAt: true, author: { select: { id: true, name: true } } },
    take: 500,
  })
}
