import { Prisma } from '@/prisma/generated/client'

// Hop by hop: an agency stands in so many chains that all chains of all projects would be gone through instead.
const hops = (column: string, place: Prisma.Sql, ids: Prisma.Sql) => Prisma.sql`
  SELECT h.${Prisma.raw(`"${column}"`)} AS "sourceId", coalesce(a."claimId", e."claimId") AS "claimId",
    ${place} AS "place", h."attributionId", a."claimId" IS NOT NULL AS "ofArticle"
  FROM "Hop" h
  JOIN LATERAL (SELECT t."claimId", t."evidenceId" FROM "Attribution" t WHERE t."id" = h."attributionId" OFFSET 0) a ON TRUE
  LEFT JOIN LATERAL (SELECT i."claimId" FROM "Evidence" i WHERE i."id" = a."evidenceId" AND i."withdrawnAt" IS NULL OFFSET 0) e ON TRUE
  WHERE h."projectId" = ANY(ARRAY(SELECT "id" FROM project)) AND h.${Prisma.raw(`"${column}"`)} = ANY(${ids})`

/** True of the hop `h` that ends its chain. */
export const isLastHop = Prisma.sql`NOT EXISTS (
  SELECT 1 FROM "Hop" later WHERE later."attributionId" = h."attributionId" AND later."position" > h."position")`

/** The table `project`, which `places` asks for. */
export const projectNamed = (projectId: string) => Prisma.sql`project AS (SELECT ${projectId}::uuid AS "id")`

/** A row for each place in which one of these sources (an array in SQL) stands, as `standsOf` says. */
export function places(ids: Prisma.Sql): Prisma.Sql {
  const place = Prisma.sql`CASE WHEN ${isLastHop} THEN 'ORIGIN' ELSE 'RELAY' END`
  return Prisma.sql`
    ${hops('sourceId', place, ids)}
    UNION ALL ${hops('onBehalfOfId', Prisma.sql`'BEHALF'`, ids)}
    UNION ALL ${hops('affiliationId', Prisma.sql`'AFFILIATION'`, ids)}
    UNION ALL
    SELECT e."sourceId", e."claimId", 'EVIDENCE', NULL::uuid, FALSE FROM "Evidence" e
    WHERE e."projectId" = ANY(ARRAY(SELECT "id" FROM project)) AND e."sourceId" = ANY(${ids}) AND e."withdrawnAt" IS NULL`
}

/**
 * The table `stands`, to begin a query with: a row for each place in which one of these sources stands, in chains of
 * claims and of evidence and as the voice of evidence. Deleted claims and withdrawn evidence are left out by joining
 * "Claim" with "deletedAt" IS NULL: the claim of a withdrawn item is null here.
 */
export const standsOf = (projectId: string, sourceIds: readonly string[]): Prisma.Sql =>
  Prisma.sql`${projectNamed(projectId)}, stands AS (${places(Prisma.sql`${[...sourceIds]}::uuid[]`)})`
