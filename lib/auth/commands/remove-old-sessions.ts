import { KEPT_AFTERWARDS } from '@/lib/auth/session'
import type { Db } from '@/lib/db'

/** Rows at once: whoever signs in after a long pause does not wait for a year's worth. */
const BATCH = 200

/** Takes away sessions and counted failures that have long been over, a batch at a time. What happened stays in the audit log. */
export async function removeOldSessions(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_AFTERWARDS)
  await db.$executeRaw`
    DELETE FROM "Session" WHERE "id" IN (
      SELECT "id" FROM "Session" WHERE "expiresAt" < ${before} ORDER BY "expiresAt" LIMIT ${BATCH} FOR UPDATE SKIP LOCKED
    )`
  await db.$executeRaw`
    DELETE FROM "SignInFailures" WHERE "id" IN (
      SELECT "id" FROM "SignInFailures" WHERE "hour" < ${before} ORDER BY "hour" LIMIT ${BATCH} FOR UPDATE SKIP LOCKED
    )`
}
