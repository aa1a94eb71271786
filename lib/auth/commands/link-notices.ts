import { command } from '@/lib/audit/record'
import { IN_FORCE } from '@/lib/auth/membership-in-force'
import { readLinkNoticesInput } from '@/lib/auth/schema'
import { personOf, type TxCtx } from '@/lib/context'
import { newId } from '@/lib/ids'
import type { LinkStep, OneTimeLink } from '@/prisma/generated/client'

/** The projects that answer for the link: its own; for one of the installation all those of the person. */
async function projectsOf(ctx: TxCtx, link: OneTimeLink & { userId: string }) {
  if (link.projectId) return [link.projectId]
  const own = await ctx.tx.membership.findMany({ where: { userId: link.userId, ...IN_FORCE } })
  return own.map(({ projectId }) => projectId)
}

/** Who answers for a newcomer besides the admins: an invitation may be taken up by whoever made it, as a second person of their own. */
async function witnesses(ctx: TxCtx, projectIds: string[]) {
  const editors = await ctx.tx.membership.findMany({
    where: { projectId: { in: projectIds }, role: 'EDITOR', ...IN_FORCE },
    select: { userId: true },
  })
  const owners = await ctx.tx.user.findMany({
    where: { isOwner: true, disabledAt: null, passwordHash: { not: null } },
    select: { id: true },
  })
  return [...editors.map(({ userId }) => userId), ...owners.map(({ id }) => id)]
}

/**
 * Tells of a link within the caller's command: the person whose account it is, whoever made it, and the admins in force of the projects
 * concerned; of an invitation that was taken up also their editors and the owners of the installation. Nobody is told that they made a
 * link themselves.
 */
export async function tellOfLink(ctx: TxCtx, step: LinkStep, link: OneTimeLink) {
  const { userId } = link
  if (!userId) return
  const projectIds = await projectsOf(ctx, { ...link, userId })
  const admins = await ctx.tx.membership.findMany({
    where: { projectId: { in: projectIds }, role: 'ADMIN', ...IN_FORCE },
    select: { userId: true },
  })
  const maker = step === 'USED' && link.createdById ? [link.createdById] : []
  const others = step === 'USED' && link.kind !== 'PASSWORD_RESET' ? await witnesses(ctx, projectIds) : []
  const recipients = new Set([userId, ...maker, ...admins.map((admin) => admin.userId), ...others])
  if (step === 'MADE' && link.createdById) recipients.delete(link.createdById)
  await ctx.tx.linkNotice.createMany({
    data: [...recipients].map((recipient) => ({
      id: newId(),
      linkId: link.id,
      userId: recipient,
      step,
      createdAt: ctx.now,
    })),
  })
}

/** Marks one's own notices about links as read. Answers how many. */
export const readLinkNotices = command('user:readLinkNotices', readLinkNoticesInput, async (ctx, input) => {
  const userId = personOf(ctx)
  const { count } = await ctx.tx.linkNotice.updateMany({
    where: { id: { in: input.ids }, userId, readAt: null },
    data: { readAt: ctx.now },
  })
  return { result: { count }, entityId: userId }
})
