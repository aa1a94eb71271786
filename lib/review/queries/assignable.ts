import { IN_FORCE } from '@/lib/auth/membership-in-force'
import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import { bounded } from '@/lib/database/bounded-count'
import { byName } from '@/lib/lists/name-order'
import { countInHand } from '@/lib/projects/queries/in-hand'

/** Members in force who may check or review claims, by name, with how many claims each has in hand (up to a hundred). */
export async function listAssignable(ctx: Ctx) {
  authorise('project:read', ctx.actor)
  const projectId = projectOf(ctx)
  const members = await ctx.db.membership.findMany({
    where: { projectId, ...IN_FORCE, role: { not: 'VIEWER' }, user: { disabledAt: null } },
    select: { role: true, user: { select: { id: true, name: true } } },
  })
  const inHand = await countInHand(
    ctx.db,
    projectId,
    members.map(({ user }) => user.id),
    ['ASSIGNED', 'CHECKING'],
  )
  return members.map(({ role, user }) => ({ ...user, role, inHand: inHand.get(user.id) ?? bounded(0) })).sort(byName)
}
export type AssignablePerson = Awaited<ReturnType<typeof listAssignable>>[number]
