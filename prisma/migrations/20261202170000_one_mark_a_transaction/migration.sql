-- A transaction marks a claim once, however many of its statements concern it: a merge or an import of many would otherwise leave as many
-- marks as statements. A mark of another transaction takes the place of none: who has read it may be counting what was before.
CREATE OR REPLACE FUNCTION mark_claims(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  before CONSTANT text := coalesce(current_setting('recoupe.marked', true), '');
  marked uuid[];
BEGIN
  WITH RECURSIVE pool AS (
    SELECT c."id", c."projectId" FROM "Claim" c WHERE c."id" = ANY (ids)
    UNION
    SELECT linked."id", pool."projectId" FROM pool, LATERAL (
      SELECT l."otherId" AS "id" FROM "ClaimLink" l
        WHERE l."projectId" = pool."projectId" AND l."oneId" = pool."id" AND l."removedAt" IS NULL
      UNION ALL
      SELECT l."oneId" FROM "ClaimLink" l
        WHERE l."projectId" = pool."projectId" AND l."otherId" = pool."id" AND l."removedAt" IS NULL
    ) AS linked
  ), added AS (
    INSERT INTO "ClaimRecount" ("projectId", "claimId")
      SELECT "projectId", "id" FROM pool WHERE "id"::text <> before AND (before <> 'many' OR NOT EXISTS (
        -- Of this very transaction: nobody else sees it before its end, so nobody has counted by it.
        SELECT 1 FROM "ClaimRecount" r WHERE r."projectId" = pool."projectId" AND r."claimId" = pool."id"
          AND r.xmin = pg_current_xact_id()::xid))
      RETURNING "claimId"
  ) SELECT array_agg("claimId") INTO marked FROM added;
  IF marked IS NOT NULL THEN
    PERFORM set_config('recoupe.marked', CASE WHEN before = '' AND cardinality(marked) = 1 THEN marked[1]::text ELSE 'many' END, true);
  END IF;
END $$;
DO $$
BEGIN
  EXECUTE format('ALTER FUNCTION mark_claims(uuid[]) SET search_path = pg_catalog, %I, pg_temp', current_schema());
END $$;
