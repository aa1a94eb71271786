import { command } from '@/lib/audit/record'
import { IN_FORCE } from '@/lib/auth/membership-in-force'
import { authorise } from '@/lib/auth/permissions'
import { personOf, projectOf, type TxCtx } from '@/lib/context'
import { newId } from '@/lib/ids'
import { markNoticesReadInput } from '@/lib/notices/schema'
import type { NoticeKind } from '@/prisma/generated/enums'

/** Tells members about a claim, within the caller's command. Nobody is told of what they did themselves. */
export async function notify(ctx: TxCtx, kind: NoticeKind, claimId: string, userIds: readonly (string | null)[]) {
  const others = userIds.filter((id) => id !== null).filter((id) => id !== ctx.actor.userId)
  const recipients = await ctx.tx.membership.findMany({
    where: { projectId: projectOf(ctx), userId: { in: others }, ...IN_FORCE },
    select: { userId: true },
  })
  await ctx.tx.notice.createMany({
    data: recipients.map(({ userId }) => ({
      id: newId(),
      projectId: projectOf(ctx),
      userId,
      kind,
      claimId,
      causedById: ctx.actor.userId,
      createdAt: ctx.now,
    })),
  })
}

/** Marks one's own notices as read. Answers how many. */
export const markNoticesRead = command('notice:markRead', markNoticesReadInput, async (ctx, input) => {
  authorise('project:read', ctx.actor)
  const userId = personOf(ctx)
  const { count } = await ctx.tx.notice.updateMany({
    where: { userId, projectId: projectOf(ctx), readAt: null, ...(input.ids ? { id: { in: input.ids } } : {}) },
    data: { readAt: ctx.now },
  })
  return { result: { count }, entityId: userId }
})
