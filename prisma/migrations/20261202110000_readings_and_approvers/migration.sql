-- What the app's role could still write past the app's commands: who speaks in the evidence of an approved claim, by which its origins are
-- counted, and a confidential source approved by somebody who may not approve one. No row is touched.

-- 1. What was read of an item under review or approved stays as it was read. What was never read may be read later: that asks for attention.
CREATE FUNCTION guard_evidence_reading() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Evidence" e JOIN "Claim" c ON c."id" = e."claimId"
    WHERE e."id" = OLD."evidenceId" AND c."state" IN ('IN_REVIEW', 'APPROVED', 'PUBLISHED'))
  THEN
    RAISE EXCEPTION 'evidence % stands under review or approved: its reading cannot change', OLD."evidenceId"
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER evidence_reading_guard BEFORE UPDATE OR DELETE ON "EvidenceReading"
  FOR EACH ROW EXECUTE FUNCTION guard_evidence_reading();

-- 2. Who vouches for a confidential source may do so: as APPROVING_ROLES in lib/sources/confidential.ts; a test compares them.
CREATE FUNCTION guard_confidential_identity() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  standing "Role";
BEGIN
  standing := role_in_force(NEW."projectId", NEW."approvedById");
  IF standing IS NULL OR standing NOT IN ('EDITOR', 'ADMIN') THEN
    RAISE EXCEPTION 'confidential source %: an editor of the project approves it', NEW."sourceId" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER confidential_identity_begins BEFORE INSERT ON "ConfidentialIdentity"
  FOR EACH ROW EXECUTE FUNCTION guard_confidential_identity();

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['guard_evidence_reading()', 'guard_confidential_identity()'] LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = pg_catalog, %I, pg_temp', name, current_schema());
  END LOOP;
END $$;
