import { lookAlikeRefusals } from '@/lib/auth/look-alike'
import type { TxCtx } from '@/lib/context'
import { refuseIf } from '@/lib/errors'

/**
 * Throws `refused` when a name reads as that of a colleague, past or present: in the projects of `userId`, and in `projectId`. The
 * history says who did what by name. Whoever has such a name already keeps it.
 */
export async function refuseLookAlike(
  ctx: TxCtx,
  person: { name: string; userId?: string; projectId?: string | null },
) {
  const { name, userId, projectId } = person
  const own = userId ? await ctx.tx.membership.findMany({ where: { userId }, select: { projectId: true } }) : []
  const projects = [...own.map((membership) => membership.projectId), ...(projectId ? [projectId] : [])]
  const colleagues = await ctx.tx.user.findMany({
    where: {
      ...(userId ? { id: { not: userId } } : {}),
      OR: [{ memberships: { some: { projectId: { in: projects } } } }, { isOwner: true }],
    },
    select: { name: true },
  })
  const others = colleagues.map((colleague) => colleague.name)
  refuseIf('refused', lookAlikeRefusals(name, others))
}
