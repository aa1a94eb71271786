-- CreateEnum
CREATE TYPE "AnchoringKind" AS ENUM ('PASSAGE', 'SOURCE_WORDS', 'CUE_WORDS', 'KNOWS_WORDS', 'EVIDENCE');

-- CreateEnum
CREATE TYPE "AnchoringOutcome" AS ENUM ('EXACT', 'MOVED', 'AMBIGUOUS', 'ORPHANED');

-- CreateEnum
CREATE TYPE "AnchoringState" AS ENUM ('OPEN', 'TAKEN', 'LET_GO');

-- AlterTable
ALTER TABLE "ArticleVersion" ADD COLUMN     "wordsAdded" INTEGER,
ADD COLUMN     "wordsGone" INTEGER;

-- CreateTable
CREATE TABLE "Anchoring" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "spanId" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "kind" "AnchoringKind" NOT NULL,
    "outcome" "AnchoringOutcome" NOT NULL,
    "candidates" JSONB NOT NULL,
    "state" "AnchoringState" NOT NULL DEFAULT 'OPEN',
    "takenSpanId" UUID,
    "settledById" UUID,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Anchoring_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Anchoring_versionId_state_idx" ON "Anchoring"("versionId", "state");

-- CreateIndex
CREATE INDEX "Anchoring_claimId_idx" ON "Anchoring"("claimId");

-- CreateIndex
CREATE INDEX "Anchoring_takenSpanId_idx" ON "Anchoring"("takenSpanId");

-- CreateIndex
CREATE UNIQUE INDEX "Anchoring_spanId_versionId_key" ON "Anchoring"("spanId", "versionId");

-- AddForeignKey
ALTER TABLE "Anchoring" ADD CONSTRAINT "Anchoring_projectId_articleId_fkey" FOREIGN KEY ("projectId", "articleId") REFERENCES "Article"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Anchoring" ADD CONSTRAINT "Anchoring_projectId_versionId_fkey" FOREIGN KEY ("projectId", "versionId") REFERENCES "ArticleVersion"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Anchoring" ADD CONSTRAINT "Anchoring_projectId_claimId_fkey" FOREIGN KEY ("projectId", "claimId") REFERENCES "Claim"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Anchoring" ADD CONSTRAINT "Anchoring_projectId_spanId_fkey" FOREIGN KEY ("projectId", "spanId") REFERENCES "Span"("projectId", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Anchoring" ADD CONSTRAINT "Anchoring_takenSpanId_fkey" FOREIGN KEY ("takenSpanId") REFERENCES "Span"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Anchoring" ADD CONSTRAINT "Anchoring_settledById_fkey" FOREIGN KEY ("settledById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "Anchoring"
  ADD CONSTRAINT anchoring_settled CHECK (("state" = 'OPEN') = ("settledAt" IS NULL)),
  ADD CONSTRAINT anchoring_candidates CHECK (jsonb_typeof("candidates") = 'array');
ALTER TABLE "ArticleVersion" ADD CONSTRAINT version_words CHECK ("wordsAdded" >= 0 AND "wordsGone" >= 0);

-- A verdict whose words are settled, or come to be in doubt, is looked at again.
CREATE TRIGGER anchoring_insert_marks AFTER INSERT ON "Anchoring" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION mark_concerned_claims('claims', 'claimId');
CREATE TRIGGER anchoring_update_marks AFTER UPDATE ON "Anchoring" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION mark_concerned_claims('claims', 'claimId');

-- The words of a chain that stand in a new text as they were are anchored there without a new revision, as passages are.
CREATE FUNCTION is_on_the_same_words(before jsonb, after jsonb) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT before - ARRAY['sourceSpanId', 'cueSpanId', 'knowsSpanId', 'version'] = after - ARRAY['sourceSpanId', 'cueSpanId', 'knowsSpanId', 'version']
    AND NOT EXISTS (SELECT 1 FROM unnest(ARRAY['sourceSpanId', 'cueSpanId', 'knowsSpanId']) AS of(name)
      WHERE (SELECT "exact" FROM "Span" WHERE "id" = (before ->> of.name)::uuid)
        IS DISTINCT FROM (SELECT "exact" FROM "Span" WHERE "id" = (after ->> of.name)::uuid))
$$;
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
      AND NOT (TG_OP = 'UPDATE' AND TG_TABLE_NAME IN ('Hop', 'Attribution') AND is_on_the_same_words(to_jsonb(OLD), to_jsonb(NEW)))
    THEN
      RAISE EXCEPTION 'claim %: its % changes with a new revision only', claim_id, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
    END IF;
  END LOOP;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['is_on_the_same_words(jsonb, jsonb)', 'guard_claim_part()']
  LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = pg_catalog, %I, pg_temp', name, current_schema());
  END LOOP;
END $$;
