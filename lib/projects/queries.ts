import { authorise, permissionRefusals } from '@/lib/auth/permissions'
import { type Ctx, personOf, projectOf } from '@/lib/context'
import type { Db, Tx } from '@/lib/db'
import {
  canSignIn,
  endRefusals,
  linkRefusals,
  type MembershipFacts,
  restoreRefusals,
  setRoleRefusals,
} from '@/lib/projects/membership'
import { byName } from '@/lib/text/name-order'

/** The project's verdict scale, in its order. */
export async function listRatings(ctx: Ctx) {
  authorise('project:read', ctx.actor)
  return ctx.db.rating.findMany({
    where: { projectId: projectOf(ctx) },
    orderBy: { position: 'asc' },
    select: { id: true, key: true, labelFr: true, labelEn: true, value: true, colour: true, position: true },
  })
}

/** Which of these people have a part in another project, one that the actor does not administer. */
export async function isMemberElsewhere(ctx: Ctx, people: string[], db: Db | Tx = ctx.db): Promise<Set<string>> {
  const asAdmin = { userId: personOf(ctx), role: 'ADMIN', endedAt: null } as const
  const elsewhere = await db.membership.findMany({
    where: {
      userId: { in: people },
      endedAt: null,
      projectId: { not: projectOf(ctx) },
      project: { memberships: { none: asAdmin } },
    },
    select: { userId: true },
    distinct: ['userId'],
  })
  return new Set(elsewhere.map(({ userId }) => userId))
}

const AT_WORK = ['OPEN', 'ASSIGNED', 'CHECKING', 'IN_REVIEW'] as const

/** How many claims that are not done yet each person checks. */
async function openAssignments(ctx: Ctx): Promise<Map<string, number>> {
  const counts = await ctx.db.assignment.groupBy({
    by: ['assigneeId'],
    where: { endedAt: null, claim: { projectId: projectOf(ctx), deletedAt: null, state: { in: [...AT_WORK] } } },
    _count: true,
  })
  return new Map(counts.map(({ assigneeId, _count }) => [assigneeId, _count]))
}

/**
 * Everybody who is or was a member, those in force first and by name, with what they have to do and why the actor may not
 * change them. A bounded number of queries.
 */
export async function listMembers(ctx: Ctx) {
  authorise('project:read', ctx.actor)
  const rows = await ctx.db.membership.findMany({ where: { projectId: projectOf(ctx) }, include: { user: true } })
  rows.sort(
    (one, other) => Number(one.endedAt !== null) - Number(other.endedAt !== null) || byName(one.user, other.user),
  )
  const people = rows.map(({ userId }) => userId)
  const [open, elsewhere] = await Promise.all([openAssignments(ctx), isMemberElsewhere(ctx, people)])
  const admins = rows.filter(({ role, endedAt, user }) => role === 'ADMIN' && !endedAt && canSignIn(user)).length
  return rows.map(({ id, version, role, createdAt, endedAt, user }) => {
    const facts: MembershipFacts = {
      role,
      ended: endedAt !== null,
      canSignIn: canSignIn(user),
      admins,
      isSelf: user.id === ctx.actor.userId,
    }
    const person = { isOwner: user.isOwner, isMemberElsewhere: elsewhere.has(user.id), ended: facts.ended }
    return {
      id,
      version,
      role,
      since: createdAt,
      endedAt,
      state: memberState(facts, user),
      user: { id: user.id, name: user.name, email: user.email, isOwner: user.isOwner },
      isSelf: facts.isSelf,
      openAssignments: open.get(user.id) ?? 0,
      refusals: {
        // Whatever role below admin: the same reasons speak against each.
        setRole: [...permissionRefusals('membership:setRole', ctx.actor), ...setRoleRefusals(facts, 'VIEWER')],
        end: [...permissionRefusals('membership:end', ctx.actor), ...endRefusals(facts)],
        restore: [...permissionRefusals('membership:restore', ctx.actor), ...restoreRefusals(facts)],
        link: [...permissionRefusals('user:issueResetLink', ctx.actor), ...linkRefusals(ctx.actor, person)],
      },
    }
  })
}

export type Member = Awaited<ReturnType<typeof listMembers>>[number]
export type MemberState = Member['state']

function memberState(facts: MembershipFacts, user: { passwordHash: string | null }) {
  if (facts.ended) return 'ended' as const
  if (facts.canSignIn) return 'active' as const
  return user.passwordHash === null ? ('invited' as const) : ('disabled' as const)
}
