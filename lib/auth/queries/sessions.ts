import { deviceNameOf } from '@/lib/auth/device-name'
import { IN_FORCE } from '@/lib/auth/membership-in-force'
import { hashOfToken } from '@/lib/auth/queries/find-link'
import { inForceAt } from '@/lib/auth/session'
import { type Ctx, personOf } from '@/lib/context'
import { sessionId, userId } from '@/lib/ids'

/**
 * The session of a token and its person as the database has them now, with the memberships in force, oldest first. Null when the
 * session has ended or run out, or the person is disabled.
 */
export async function findSession({ db, now }: Pick<Ctx, 'db' | 'now'>, token: string) {
  const session = await db.session.findFirst({
    where: { tokenHash: hashOfToken(token), ...inForceAt(now), user: { disabledAt: null } },
    select: {
      id: true,
      lastSeenAt: true,
      expiresAt: true,
      user: {
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
      },
    },
  })
  if (!session) return null
  const { id, user, ...times } = session
  return { ...times, id: sessionId.parse(id), user: { ...user, id: userId.parse(user.id) } }
}

/** One's own sessions in force, the one that asks first, then by when they were last seen. */
export async function listOwnSessions(ctx: Ctx, take = 100) {
  const rows = await ctx.db.session.findMany({
    where: { userId: personOf(ctx), ...inForceAt(ctx.now) },
    orderBy: [{ lastSeenAt: 'desc' }, { id: 'desc' }],
    take,
    select: { id: true, createdAt: true, lastSeenAt: true, expiresAt: true, address: true, userAgent: true },
  })
  const sessions = rows.map(({ userAgent, ...row }) => ({
    ...row,
    device: deviceNameOf(userAgent),
    isThis: row.id === ctx.actor.sessionId,
  }))
  return sessions.sort((a, b) => Number(b.isThis) - Number(a.isThis))
}
export type OwnSession = Awaited<ReturnType<typeof listOwnSessions>>[number]
