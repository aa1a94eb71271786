-- Of a claim one mark stands, however often it is changed while no worker counts: a mark takes the place of those that stand. One that
-- another transaction holds is left to it, so that nobody waits: of marks that come at the same time each stands, until the next one.
-- What is to be looked at first stands first in an index: the claim's state and since when, beside what is counted and what is to be.

ALTER TABLE "ClaimProjection" ADD COLUMN "stateSince" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE "ClaimRecount" ADD COLUMN "stateSince" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

UPDATE "ClaimProjection" p SET "stateSince" = c."stateSince" FROM "Claim" c WHERE c."id" = p."claimId";

-- The marks as they are, one of each claim.
CREATE TEMP TABLE marked_before ON COMMIT DROP AS
  SELECT DISTINCT c."projectId", c."id", c."stateSince" FROM "ClaimRecount" r JOIN "Claim" c ON c."id" = r."claimId";
DELETE FROM "ClaimRecount";
INSERT INTO "ClaimRecount" ("projectId", "claimId", "stateSince") SELECT * FROM marked_before;

-- DropIndex
DROP INDEX "ClaimProjection_projectId_needsAttention_claimId_idx";

-- CreateIndex
CREATE INDEX "ClaimProjection_projectId_needsAttention_stateSince_claimId_idx"
  ON "ClaimProjection"("projectId", "needsAttention", "stateSince", "claimId");

-- CreateIndex
CREATE INDEX "ClaimRecount_projectId_stateSince_claimId_idx" ON "ClaimRecount"("projectId", "stateSince", "claimId");

CREATE OR REPLACE FUNCTION mark_claims(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  before CONSTANT text := coalesce(current_setting('recoupe.marked', true), '');
  marked uuid[];
BEGIN
  WITH RECURSIVE pool AS (
    SELECT c."id", c."projectId", c."stateSince" FROM "Claim" c WHERE c."id" = ANY (ids)
    UNION
    SELECT c."id", c."projectId", c."stateSince" FROM pool, LATERAL (
      SELECT l."otherId" AS "id" FROM "ClaimLink" l
        WHERE l."projectId" = pool."projectId" AND l."oneId" = pool."id" AND l."removedAt" IS NULL
      UNION ALL
      SELECT l."oneId" FROM "ClaimLink" l
        WHERE l."projectId" = pool."projectId" AND l."otherId" = pool."id" AND l."removedAt" IS NULL
    ) AS linked JOIN "Claim" c ON c."id" = linked."id"
  ), wanted AS (
    SELECT * FROM pool WHERE "id"::text <> before AND (before <> 'many' OR NOT EXISTS (
      -- Of this very transaction: nobody else sees it before its end, so nobody has counted by it.
      SELECT 1 FROM "ClaimRecount" r WHERE r."projectId" = pool."projectId" AND r."claimId" = pool."id"
        AND r.xmin = pg_current_xact_id()::xid))
  ), replaced AS (
    -- Who has read one of these, and counts by it, finds it gone in the end, and writes nothing.
    DELETE FROM "ClaimRecount" WHERE "id" IN (
      SELECT r."id" FROM wanted JOIN "ClaimRecount" r ON r."projectId" = wanted."projectId" AND r."claimId" = wanted."id"
      FOR UPDATE OF r SKIP LOCKED)
  ), added AS (
    INSERT INTO "ClaimRecount" ("projectId", "claimId", "stateSince") SELECT "projectId", "id", "stateSince" FROM wanted
      RETURNING "claimId"
  ) SELECT array_agg("claimId") INTO marked FROM added;
  IF marked IS NOT NULL THEN
    PERFORM set_config('recoupe.marked', CASE WHEN before = '' AND cardinality(marked) = 1 THEN marked[1]::text ELSE 'many' END, true);
  END IF;
END $$;

-- A claim that moves stands elsewhere among those to be looked at.
CREATE OR REPLACE FUNCTION mark_changed_claims() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ids CONSTANT uuid[] := ARRAY(SELECT i."id" FROM "is" i JOIN "was" w ON w."id" = i."id"
    WHERE (i."revision", i."stateSince", i."state" = 'DROPPED', i."deletedAt", i."approvedVerdictId")
      IS DISTINCT FROM (w."revision", w."stateSince", w."state" = 'DROPPED', w."deletedAt", w."approvedVerdictId"));
BEGIN
  PERFORM mark_claims(ids || ARRAY(SELECT claims_resting_on('figure', ARRAY(SELECT f."supersedesId" FROM "Figure" f
    WHERE f."claimId" = ANY (ids) AND f."supersedesId" IS NOT NULL)))) WHERE cardinality(ids) > 0;
  RETURN NULL;
END $$;
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['mark_claims(uuid[])', 'mark_changed_claims()'] LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = pg_catalog, %I, pg_temp', name, current_schema());
  END LOOP;
END $$;
