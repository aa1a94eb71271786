-- A date in the world can carry times of day as its text writes them, with their zone: an IANA name, an offset, "local" where
-- the place is not known, null where no zone is said. The days stay those of that zone. Existing rows have no times.
ALTER TABLE "Article" ADD COLUMN "publishedFrom" TEXT, ADD COLUMN "publishedUntil" TEXT, ADD COLUMN "publishedZone" TEXT;
ALTER TABLE "Hop" ADD COLUMN "saidFrom" TEXT, ADD COLUMN "saidUntil" TEXT, ADD COLUMN "saidZone" TEXT;
ALTER TABLE "Figure" ADD COLUMN "asOfFrom" TEXT, ADD COLUMN "asOfUntil" TEXT, ADD COLUMN "asOfZone" TEXT;
ALTER TABLE "Figure" ADD COLUMN "reportedFrom" TEXT, ADD COLUMN "reportedUntil" TEXT, ADD COLUMN "reportedZone" TEXT;
ALTER TABLE "Warning" ADD COLUMN "sentFrom" TEXT, ADD COLUMN "sentUntil" TEXT, ADD COLUMN "sentZone" TEXT;
ALTER TABLE "Event" ADD COLUMN "happenedFrom" TEXT, ADD COLUMN "happenedUntil" TEXT, ADD COLUMN "happenedZone" TEXT;
ALTER TABLE "Warning" ADD COLUMN "windowOnsetTime" TEXT, ADD COLUMN "windowExpiresTime" TEXT, ADD COLUMN "windowZone" TEXT;
ALTER TABLE "Figure" ADD COLUMN "country" TEXT, ADD COLUMN "populationSourceId" UUID;

CREATE INDEX "Figure_projectId_populationSourceId_idx" ON "Figure"("projectId", "populationSourceId");
ALTER TABLE "Figure" ADD CONSTRAINT "Figure_projectId_populationSourceId_fkey" FOREIGN KEY ("projectId", "populationSourceId") REFERENCES "Source"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

ALTER TABLE "Figure" ADD CONSTRAINT figure_country CHECK ("country" ~ '^[A-Z]{2}$'),
  ADD CONSTRAINT figure_group CHECK ("populationSourceId" IS NULL OR "population"::text = 'ARMED_GROUP');

-- Times of one day are in order; a minute is one, an hour is whole.
ALTER TABLE "Article" ADD CONSTRAINT article_published_times CHECK (CASE
  WHEN "publishedFrom" IS NULL THEN num_nonnulls("publishedUntil", "publishedZone") = 0
    AND ("publishedPrecision" IS NULL OR "publishedPrecision"::text NOT IN ('MINUTE', 'HOUR'))
  WHEN "publishedUntil" IS NULL OR "publishedPrecision" IS NULL THEN false
  ELSE "publishedFrom" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' AND "publishedUntil" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'
    AND ("publishedZone" IS NULL OR length("publishedZone") <= 64)
    AND CASE "publishedPrecision"::text
      WHEN 'MINUTE' THEN "publishedEarliest" = "publishedLatest" AND "publishedFrom" = "publishedUntil"
      WHEN 'HOUR' THEN "publishedEarliest" = "publishedLatest" AND "publishedFrom" = substr("publishedUntil", 1, 2) || ':00' AND "publishedUntil" LIKE '%:59'
      WHEN 'RANGE' THEN "publishedEarliest" < "publishedLatest" OR "publishedFrom" <= "publishedUntil"
      ELSE false END END);
ALTER TABLE "Hop" ADD CONSTRAINT hop_said_times CHECK (CASE
  WHEN "saidFrom" IS NULL THEN num_nonnulls("saidUntil", "saidZone") = 0
    AND ("saidPrecision" IS NULL OR "saidPrecision"::text NOT IN ('MINUTE', 'HOUR'))
  WHEN "saidUntil" IS NULL OR "saidPrecision" IS NULL THEN false
  ELSE "saidFrom" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' AND "saidUntil" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'
    AND ("saidZone" IS NULL OR length("saidZone") <= 64)
    AND CASE "saidPrecision"::text
      WHEN 'MINUTE' THEN "saidEarliest" = "saidLatest" AND "saidFrom" = "saidUntil"
      WHEN 'HOUR' THEN "saidEarliest" = "saidLatest" AND "saidFrom" = substr("saidUntil", 1, 2) || ':00' AND "saidUntil" LIKE '%:59'
      WHEN 'RANGE' THEN "saidEarliest" < "saidLatest" OR "saidFrom" <= "saidUntil"
      ELSE false END END);
ALTER TABLE "Figure" ADD CONSTRAINT figure_as_of_times CHECK (CASE
  WHEN "asOfFrom" IS NULL THEN num_nonnulls("asOfUntil", "asOfZone") = 0
    AND ("asOfPrecision" IS NULL OR "asOfPrecision"::text NOT IN ('MINUTE', 'HOUR'))
  WHEN "asOfUntil" IS NULL OR "asOfPrecision" IS NULL THEN false
  ELSE "asOfFrom" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' AND "asOfUntil" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'
    AND ("asOfZone" IS NULL OR length("asOfZone") <= 64)
    AND CASE "asOfPrecision"::text
      WHEN 'MINUTE' THEN "asOfEarliest" = "asOfLatest" AND "asOfFrom" = "asOfUntil"
      WHEN 'HOUR' THEN "asOfEarliest" = "asOfLatest" AND "asOfFrom" = substr("asOfUntil", 1, 2) || ':00' AND "asOfUntil" LIKE '%:59'
      WHEN 'RANGE' THEN "asOfEarliest" < "asOfLatest" OR "asOfFrom" <= "asOfUntil"
      ELSE false END END);
ALTER TABLE "Figure" ADD CONSTRAINT figure_reported_times CHECK (CASE
  WHEN "reportedFrom" IS NULL THEN num_nonnulls("reportedUntil", "reportedZone") = 0
    AND ("reportedPrecision" IS NULL OR "reportedPrecision"::text NOT IN ('MINUTE', 'HOUR'))
  WHEN "reportedUntil" IS NULL OR "reportedPrecision" IS NULL THEN false
  ELSE "reportedFrom" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' AND "reportedUntil" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'
    AND ("reportedZone" IS NULL OR length("reportedZone") <= 64)
    AND CASE "reportedPrecision"::text
      WHEN 'MINUTE' THEN "reportedEarliest" = "reportedLatest" AND "reportedFrom" = "reportedUntil"
      WHEN 'HOUR' THEN "reportedEarliest" = "reportedLatest" AND "reportedFrom" = substr("reportedUntil", 1, 2) || ':00' AND "reportedUntil" LIKE '%:59'
      WHEN 'RANGE' THEN "reportedEarliest" < "reportedLatest" OR "reportedFrom" <= "reportedUntil"
      ELSE false END END);
ALTER TABLE "Warning" ADD CONSTRAINT warning_sent_times CHECK (CASE
  WHEN "sentFrom" IS NULL THEN num_nonnulls("sentUntil", "sentZone") = 0
    AND ("sentPrecision" IS NULL OR "sentPrecision"::text NOT IN ('MINUTE', 'HOUR'))
  WHEN "sentUntil" IS NULL OR "sentPrecision" IS NULL THEN false
  ELSE "sentFrom" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' AND "sentUntil" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'
    AND ("sentZone" IS NULL OR length("sentZone") <= 64)
    AND CASE "sentPrecision"::text
      WHEN 'MINUTE' THEN "sentEarliest" = "sentLatest" AND "sentFrom" = "sentUntil"
      WHEN 'HOUR' THEN "sentEarliest" = "sentLatest" AND "sentFrom" = substr("sentUntil", 1, 2) || ':00' AND "sentUntil" LIKE '%:59'
      WHEN 'RANGE' THEN "sentEarliest" < "sentLatest" OR "sentFrom" <= "sentUntil"
      ELSE false END END);
ALTER TABLE "Event" ADD CONSTRAINT event_happened_times CHECK (CASE
  WHEN "happenedFrom" IS NULL THEN num_nonnulls("happenedUntil", "happenedZone") = 0
    AND ("happenedPrecision" IS NULL OR "happenedPrecision"::text NOT IN ('MINUTE', 'HOUR'))
  WHEN "happenedUntil" IS NULL OR "happenedPrecision" IS NULL THEN false
  ELSE "happenedFrom" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' AND "happenedUntil" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'
    AND ("happenedZone" IS NULL OR length("happenedZone") <= 64)
    AND CASE "happenedPrecision"::text
      WHEN 'MINUTE' THEN "happenedEarliest" = "happenedLatest" AND "happenedFrom" = "happenedUntil"
      WHEN 'HOUR' THEN "happenedEarliest" = "happenedLatest" AND "happenedFrom" = substr("happenedUntil", 1, 2) || ':00' AND "happenedUntil" LIKE '%:59'
      WHEN 'RANGE' THEN "happenedEarliest" < "happenedLatest" OR "happenedFrom" <= "happenedUntil"
      ELSE false END END);
ALTER TABLE "Warning" ADD CONSTRAINT warning_window_times CHECK (
    ("windowOnsetTime" IS NULL OR "windowOnset" IS NOT NULL AND "windowOnsetTime" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$')
    AND ("windowExpiresTime" IS NULL OR "windowExpires" IS NOT NULL AND "windowExpiresTime" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$')
    AND ("windowZone" IS NULL OR length("windowZone") <= 64 AND num_nonnulls("windowOnsetTime", "windowExpiresTime") > 0)),
  ADD CONSTRAINT warning_window_time_order CHECK ("windowOnset" < "windowExpires" OR "windowOnsetTime" <= "windowExpiresTime");

-- A merge of sources moves the armed group of a figure too. What else it moves is what it moved.
DO $$ BEGIN
  EXECUTE format('CREATE OR REPLACE FUNCTION source_references() RETURNS text[] LANGUAGE sql IMMUTABLE RETURN %L::text[]',
    source_references() || 'Figure.populationSourceId'::text);
END $$;

CREATE OR REPLACE FUNCTION guard_claim_part() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  part jsonb;
  claim_id uuid;
  claim record;
  references_moved CONSTANT text[] := ARRAY['sourceId', 'affiliationId', 'onBehalfOfId', 'issuerId',
    'populationSourceId'];
BEGIN
  IF TG_OP = 'UPDATE' AND current_setting('recoupe.merging_sources', true) = 'on'
    AND current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID)
    AND to_jsonb(OLD) - references_moved = to_jsonb(NEW) - references_moved
  THEN
    RETURN NEW;
  END IF;
  -- Both, so that nothing is moved from such a claim to another.
  FOREACH part IN ARRAY array_remove(ARRAY[to_jsonb(OLD), to_jsonb(NEW)], NULL) LOOP
    claim_id := (part ->> 'claimId')::uuid;
    IF claim_id IS NULL AND part ->> 'attributionId' IS NOT NULL THEN
      SELECT coalesce(a."claimId", e."claimId") INTO claim_id
        FROM "Attribution" a LEFT JOIN "Evidence" e ON e."id" = a."evidenceId"
        WHERE a."id" = (part ->> 'attributionId')::uuid;
    ELSIF claim_id IS NULL AND part ->> 'evidenceId' IS NOT NULL THEN
      SELECT "claimId" INTO claim_id FROM "Evidence" WHERE "id" = (part ->> 'evidenceId')::uuid;
    END IF;
    SELECT "state", "revisedIn" INTO claim FROM "Claim" WHERE "id" = claim_id;
    IF claim."state" IN ('IN_REVIEW', 'APPROVED', 'PUBLISHED') THEN
      RAISE EXCEPTION 'claim % is under review or approved: its % cannot change', claim_id, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
    END IF;
    IF claim."revisedIn" IS DISTINCT FROM pg_current_xact_id() AND NOT (TG_TABLE_NAME = 'ClaimSpan' AND TG_OP = 'INSERT'
      AND EXISTS (SELECT 1 FROM "Span" added JOIN "Span" known ON known."exact" = added."exact"
        JOIN "ClaimSpan" had ON had."spanId" = known."id"
        WHERE added."id" = (part ->> 'spanId')::uuid AND had."claimId" = claim_id))
    THEN
      RAISE EXCEPTION 'claim %: its % changes with a new revision only', claim_id, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
    END IF;
  END LOOP;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
