import { recordEntry } from '@/lib/audit/record'
import { type Ctx, inTransaction, type TxCtx } from '@/lib/context'
import { newId } from '@/lib/ids'

const HOUR = 3_600_000
/** 1, 10, 100, 1,000 …: an hour of guessing leaves a handful of rows, and yet says how much it was. */
const isRound = (count: number) => /^10*$/.test(String(count))

/**
 * Counts a wrong password for this person, or for an address that nobody has (null), and records the round counts. Nothing that was typed
 * is kept: it may be a password in the wrong field.
 */
export async function recordFailure(ctx: Ctx, userId: string | null, address: string | null): Promise<void> {
  const hour = new Date(Math.floor(ctx.now.getTime() / HOUR) * HOUR)
  await inTransaction(ctx, async ({ tx }: TxCtx) => {
    const [row] = await tx.$queryRaw<{ id: string; count: number }[]>`
      INSERT INTO "SignInFailures" ("id", "userId", "hour", "count", "lastAt", "lastAddress")
      VALUES (${newId()}::uuid, ${userId}::uuid, ${hour}, 1, ${ctx.now}, ${address})
      ON CONFLICT ("userId", "hour") DO UPDATE
        SET "count" = "SignInFailures"."count" + 1, "lastAt" = EXCLUDED."lastAt", "lastAddress" = EXCLUDED."lastAddress"
      RETURNING "id", "count"`
    if (!row || !isRound(row.count)) return
    const event = { actorId: null, at: ctx.now, after: { address, count: row.count } }
    if (userId) await recordEntry(tx, 'signIn:fail', { ...event, entityId: userId })
    else await recordEntry(tx, 'signIn:failUnknown', { ...event, entityId: row.id })
  })
}

/** Records that a door to this account has closed for a while, and by which count. */
export async function recordLock(ctx: Ctx, userId: string, address: string | null, limit: string): Promise<void> {
  await inTransaction(ctx, ({ tx }) =>
    recordEntry(tx, 'signIn:lock', { entityId: userId, actorId: null, at: ctx.now, after: { address, limit } }),
  )
}
