import { createHash } from 'node:crypto'
import type { Ctx } from '@/lib/context'
import type { Db, Tx } from '@/lib/db'
import type { UserId } from '@/lib/ids'
import { userId } from '@/lib/ids'
import type { OneTimeLink, OneTimeLinkKind } from '@/prisma/generated/client'

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
        where: { endedAt: null },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        select: { role: true, project: { select: { id: true, name: true, kind: true, timeZone: true } } },
      },
    },
  })
  return user && { ...user, id: userId.parse(user.id) }
}

export type SessionUser = NonNullable<Awaited<ReturnType<typeof findSessionUser>>>

/** How many notices the person has not read in this project. */
export function countUnreadNotices(ctx: Pick<Ctx, 'db'>, person: string, project: string): Promise<number> {
  return ctx.db.notice.count({ where: { userId: person, projectId: project, readAt: null } })
}

/** What is stored of a link's token. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Why a link does not work any more, as the key of the reason; null while it does. */
const linkRefusal = (link: OneTimeLink | null, now: Date) =>
  !link ? 'auth.linkUnknown' : link.usedAt ? 'auth.linkUsed' : link.expiresAt <= now ? 'auth.linkExpired' : null

/** The link of this token and what speaks against using it. Reading it uses nothing up. */
export async function findLink(db: Tx | Db, kind: OneTimeLinkKind, token: string, now: Date) {
  const link = await db.oneTimeLink.findFirst({
    where: { kind, tokenHash: hashOfToken(token) },
    include: { user: true },
  })
  return { link, refusal: linkRefusal(link, now) }
}
