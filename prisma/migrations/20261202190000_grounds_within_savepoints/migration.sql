-- What is said "when a verdict is given" may be said within a savepoint: its rows carry the savepoint's number, and not the transaction's.
-- Of the rows that a statement sees, only its own transaction's are of one that is still in progress.
CREATE FUNCTION is_of_this_transaction(written_by xid) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  round CONSTANT bigint := 4294967296;
  own bigint := pg_current_xact_id()::text::bigint;
  -- A row keeps the lower half of its number; those of savepoints come after their transaction's.
  number bigint := own - own % round + written_by::text::bigint;
BEGIN
  IF number < own - round / 2 THEN
    number := number + round;
  END IF;
  RETURN number = own OR number > own AND number < own + round / 2
    AND pg_xact_status(number::text::xid8) IS NOT DISTINCT FROM 'in progress';
END $$;

CREATE OR REPLACE FUNCTION guard_verdict_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "Verdict" v JOIN "Evidence" e ON e."claimId" = v."claimId"
    WHERE v."id" = NEW."verdictId" AND e."id" = NEW."evidenceId" AND e."withdrawnAt" IS NULL
      AND is_of_this_transaction(v.xmin))
  THEN
    RAISE EXCEPTION 'a verdict names evidence of its claim, and when it is given' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION guard_verdict_ground() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "Verdict" v WHERE v."id" = NEW."verdictId" AND v."projectId" = NEW."projectId"
    AND is_of_this_transaction(v.xmin))
  THEN
    RAISE EXCEPTION 'what a verdict rests on is said when it is given' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['is_of_this_transaction(xid)', 'guard_verdict_evidence()', 'guard_verdict_ground()'] LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = pg_catalog, %I, pg_temp', name, current_schema());
  END LOOP;
END $$;
