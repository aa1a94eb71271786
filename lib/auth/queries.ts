import { IN_FORCE } from '@/lib/auth/membership-in-force'
import type { Ctx } from '@/lib/context'
import type { UserId } from '@/lib/ids'
import { userId } from '@/lib/ids'

/** What a session token claims. */
export type SessionClaim = { userId: UserId; epoch: number }

/**
 * The person of a session as the database has them now, with the memberships in force, oldest first. Null when they are gone or
 * disabled, or have signed out everywhere since.
 */
export async function findSessionUser(ctx: Pick<Ctx, 'db'>, claim: SessionClaim) {
  const user = await ctx.db.user.findFirst({
    where: { id: claim.userId, disabledAt: null, sessionEpoch: claim.epoch },
    select: {
      id: true,
      name: true,
      email: true,
      isOwner: true,
      memberships: {
        where: IN_FORCE,
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        select: { role: true, project: { select: { id: true, name: true, kind: true, timeZone: true } } },
      },
    },
  })
  return user && { ...user, id: userId.parse(user.id) }
}

export type SessionUser = NonNullable<Awaited<ReturnType<typeof findSessionUser>>>

/** How many notices the person has not read: those of this project, and those about one-time links. */
export async function countUnreadNotices(ctx: Pick<Ctx, 'db'>, person: string, project: string): Promise<number> {
  const [ofProject, ofLinks] = await Promise.all([
    ctx.db.notice.count({ where: { userId: person, projectId: project, readAt: null } }),
    ctx.db.linkNotice.count({ where: { userId: person, readAt: null } }),
  ])
  return ofProject + ofLinks
}
