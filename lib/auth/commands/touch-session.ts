import { SEEN_EVERY } from '@/lib/auth/session'
import type { Ctx } from '@/lib/context'

/** Writes that the session is in use: at most once a minute, and never waiting for anybody who holds the row. */
export async function touchSession(ctx: Pick<Ctx, 'db' | 'now'>, id: string): Promise<void> {
  const before = new Date(ctx.now.getTime() - SEEN_EVERY)
  await ctx.db.$executeRaw`
    UPDATE "Session" SET "lastSeenAt" = ${ctx.now}
    WHERE "id" = (
      SELECT "id" FROM "Session"
      WHERE "id" = ${id}::uuid AND "endedAt" IS NULL AND "lastSeenAt" <= ${before}
      FOR NO KEY UPDATE SKIP LOCKED
    )`
}
