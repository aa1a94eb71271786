import { type BoundedCount, bounded } from '@/lib/database/bounded-count'
import type { Tx } from '@/lib/db'
import type { ReviewState } from '@/prisma/generated/enums'

/** Of nobody are more claims counted: who has a hundred has too many. */
const MOST_IN_HAND = 100

/** How many claims of the project, in one of these states, each of these people checks: up to a hundred. One query, claim by claim. */
export async function countInHand(
  tx: Tx,
  projectId: string,
  people: readonly string[],
  states: readonly ReviewState[],
): Promise<Map<string, BoundedCount>> {
  const rows = await tx.$queryRaw<{ id: string; found: number }[]>`
    SELECT person."id", (SELECT count(*)::int FROM (
      SELECT 1 FROM "Assignment" x
      WHERE x."assigneeId" = person."id" AND x."endedAt" IS NULL
        AND (SELECT c."projectId" = ${projectId}::uuid AND c."deletedAt" IS NULL AND c."state" = ANY(${[...states]}::"ReviewState"[])
          FROM "Claim" c WHERE c."id" = x."claimId")
      LIMIT ${MOST_IN_HAND + 1}) counted) AS "found"
    FROM unnest(${[...people]}::uuid[]) AS person("id")`
  return new Map(rows.map(({ id, found }) => [id, bounded(found, MOST_IN_HAND)]))
}
