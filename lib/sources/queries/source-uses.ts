import type { Tx } from '@/lib/db'
import { Prisma } from '@/prisma/generated/client'

/** So many sources that have just changed are counted for an order as they are now; those marked before them stand where they stood. */
const COUNTED_NOW = 100
/** So many are looked up by what was counted; where there are more, a list is gone through in its order, and soon finds enough. */
const GATHERED = 2000

/**
 * What a list of sources is read from, and in which order: the first `most` of those (`s`) for which `where` holds, by the claims in which
 * they stand, the most first. What the worker has counted is read by an index, what has changed since is counted.
 */
export function byClaims(projectId: string, where: Prisma.Sql, most: number) {
  const now = Prisma.sql`SELECT m."sourceId" FROM "SourceRecount" m WHERE m."projectId" = ${projectId}::uuid
    ORDER BY m."markedAt" DESC LIMIT ${COUNTED_NOW}`
  return {
    rows: Prisma.sql`(
      (SELECT u."sourceId", u."claims", u."nameKey" FROM "SourceUse" u JOIN "Source" s ON s."id" = u."sourceId"
        WHERE u."projectId" = ${projectId}::uuid AND u."sourceId" <> ALL(ARRAY(${now})) AND ${where}
        ORDER BY u."claims" DESC, u."nameKey", u."sourceId" LIMIT ${most})
      UNION ALL
      (SELECT s."id", u."claims", s."nameKey" FROM source_uses(ARRAY(${now})) u JOIN "Source" s ON s."id" = u."sourceId" WHERE ${where})
    ) r JOIN "Source" s ON s."id" = r."sourceId"`,
    where: Prisma.sql`TRUE`,
    order: Prisma.sql`r."claims" DESC, r."nameKey", r."sourceId"`,
  }
}

/**
 * Whether a source (`s`) may be named by no chain and no evidence: it is among those that were counted so, and those that are marked. Null
 * where these are too many to be worth it.
 */
export async function mayBeUnnamed(tx: Tx, projectId: string, most = GATHERED): Promise<Prisma.Sql | null> {
  const among = Prisma.sql`SELECT u."sourceId" FROM "SourceUse" u WHERE u."projectId" = ${projectId}::uuid AND NOT u."isNamed"
    UNION ALL SELECT m."sourceId" FROM "SourceRecount" m WHERE m."projectId" = ${projectId}::uuid`
  const [row] = await tx.$queryRaw<{ found: number }[]>`
    SELECT count(*)::int AS "found" FROM (SELECT 1 FROM (${among}) each LIMIT ${most + 1}) counted`
  return (row?.found ?? 0) > most ? null : Prisma.sql`s."id" = ANY(ARRAY(${among}))`
}
