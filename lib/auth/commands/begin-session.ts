import { randomBytes } from 'node:crypto'
import { recordEntry } from '@/lib/audit/record'
import { endSessionByToken } from '@/lib/auth/commands/end-session'
import { removeOldSessions } from '@/lib/auth/commands/remove-old-sessions'
import { hashOfToken } from '@/lib/auth/queries/find-link'
import { SESSION_LIFETIME } from '@/lib/auth/session'
import { type Ctx, inTransaction } from '@/lib/context'
import { DomainError } from '@/lib/errors'
import { newId } from '@/lib/ids'

/** Where a request comes from, as far as it tells. */
export type Origin = { address: string | null; userAgent: string | null }

type Beginning = { userId: string; epoch: number }

/**
 * Begins a session for who has proven who they are, under the epoch of that proof. Always a new one: the token that the browser had
 * before (`earlier`) ends. Answers the token, which is stored nowhere, and the person's e-mail address. Throws `refused` when all
 * sessions of the person have ended since, or the person has been disabled.
 */
export async function beginSession(ctx: Ctx, { userId, epoch }: Beginning, from: Origin, earlier: string | null) {
  const token = randomBytes(32).toString('base64url')
  const begun = await inTransaction(ctx, async ({ tx }) => {
    await tx.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${userId}::uuid FOR SHARE`
    const user = await tx.user.findFirst({
      where: { id: userId, sessionEpoch: epoch, disabledAt: null },
      select: { email: true },
    })
    if (!user) throw new DomainError('refused', [{ key: 'auth.changedMeanwhile' }])
    const id = newId()
    const address = from.address?.slice(0, 64) ?? null
    const userAgent = from.userAgent?.replaceAll('\u0000', '').toWellFormed().slice(0, 300) ?? null
    const expiresAt = new Date(ctx.now.getTime() + SESSION_LIFETIME)
    await tx.session.create({
      data: {
        id,
        userId,
        tokenHash: hashOfToken(token),
        createdAt: ctx.now,
        lastSeenAt: ctx.now,
        expiresAt,
        address,
        userAgent,
      },
    })
    await recordEntry(tx, 'signIn:succeed', {
      entityId: userId,
      actorId: userId,
      at: ctx.now,
      after: { sessionId: id, address, userAgent },
    })
    return { id, token, expiresAt, email: user.email }
  })
  if (earlier) await endSessionByToken(ctx, earlier, 'REPLACED')
  await removeOldSessions(ctx.db, ctx.now)
  return begun
}
