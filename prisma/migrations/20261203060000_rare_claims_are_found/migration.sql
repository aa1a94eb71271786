-- What few of a million claims have is found by an index, and so is where the words of an earlier text still stand.

-- CreateIndex
CREATE INDEX "Claim_projectId_category_createdAt_id_idx" ON "Claim"("projectId", "category", "createdAt", "id");
-- CreateIndex
CREATE INDEX "Claim_projectId_checked_createdAt_id_idx" ON "Claim"("projectId", "checked", "createdAt", "id");
CREATE INDEX claim_tags ON "Claim" USING gin ("tags") WHERE "tags" <> '{}';
-- CreateIndex
CREATE INDEX "Article_projectId_language_idx" ON "Article"("projectId", "language");
-- CreateIndex
CREATE INDEX "Verdict_ratingId_idx" ON "Verdict"("ratingId");
-- CreateIndex
CREATE INDEX "ClaimProjection_projectId_origins_claimId_idx" ON "ClaimProjection"("projectId", "origins", "claimId");
CREATE INDEX claim_undetermined ON "ClaimProjection"("projectId", "claimId") WHERE "undetermined" > 0;
CREATE INDEX hop_source_words ON "Hop"("sourceSpanId") WHERE "sourceSpanId" IS NOT NULL;
CREATE INDEX hop_cue_words ON "Hop"("cueSpanId") WHERE "cueSpanId" IS NOT NULL;

-- Of a source also how many claims it is the origin of and how many it relays: what a list shows of each, it then has at hand.
ALTER TABLE "SourceUse" ADD COLUMN "asOrigin" INTEGER NOT NULL DEFAULT 0, ADD COLUMN "asRelay" INTEGER NOT NULL DEFAULT 0;

DROP FUNCTION source_uses(uuid[]);
-- What is counted, as it is now: claims that stand, in whose chains, evidence, or chains of evidence the source is named in whatever way,
-- those among them in which it ends a chain, and in which it stands before that; and whether a chain, or evidence that stands, names it
-- as who speaks. The worker writes it down; a list asks it of what is marked.
CREATE FUNCTION source_uses("ids" uuid[]) RETURNS TABLE ("sourceId" uuid, "claims" int, "asOrigin" int, "asRelay" int, "isNamed" boolean)
LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT s."id", counted."claims", counted."asOrigin", counted."asRelay",
    EXISTS (SELECT 1 FROM "Hop" h WHERE h."projectId" = s."projectId" AND h."sourceId" = s."id")
      OR EXISTS (SELECT 1 FROM "Evidence" e WHERE e."projectId" = s."projectId" AND e."sourceId" = s."id" AND e."withdrawnAt" IS NULL)
  FROM "Source" s, LATERAL (
    SELECT count(DISTINCT c."id")::int AS "claims", count(DISTINCT c."id") FILTER (WHERE place."isLast")::int AS "asOrigin",
      count(DISTINCT c."id") FILTER (WHERE NOT place."isLast")::int AS "asRelay"
    FROM (
      SELECT coalesce(a."claimId", e."claimId") AS "claimId", chain."isLast" FROM (
        SELECT h."attributionId", NOT EXISTS (SELECT 1 FROM "Hop" later WHERE later."attributionId" = h."attributionId"
          AND later."position" > h."position") AS "isLast" FROM "Hop" h WHERE h."projectId" = s."projectId" AND h."sourceId" = s."id"
        UNION ALL
        SELECT h."attributionId", NULL FROM "Hop" h WHERE h."projectId" = s."projectId" AND h."affiliationId" = s."id"
        UNION ALL
        SELECT h."attributionId", NULL FROM "Hop" h WHERE h."projectId" = s."projectId" AND h."onBehalfOfId" = s."id"
      ) chain JOIN "Attribution" a ON a."id" = chain."attributionId"
        LEFT JOIN "Evidence" e ON e."id" = a."evidenceId" AND e."withdrawnAt" IS NULL
      UNION ALL
      SELECT e."claimId", NULL FROM "Evidence" e
        WHERE e."projectId" = s."projectId" AND e."sourceId" = s."id" AND e."withdrawnAt" IS NULL
    ) place JOIN "Claim" c ON c."id" = place."claimId" AND c."deletedAt" IS NULL
  ) counted WHERE s."id" = ANY ("ids");
END;

UPDATE "SourceUse" u SET "claims" = now."claims", "asOrigin" = now."asOrigin", "asRelay" = now."asRelay", "isNamed" = now."isNamed"
  FROM source_uses(ARRAY(SELECT "id" FROM "Source")) now WHERE u."sourceId" = now."sourceId";
