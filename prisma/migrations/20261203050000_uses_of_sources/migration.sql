-- In how many claims a source stands, asked of all sources at once: a row of each, which the worker counts, and marks on those to be
-- counted anew, as with claims. Neither has a foreign key: a source that nothing else refers to goes as before, and what was counted of it
-- goes with the next counting.

-- CreateTable
CREATE TABLE "SourceUse" (
    "sourceId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "nameKey" TEXT NOT NULL,
    "claims" INTEGER NOT NULL DEFAULT 0,
    "isNamed" BOOLEAN NOT NULL DEFAULT false,
    "countedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SourceUse_pkey" PRIMARY KEY ("sourceId")
);

-- CreateTable
CREATE TABLE "SourceRecount" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "projectId" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "markedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SourceRecount_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SourceUse_projectId_claims_nameKey_sourceId_idx" ON "SourceUse"("projectId", "claims" DESC, "nameKey", "sourceId");

-- CreateIndex
CREATE INDEX "SourceUse_projectId_isNamed_sourceId_idx" ON "SourceUse"("projectId", "isNamed", "sourceId");

-- CreateIndex
CREATE INDEX "SourceRecount_projectId_sourceId_idx" ON "SourceRecount"("projectId", "sourceId");

-- CreateIndex
CREATE INDEX "SourceRecount_projectId_markedAt_idx" ON "SourceRecount"("projectId", "markedAt");

ALTER TABLE "SourceUse" ADD CONSTRAINT use_counts CHECK ("claims" >= 0);

-- What is counted, as it is now: claims that stand, in whose chains, evidence, or chains of evidence the source is named in whatever way;
-- and whether a chain, or evidence that stands, names it as who speaks. The worker writes it down; a list asks it of what is marked.
CREATE FUNCTION source_uses("ids" uuid[]) RETURNS TABLE ("sourceId" uuid, "claims" int, "isNamed" boolean) LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT s."id",
    (SELECT count(DISTINCT c."id")::int FROM (
      SELECT coalesce(a."claimId", e."claimId") AS "claimId" FROM (
        SELECT h."attributionId" FROM "Hop" h WHERE h."projectId" = s."projectId" AND h."sourceId" = s."id"
        UNION ALL
        SELECT h."attributionId" FROM "Hop" h WHERE h."projectId" = s."projectId" AND h."affiliationId" = s."id"
        UNION ALL
        SELECT h."attributionId" FROM "Hop" h WHERE h."projectId" = s."projectId" AND h."onBehalfOfId" = s."id"
      ) chain JOIN "Attribution" a ON a."id" = chain."attributionId"
        LEFT JOIN "Evidence" e ON e."id" = a."evidenceId" AND e."withdrawnAt" IS NULL
      UNION ALL
      SELECT e."claimId" FROM "Evidence" e
        WHERE e."projectId" = s."projectId" AND e."sourceId" = s."id" AND e."withdrawnAt" IS NULL
    ) place JOIN "Claim" c ON c."id" = place."claimId" AND c."deletedAt" IS NULL),
    EXISTS (SELECT 1 FROM "Hop" h WHERE h."projectId" = s."projectId" AND h."sourceId" = s."id")
      OR EXISTS (SELECT 1 FROM "Evidence" e WHERE e."projectId" = s."projectId" AND e."sourceId" = s."id" AND e."withdrawnAt" IS NULL)
  FROM "Source" s WHERE s."id" = ANY ("ids");
END;

-- The sources of before.
INSERT INTO "SourceUse" ("sourceId", "projectId", "nameKey", "claims", "isNamed")
  SELECT s."id", s."projectId", s."nameKey", u."claims", u."isNamed"
  FROM source_uses(ARRAY(SELECT "id" FROM "Source")) u JOIN "Source" s ON s."id" = u."sourceId";

-- Marks sources. Like a mark on a claim it takes the place of the one that stands, and leaves to another transaction what that one holds.
CREATE FUNCTION mark_sources(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  WITH wanted AS (
    SELECT u."sourceId", u."projectId" FROM "SourceUse" u WHERE u."sourceId" = ANY (ids)
  ), replaced AS (
    DELETE FROM "SourceRecount" WHERE "id" IN (
      SELECT r."id" FROM wanted JOIN "SourceRecount" r ON r."projectId" = wanted."projectId" AND r."sourceId" = wanted."sourceId"
      FOR UPDATE OF r SKIP LOCKED)
  )
  INSERT INTO "SourceRecount" ("projectId", "sourceId") SELECT "projectId", "sourceId" FROM wanted;
END $$;

-- A new source has its row at once: it stands nowhere yet. One that comes back may find what was counted of it.
CREATE FUNCTION add_source_uses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "SourceUse" ("sourceId", "projectId", "nameKey") SELECT "id", "projectId", "nameKey" FROM added
    ON CONFLICT ("sourceId") DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER source_added_use AFTER INSERT ON "Source" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION add_source_uses();

CREATE FUNCTION mark_renamed_sources() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ids CONSTANT uuid[] := ARRAY(SELECT i."id" FROM "is" i JOIN "was" w ON w."id" = i."id" WHERE i."nameKey" IS DISTINCT FROM w."nameKey");
BEGIN
  PERFORM mark_sources(ids) WHERE cardinality(ids) > 0;
  RETURN NULL;
END $$;
CREATE TRIGGER source_renamed_marks AFTER UPDATE ON "Source" REFERENCING OLD TABLE AS "was" NEW TABLE AS "is"
  FOR EACH STATEMENT EXECUTE FUNCTION mark_renamed_sources();

-- The sources in columns of what came or went.
CREATE FUNCTION mark_sources_in() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ids uuid[];
BEGIN
  EXECUTE format('SELECT array_agg(DISTINCT "id") FROM (%s) AS each("id") WHERE "id" IS NOT NULL',
    (SELECT string_agg(format('SELECT %I FROM changed', name), ' UNION ') FROM unnest(TG_ARGV) AS name)) INTO ids;
  PERFORM mark_sources(ids) WHERE ids IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER source_deleted_marks AFTER DELETE ON "Source" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION mark_sources_in('id');
CREATE TRIGGER hop_added_marks_sources AFTER INSERT ON "Hop" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION mark_sources_in('sourceId', 'affiliationId', 'onBehalfOfId');
CREATE TRIGGER hop_deleted_marks_sources AFTER DELETE ON "Hop" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION mark_sources_in('sourceId', 'affiliationId', 'onBehalfOfId');
CREATE TRIGGER evidence_added_marks_sources AFTER INSERT ON "Evidence" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION mark_sources_in('sourceId');
CREATE TRIGGER evidence_deleted_marks_sources AFTER DELETE ON "Evidence" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION mark_sources_in('sourceId');

-- A merge moves hops from one source to the other; the words of a hop move with their text, and concern none.
CREATE FUNCTION mark_sources_of_changed_hops() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ids CONSTANT uuid[] := ARRAY(SELECT DISTINCT named."id" FROM "is" i JOIN "was" w ON w."id" = i."id",
      unnest(ARRAY[w."sourceId", i."sourceId", w."affiliationId", i."affiliationId", w."onBehalfOfId", i."onBehalfOfId"]) AS named("id")
    WHERE (i."sourceId", i."affiliationId", i."onBehalfOfId") IS DISTINCT FROM (w."sourceId", w."affiliationId", w."onBehalfOfId"));
BEGIN
  PERFORM mark_sources(ids) WHERE cardinality(ids) > 0;
  RETURN NULL;
END $$;
CREATE TRIGGER hop_changed_marks_sources AFTER UPDATE ON "Hop" REFERENCING OLD TABLE AS "was" NEW TABLE AS "is"
  FOR EACH STATEMENT EXECUTE FUNCTION mark_sources_of_changed_hops();

-- With evidence its chains are withdrawn.
CREATE FUNCTION mark_sources_of_changed_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ids CONSTANT uuid[] := ARRAY(
    SELECT unnest(ARRAY[w."sourceId", i."sourceId"]) FROM "is" i JOIN "was" w ON w."id" = i."id"
      WHERE (i."sourceId", i."withdrawnAt") IS DISTINCT FROM (w."sourceId", w."withdrawnAt")
    UNION
    SELECT unnest(ARRAY[h."sourceId", h."affiliationId", h."onBehalfOfId"]) FROM "is" i JOIN "was" w ON w."id" = i."id"
      JOIN "Attribution" a ON a."evidenceId" = i."id" JOIN "Hop" h ON h."attributionId" = a."id"
      WHERE i."withdrawnAt" IS DISTINCT FROM w."withdrawnAt");
BEGIN
  PERFORM mark_sources(ids) WHERE cardinality(ids) > 0;
  RETURN NULL;
END $$;
CREATE TRIGGER evidence_changed_marks_sources AFTER UPDATE ON "Evidence" REFERENCING OLD TABLE AS "was" NEW TABLE AS "is"
  FOR EACH STATEMENT EXECUTE FUNCTION mark_sources_of_changed_evidence();

-- A claim that is taken away, or comes back, takes all that it names along.
CREATE FUNCTION mark_sources_of_deleted_claims() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  gone CONSTANT uuid[] := ARRAY(SELECT i."id" FROM "is" i JOIN "was" w ON w."id" = i."id"
    WHERE (i."deletedAt" IS NULL) <> (w."deletedAt" IS NULL));
BEGIN
  IF cardinality(gone) = 0 THEN
    RETURN NULL;
  END IF;
  PERFORM mark_sources(ARRAY(
    SELECT unnest(ARRAY[h."sourceId", h."affiliationId", h."onBehalfOfId"]) FROM "Attribution" a JOIN "Hop" h ON h."attributionId" = a."id"
      WHERE a."claimId" = ANY (gone)
    UNION
    SELECT unnest(ARRAY[h."sourceId", h."affiliationId", h."onBehalfOfId"]) FROM "Evidence" e
      JOIN "Attribution" a ON a."evidenceId" = e."id" JOIN "Hop" h ON h."attributionId" = a."id" WHERE e."claimId" = ANY (gone)
    UNION
    SELECT e."sourceId" FROM "Evidence" e WHERE e."claimId" = ANY (gone)));
  RETURN NULL;
END $$;
CREATE TRIGGER claim_deleted_marks_sources AFTER UPDATE ON "Claim" REFERENCING OLD TABLE AS "was" NEW TABLE AS "is"
  FOR EACH STATEMENT EXECUTE FUNCTION mark_sources_of_deleted_claims();

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['mark_sources(uuid[])', 'add_source_uses()', 'mark_renamed_sources()', 'mark_sources_in()',
    'mark_sources_of_changed_hops()', 'mark_sources_of_changed_evidence()', 'mark_sources_of_deleted_claims()']
  LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = pg_catalog, %I, pg_temp', name, current_schema());
  END LOOP;
END $$;
