import { IN_FORCE } from '@/lib/auth/membership-in-force'
import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import { byName } from '@/lib/text/name-order'

/** Members in force who may check or review claims, by name, with how many claims each has in hand. */
export async function listAssignable(ctx: Ctx) {
  authorise('project:read', ctx.actor)
  const projectId = projectOf(ctx)
  const [members, loads] = await Promise.all([
    ctx.db.membership.findMany({
      where: { projectId, ...IN_FORCE, role: { not: 'VIEWER' }, user: { disabledAt: null } },
      select: { role: true, user: { select: { id: true, name: true } } },
    }),
    ctx.db.assignment.groupBy({
      by: ['assigneeId'],
      where: { endedAt: null, claim: { projectId, deletedAt: null, state: { in: ['ASSIGNED', 'CHECKING'] } } },
      _count: true,
    }),
  ])
  const inHand = new Map(loads.map((load) => [load.assigneeId, load._count]))
  return members.map(({ role, user }) => ({ ...user, role, inHand: inHand.get(user.id) ?? 0 })).sort(byName)
}
export type AssignablePerson = Awaited<ReturnType<typeof listAssignable>>[number]
