-- A verdict judges what stood before its transaction: parts of a claim change in the transaction that raises the revision, so that
-- within it they could go on changing after the verdict.
CREATE OR REPLACE FUNCTION guard_new_verdict() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  claim record;
BEGIN
  SELECT "state", "revision", "deletedAt", "revisedIn" INTO claim FROM "Claim" WHERE "id" = NEW."claimId" FOR SHARE;
  IF claim."deletedAt" IS NOT NULL OR claim."state" IN ('IN_REVIEW', 'APPROVED', 'PUBLISHED') THEN
    RAISE EXCEPTION 'claim % is under review, approved or deleted: it gets no verdict', NEW."claimId"
      USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW."claimRevision" IS DISTINCT FROM claim."revision" THEN
    RAISE EXCEPTION 'claim %: a verdict judges its present revision', NEW."claimId" USING ERRCODE = 'check_violation';
  END IF;
  IF claim."revisedIn" = pg_current_xact_id() THEN
    RAISE EXCEPTION 'claim % is being changed: what is judged stands still', NEW."claimId" USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

DO $$
BEGIN
  EXECUTE format('ALTER FUNCTION guard_new_verdict() SET search_path = pg_catalog, %I, pg_temp', current_schema());
END $$;
