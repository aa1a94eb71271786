import type { Tx } from '@/lib/db'
import { Prisma } from '@/prisma/generated/client'

/** A claim whose verdict may need attention. `isMarked`: something that concerns it has changed, and nobody has counted it since. */
export type AttentionCandidate = { id: string; isMarked: boolean }

/**
 * The claims of a project whose verdict needed attention when they were last counted, and the judged ones that are to be counted anew,
 * those longest in their state first, by an index of each; up to `limit` of each. `assigneeId`: only those that this person has in hand.
 * One query: it grows with what is found, and not with the claims.
 */
export async function candidatesIn(
  tx: Tx,
  projectId: string,
  limit: number,
  assigneeId: string | null = null,
): Promise<AttentionCandidate[]> {
  const inHand = assigneeId
    ? Prisma.sql`AND EXISTS (SELECT 1 FROM "Assignment" x
        WHERE x."claimId" = c."id" AND x."endedAt" IS NULL AND x."assigneeId" = ${assigneeId}::uuid)`
    : Prisma.empty
  const stands = Prisma.sql`c."deletedAt" IS NULL AND c."state" <> 'DROPPED' ${inHand}
    AND (SELECT a."archivedAt" IS NULL FROM "Article" a WHERE a."id" = c."articleId")`
  // A claim that several have changed at once has several marks.
  return tx.$queryRaw<AttentionCandidate[]>`
    SELECT "id", "isMarked" FROM (
      (SELECT c."id", p."stateSince", false AS "isMarked" FROM "ClaimProjection" p JOIN "Claim" c ON c."id" = p."claimId"
      WHERE p."projectId" = ${projectId}::uuid AND p."needsAttention" AND ${stands}
        AND NOT EXISTS (SELECT 1 FROM "ClaimRecount" r WHERE r."projectId" = p."projectId" AND r."claimId" = p."claimId")
      ORDER BY p."stateSince", p."claimId" LIMIT ${limit})
      UNION ALL
      (SELECT c."id", r."stateSince", true FROM "ClaimRecount" r JOIN "Claim" c ON c."id" = r."claimId"
      WHERE r."projectId" = ${projectId}::uuid AND ${stands} AND EXISTS (SELECT 1 FROM "Verdict" v WHERE v."claimId" = c."id")
      ORDER BY r."stateSince", r."claimId" LIMIT ${limit})
    ) each GROUP BY "id", "isMarked" ORDER BY max("stateSince"), "id"`
}
