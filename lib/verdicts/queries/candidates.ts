import type { Tx } from '@/lib/db'

/** So many claims at most are looked at exactly for one list: those whose verdict is the newest. */
export const MOST_CANDIDATES = 1000

/**
 * The claims of a project whose verdict may need attention, by what is quickly told: too many rather than too few. One
 * query; it goes from the verdicts outwards, so that what it costs grows with them and not with the claims.
 */
export async function candidatesIn(tx: Tx, projectId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ claimId: string }[]>`
    WITH given AS MATERIALIZED (
      SELECT DISTINCT ON (v."claimId") v."claimId", v."createdAt", v."claimRevision", c."revision", c."articleId"
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
      SELECT s."id", r."createdAt" FROM "Source" s JOIN "SourceReliability" r ON r."sourceId" = s."id"
      WHERE s."projectId" = ${projectId}::uuid
      UNION ALL
      SELECT s."id", e."at" FROM "Source" s JOIN "AuditEvent" e ON e."entityId" = s."id"
      WHERE s."projectId" = ${projectId}::uuid AND s."version" > 1
    ), touched_part AS MATERIALIZED (
      WITH RECURSIVE down AS (
        SELECT t."id", t."at" FROM touched_source t
        UNION
        SELECT p."sourceId", GREATEST(p."createdAt", p."removedAt") FROM "SourcePart" p
        WHERE p."projectId" = ${projectId}::uuid
        UNION
        SELECT p."sourceId", d."at" FROM down d JOIN "SourcePart" p
          ON p."projectId" = ${projectId}::uuid AND p."wholeId" = d."id" AND p."removedAt" IS NULL
      ) SELECT "id", "at" FROM down
    ), touched AS MATERIALIZED (
      SELECT "id", max("at") AS "at" FROM (
        SELECT "id", "at" FROM touched_part
        -- An issuer, an owner: what stands below it has its origin there.
        UNION ALL SELECT s."id", t."at" FROM touched_part t JOIN "Source" s ON s."parentId" = t."id"
      ) each GROUP BY "id"
    ), chains AS (
      SELECT g."claimId", g."createdAt", a."id" FROM given g JOIN "Attribution" a ON a."claimId" = g."claimId"
      UNION ALL
      SELECT g."claimId", g."createdAt", a."id" FROM given g JOIN "Evidence" e ON e."claimId" = g."claimId"
      JOIN "Attribution" a ON a."evidenceId" = e."id"
    ), found AS (
      SELECT "claimId" FROM given WHERE "revision" <> "claimRevision"
      UNION
      SELECT g."claimId" FROM given g JOIN "Figure" f ON f."claimId" = g."claimId"
      JOIN "Figure" n ON n."projectId" = f."projectId" AND n."supersedesId" = f."id"
      UNION
      SELECT c."claimId" FROM chains c JOIN "Hop" h ON h."attributionId" = c."id"
      JOIN touched t ON t."id" IN (h."sourceId", h."affiliationId", h."onBehalfOfId") AND t."at" >= c."createdAt"
      UNION
      SELECT g."claimId" FROM given g JOIN "Evidence" e ON e."claimId" = g."claimId"
      JOIN touched t ON t."id" = e."sourceId" AND t."at" >= g."createdAt"
      UNION
      SELECT g."claimId" FROM given g JOIN "Warning" w ON w."claimId" = g."claimId"
      JOIN touched t ON t."id" IN (w."issuerId", w."onBehalfOfId") AND t."at" >= g."createdAt"
      UNION
      SELECT g."claimId" FROM given g JOIN "OriginDecision" d ON d."claimId" = g."claimId"
      WHERE GREATEST(d."createdAt", d."takenBackAt") >= g."createdAt"
      UNION
      -- What is pooled with another claim changes with it.
      SELECT g."claimId" FROM given g JOIN "ClaimLink" l ON g."claimId" IN (l."oneId", l."otherId")
      WHERE l."projectId" = ${projectId}::uuid AND (l."removedAt" IS NULL OR l."removedAt" >= g."createdAt")
      UNION
      SELECT g."claimId" FROM given g JOIN "ArticleVersion" v ON v."articleId" = g."articleId"
      WHERE v."number" > 1 AND v."createdAt" >= g."createdAt"
      UNION
      SELECT g."claimId" FROM given g JOIN "Evidence" e ON e."claimId" = g."claimId" JOIN "Span" s ON s."id" = e."spanId"
      JOIN "ArticleVersion" own ON own."id" = s."versionId"
      JOIN "ArticleVersion" v ON v."articleId" = own."articleId"
      WHERE v."number" > 1 AND v."createdAt" >= g."createdAt"
      UNION
      SELECT g."claimId" FROM given g JOIN "ClaimSpan" cs ON cs."claimId" = g."claimId" JOIN "Span" s ON s."id" = cs."spanId"
      JOIN "PassageDecision" d ON s."versionId" IN (d."copyVersionId", d."originalVersionId")
      WHERE d."projectId" = ${projectId}::uuid AND GREATEST(d."createdAt", d."takenBackAt") >= g."createdAt"
      UNION
      SELECT g."claimId" FROM given g JOIN "Evidence" e ON e."claimId" = g."claimId"
      LEFT JOIN "Span" s ON s."id" = e."spanId"
      JOIN "PassageDecision" d ON e."id" IN (d."copyEvidenceId", d."originalEvidenceId")
        OR s."versionId" IN (d."copyVersionId", d."originalVersionId")
      WHERE d."projectId" = ${projectId}::uuid AND GREATEST(d."createdAt", d."takenBackAt") >= g."createdAt"
      UNION
      SELECT g."claimId" FROM given g JOIN "Article" a ON a."id" = g."articleId"
      JOIN touched t ON t."id" IN (a."sourceId", a."outletId") AND t."at" >= g."createdAt"
      UNION
      SELECT g."claimId" FROM given g JOIN "AuditEvent" e ON e."entityId" = g."articleId"
      WHERE e."action" = 'article:edit' AND e."at" >= g."createdAt"
      UNION
      SELECT g."claimId" FROM given g JOIN "AuditEvent" e ON e."claimId" = g."claimId"
      WHERE e."entity" = 'reply' AND e."at" >= g."createdAt"
    )
    SELECT "claimId" FROM found JOIN given USING ("claimId")
    ORDER BY "createdAt" DESC, "claimId" LIMIT ${MOST_CANDIDATES}`
  return rows.map(({ claimId }) => claimId)
}
