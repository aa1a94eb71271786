import { command, recordEntry } from '@/lib/audit/record'
import { endSessionsOf } from '@/lib/auth/commands/end-sessions'
import { hashOfToken } from '@/lib/auth/queries/find-link'
import { endOtherSessionsInput, endSessionInput } from '@/lib/auth/schema'
import { inForceAt } from '@/lib/auth/session'
import { type Ctx, inTransaction, personOf } from '@/lib/context'
import { foundOr404 } from '@/lib/errors'

const AS_EVENT = { SIGNED_OUT: 'session:signOut', REPLACED: 'session:replace' } as const

/** Ends the session of this token, at the wish of who holds it. One that is over already, or that never was, changes nothing. */
export function endSessionByToken(ctx: Ctx, token: string, reason: keyof typeof AS_EVENT): Promise<void> {
  return inTransaction(ctx, async ({ tx }) => {
    const [ended] = await tx.session.updateManyAndReturn({
      where: { tokenHash: hashOfToken(token), endedAt: null },
      data: { endedAt: ctx.now, endReason: reason },
    })
    if (!ended) return
    await recordEntry(tx, AS_EVENT[reason], { entityId: ended.id, actorId: ended.userId, at: ctx.now })
  })
}

/** Ends one session of one's own, from the list of them. */
export const endSession = command('session:end', endSessionInput, async (ctx, input) => {
  const where = { id: input.id, userId: personOf(ctx), ...inForceAt(ctx.now) }
  const [ended] = await ctx.tx.session.updateManyAndReturn({
    where,
    data: { endedAt: ctx.now, endReason: 'ENDED_FROM_LIST' },
  })
  const { id } = foundOr404(ended, 'session')
  return { result: { id }, entityId: id, projectId: null, after: { by: ctx.actor.sessionId ?? null } }
})

/** Ends every session of one's own but the one that asks. */
export const endOtherSessions = command('session:endOthers', endOtherSessionsInput, async (ctx) => {
  const userId = personOf(ctx)
  const { sessionId: kept } = ctx.actor
  const others = { userId, ...inForceAt(ctx.now), ...(kept ? { id: { not: kept } } : {}) }
  const ended = await ctx.tx.session.count({ where: others })
  await endSessionsOf(ctx.tx, userId, { reason: 'ENDED_FROM_LIST', except: kept ?? null })
  return { result: { ended }, entityId: userId, projectId: null, after: { ended, kept: kept ?? null } }
})
