import { IN_FORCE } from '@/lib/auth/membership-in-force'
import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import { bounded } from '@/lib/database/bounded-count'
import { byName } from '@/lib/lists/name-order'
import { countInHand } from '@/lib/projects/queries/in-hand'

const membersWhoCheck = (ctx: Ctx) =>
  ctx.db.membership.findMany({
    where: { projectId: projectOf(ctx), ...IN_FORCE, role: { not: 'VIEWER' }, user: { disabledAt: null } },
    select: { role: true, user: { select: { id: true, name: true } } },
  })

/** Members in force who may check or review claims, by name. */
export async function listWhoChecks(ctx: Ctx): Promise<{ id: string; name: string }[]> {
  authorise('project:read', ctx.actor)
  return (await membersWhoCheck(ctx)).map(({ user }) => user).sort(byName)
}

/** The same with their roles, and how many claims each has in hand (up to a hundred). */
export async function listAssignable(ctx: Ctx) {
  authorise('project:read', ctx.actor)
  const projectId = projectOf(ctx)
  const members = await membersWhoCheck(ctx)
  const inHand = await countInHand(
    ctx.db,
    projectId,
    members.map(({ user }) => user.id),
    ['ASSIGNED', 'CHECKING'],
  )
  return members.map(({ role, user }) => ({ ...user, role, inHand: inHand.get(user.id) ?? bounded(0) })).sort(byName)
}
export type AssignablePerson = Awaited<ReturnType<typeof listAssignable>>[number]
