import type { Tx } from '@/lib/db'
import type { SessionEnd } from '@/prisma/generated/enums'

/**
 * Ends every session of a person but `except`, within the caller's transaction. Whoever has given the password just before begins none
 * any more. Answers the epoch that the next session begins under.
 */
export async function endSessionsOf(
  tx: Tx,
  userId: string,
  { reason = 'ALL_ENDED', except = null }: { reason?: SessionEnd; except?: string | null } = {},
): Promise<number> {
  // The person first: a session that is just beginning is then either seen below, or finds another epoch.
  const { sessionEpoch } = await tx.user.update({
    where: { id: userId },
    data: { sessionEpoch: { increment: 1 } },
    select: { sessionEpoch: true },
  })
  await tx.$executeRaw`
    UPDATE "Session" SET "endedAt" = CURRENT_TIMESTAMP, "endReason" = ${reason}::"SessionEnd"
    WHERE "userId" = ${userId}::uuid AND "endedAt" IS NULL AND "id" IS DISTINCT FROM ${except}::uuid`
  return sessionEpoch
}
