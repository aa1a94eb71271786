import type { Tx } from '@/lib/db'
import { FOUND } from '@/lib/verdicts/queries/found-grounds'
import { Prisma } from '@/prisma/generated/client'

/**
 * The claims of a project whose verdict may need attention, the newest verdict first, by what is quickly told: too many rather than too
 * few, and none left out. One query; what it costs grows with the verdicts and not with the claims.
 */
export async function candidatesIn(tx: Tx, projectId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ claimId: string }[]>`
    WITH RECURSIVE given AS MATERIALIZED (
      SELECT DISTINCT ON (v."claimId") v."claimId", v."id" AS "verdictId", v."createdAt", v."claimRevision", c."revision", c."articleId"
      FROM "Verdict" v JOIN "Claim" c ON c."id" = v."claimId"
      JOIN "Article" a ON a."id" = c."articleId"
      WHERE v."authorId" IN (SELECT m."userId" FROM "Membership" m WHERE m."projectId" = ${projectId}::uuid)
        AND v."projectId" = ${projectId}::uuid AND c."deletedAt" IS NULL AND c."state" <> 'DROPPED'
        AND a."archivedAt" IS NULL AND (c."approvedVerdictId" IS NULL OR c."approvedVerdictId" = v."id")
      ORDER BY v."claimId", v."createdAt" DESC, v."id" DESC
    ), touched_source AS MATERIALIZED (
      SELECT m."keptId" AS "id", GREATEST(m."createdAt", m."undoneAt") AS "at" FROM "SourceMerge" m
      WHERE m."projectId" = ${projectId}::uuid
      UNION ALL
      SELECT m."droppedId", GREATEST(m."createdAt", m."undoneAt") FROM "SourceMerge" m
      WHERE m."projectId" = ${projectId}::uuid
      UNION ALL
      SELECT s."id", e."at" FROM "Source" s JOIN "AuditEvent" e ON e."entityId" = s."id"
      WHERE s."projectId" = ${projectId}::uuid AND s."version" > 1
    ), down AS (
      SELECT t."id", t."at" FROM touched_source t
      UNION
      SELECT p."sourceId", GREATEST(p."createdAt", p."removedAt") FROM "SourcePart" p
      WHERE p."projectId" = ${projectId}::uuid
      UNION
      SELECT p."sourceId", d."at" FROM down d JOIN "SourcePart" p
        ON p."projectId" = ${projectId}::uuid AND p."wholeId" = d."id" AND p."removedAt" IS NULL
    ), touched AS MATERIALIZED (
      SELECT "id", max("at") AS "at" FROM (
        SELECT "id", "at" FROM down
        -- An issuer, an owner: what stands below it has its origin there.
        UNION ALL SELECT s."id", t."at" FROM down t JOIN "Source" s ON s."parentId" = t."id"
      ) each GROUP BY "id"
    ), decided AS MATERIALIZED (
      SELECT place."id", GREATEST(d."createdAt", d."takenBackAt") AS "at" FROM "PassageDecision" d,
        unnest(ARRAY[d."copyVersionId", d."originalVersionId", d."copyEvidenceId", d."originalEvidenceId"]) AS place("id")
      WHERE d."projectId" = ${projectId}::uuid AND place."id" IS NOT NULL
    ), chains AS (
      SELECT g."claimId", g."createdAt", a."id" FROM given g JOIN "Attribution" a ON a."claimId" = g."claimId"
      UNION ALL
      SELECT g."claimId", g."createdAt", a."id" FROM given g JOIN "Evidence" e ON e."claimId" = g."claimId"
      JOIN "Attribution" a ON a."evidenceId" = e."id"
    ), found AS (${Prisma.join([...new Set(Object.values(FOUND))], ' UNION ')})
    SELECT "claimId" FROM found JOIN given USING ("claimId") GROUP BY "claimId", "createdAt"
    ORDER BY "createdAt" DESC, "claimId"`
  return rows.map(({ claimId }) => claimId)
}
