-- CreateEnum
CREATE TYPE "SingleSourceKind" AS ENUM ('ACTOR_ITSELF', 'SOLE_AUTHORITY', 'OFFICIAL_RECORD', 'ONLY_WITNESS', 'OTHER');

-- AlterTable: approvals from before kinds existed keep none.
ALTER TABLE "Claim" ADD COLUMN "approvedSingleSourceKind" "SingleSourceKind";

-- A kind is of a reason: where there is none, neither is a kind. So a claim that begins without an approval begins without one.
ALTER TABLE "Claim" ADD CONSTRAINT "claim_single_source_kind"
  CHECK ("approvedSingleSourceKind" IS NULL OR "approvedSingleSourceReason" IS NOT NULL);

-- It comes and goes with the approval.
CREATE FUNCTION guard_single_source_kind() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."approvedSingleSourceKind" IS DISTINCT FROM OLD."approvedSingleSourceKind" AND NEW."state" = OLD."state" THEN
    RAISE EXCEPTION 'claim %: an approval stands as it was given, until the claim is reopened', NEW."id"
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER claim_single_source_kind BEFORE UPDATE OF "approvedSingleSourceKind" ON "Claim"
  FOR EACH ROW EXECUTE FUNCTION guard_single_source_kind();

-- They find their tables wherever they are called from.
DO $$
DECLARE
  own text;
BEGIN
  FOREACH own IN ARRAY ARRAY['guard_single_source_kind()'] LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = pg_catalog, %I, pg_temp', own, current_schema());
  END LOOP;
END $$;
