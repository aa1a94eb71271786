-- What the app's role could still write past the app's commands: approvals by people who may not approve, verdicts by people who may
-- not judge, another owner of the installation, and columns of a claim that stands still. No row is touched.

-- 1. An owner begins as the first person of an installation; whoever owns the tables can make another of somebody who is there.
CREATE FUNCTION guard_new_user() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."isOwner" THEN
    -- Of two at once, the second sees the first.
    PERFORM pg_advisory_xact_lock(hashtext('recoupe:first-owner'));
    IF EXISTS (SELECT 1 FROM "User") THEN
      RAISE EXCEPTION 'only the first person of an installation begins as its owner' USING ERRCODE = 'restrict_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER user_begins BEFORE INSERT ON "User" FOR EACH ROW EXECUTE FUNCTION guard_new_user();

-- 2. A key begins as the one that seals. That it is retired is for the owner's role alone, by its rights to the column.
CREATE FUNCTION guard_new_installation_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."retiredAt" IS NOT NULL THEN
    RAISE EXCEPTION 'a key of the installation begins as the one that seals' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER installation_key_begins BEFORE INSERT ON "InstallationKey"
  FOR EACH ROW EXECUTE FUNCTION guard_new_installation_key();

-- 3. What somebody may do in a project at this moment; NULL for who is no member in force, or disabled.
CREATE FUNCTION role_in_force(project_id uuid, user_id uuid) RETURNS "Role" LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT m."role" FROM "Membership" m JOIN "User" u ON u."id" = m."userId"
    WHERE m."projectId" = project_id AND m."userId" = user_id AND m."joinedAt" IS NOT NULL AND m."endedAt" IS NULL
      AND u."disabledAt" IS NULL);
END $$;

-- 4. As before, and: what is under review or approved stands still in every column, so that one that is new is guarded too; a step of the
--    review writes the columns of the review alone; an approval stays whole when its claim is published; who approves is an editor in
--    force, or the claim's reviewer.
CREATE OR REPLACE FUNCTION guard_claim() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  verdict record;
  standing "Role";
  of_review CONSTANT text[] := ARRAY['state', 'stateSince', 'approvedById', 'approvedVerdictId', 'approvedRevision',
    'approvedSingleSourceReason', 'approvedSingleSourceKind'];
  -- As TRANSITIONS in lib/review/workflow.ts; a test compares them. Publishing leads on from an approval alone.
  onwards CONSTANT "ReviewState"[] := CASE OLD."state"
    WHEN 'OPEN' THEN '{ASSIGNED,DROPPED}'
    WHEN 'ASSIGNED' THEN '{CHECKING,DROPPED}'
    WHEN 'CHECKING' THEN '{ASSIGNED,IN_REVIEW,DROPPED}'
    WHEN 'IN_REVIEW' THEN '{CHECKING,APPROVED,DROPPED}'
    WHEN 'APPROVED' THEN '{CHECKING,PUBLISHED,DROPPED}'
    WHEN 'PUBLISHED' THEN '{CHECKING}'
    WHEN 'DROPPED' THEN '{OPEN}' END;
  moves CONSTANT boolean := NEW."state" <> OLD."state";
  was_approved CONSTANT boolean := OLD."state" IN ('APPROVED', 'PUBLISHED');
  is_approved CONSTANT boolean := NEW."state" IN ('APPROVED', 'PUBLISHED');
  stands_still CONSTANT boolean := was_approved OR OLD."state" = 'IN_REVIEW';
  rewrites CONSTANT boolean := (NEW."wording", NEW."category", NEW."checked")
    IS DISTINCT FROM (OLD."wording", OLD."category", OLD."checked");
  -- Which transaction raised the revision is set below, whatever was written.
  changes CONSTANT boolean := to_jsonb(NEW) - of_review - 'revisedIn' <> to_jsonb(OLD) - of_review - 'revisedIn';
  approves CONSTANT boolean := (NEW."approvedById", NEW."approvedVerdictId", NEW."approvedRevision",
      NEW."approvedSingleSourceReason", NEW."approvedSingleSourceKind")
    IS DISTINCT FROM (OLD."approvedById", OLD."approvedVerdictId", OLD."approvedRevision",
      OLD."approvedSingleSourceReason", OLD."approvedSingleSourceKind");
BEGIN
  IF stands_still AND (changes OR NOT moves AND NEW."stateSince" <> OLD."stateSince") THEN
    RAISE EXCEPTION 'claim % is under review or approved: it cannot change', OLD."id" USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW."revision" < OLD."revision" THEN
    RAISE EXCEPTION 'the revision of claim % cannot go back', OLD."id" USING ERRCODE = 'restrict_violation';
  END IF;
  IF rewrites AND NEW."revision" = OLD."revision" THEN
    RAISE EXCEPTION 'claim %: another wording is another revision', OLD."id" USING ERRCODE = 'restrict_violation';
  END IF;
  IF moves AND changes THEN
    RAISE EXCEPTION 'claim % moves on or changes, not both at once', OLD."id" USING ERRCODE = 'restrict_violation';
  END IF;
  IF moves AND NEW."state" <> ALL (onwards) THEN
    RAISE EXCEPTION 'claim % does not go from % to %', OLD."id", OLD."state", NEW."state"
      USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW."deletedAt" IS NOT NULL AND OLD."deletedAt" IS NULL
    AND EXISTS (SELECT 1 FROM "Verdict" WHERE "claimId" = OLD."id")
  THEN
    RAISE EXCEPTION 'claim % has been judged: it is dropped, not deleted', OLD."id" USING ERRCODE = 'restrict_violation';
  END IF;
  IF was_approved AND is_approved AND approves THEN
    RAISE EXCEPTION 'claim %: an approval stands as it was given, until the claim is reopened', NEW."id"
      USING ERRCODE = 'restrict_violation';
  END IF;
  IF NOT is_approved AND approves AND num_nonnulls(NEW."approvedById", NEW."approvedVerdictId", NEW."approvedRevision",
    NEW."approvedSingleSourceReason", NEW."approvedSingleSourceKind") > 0
  THEN
    RAISE EXCEPTION 'claim %: what is told of an approval comes with it', NEW."id" USING ERRCODE = 'restrict_violation';
  END IF;
  IF is_approved AND NOT was_approved THEN
    SELECT "claimId", "claimRevision", "authorId" INTO verdict FROM "Verdict" WHERE "id" = NEW."approvedVerdictId";
    IF verdict IS NULL OR verdict."claimId" <> NEW."id" THEN
      RAISE EXCEPTION 'claim %: an approval names a verdict on this claim', NEW."id" USING ERRCODE = 'check_violation';
    END IF;
    IF NEW."approvedRevision" IS DISTINCT FROM NEW."revision" OR verdict."claimRevision" <> NEW."revision" THEN
      RAISE EXCEPTION 'claim %: only its present revision can be approved', NEW."id" USING ERRCODE = 'check_violation';
    END IF;
    IF NEW."approvedById" IS NULL OR NEW."approvedById" = verdict."authorId" THEN
      RAISE EXCEPTION 'claim %: nobody approves a verdict of their own', NEW."id" USING ERRCODE = 'check_violation';
    END IF;
    standing := role_in_force(NEW."projectId", NEW."approvedById");
    IF standing IS NULL OR standing = 'VIEWER' OR standing = 'CHECKER' AND NOT EXISTS (SELECT 1 FROM "Assignment"
      WHERE "claimId" = NEW."id" AND "endedAt" IS NULL AND "reviewerId" = NEW."approvedById")
    THEN
      RAISE EXCEPTION 'claim %: an editor of the project approves, or the reviewer of the claim', NEW."id"
        USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  NEW."revisedIn" := CASE WHEN NEW."revision" > OLD."revision" THEN pg_current_xact_id() ELSE OLD."revisedIn" END;
  RETURN NEW;
END $$;

-- 5. As before, and: a verdict judges what stood before its transaction, as parts of a claim change in the one that raises the revision and
--    could go on changing after it; and it is that of somebody who may judge.
CREATE OR REPLACE FUNCTION guard_new_verdict() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  claim record;
  standing "Role";
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
  standing := role_in_force(NEW."projectId", NEW."authorId");
  IF standing IS NULL OR standing = 'VIEWER' THEN
    RAISE EXCEPTION 'claim %: its verdicts are given by people of the project who check', NEW."claimId"
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

-- 6. Nobody reviews what they check.
CREATE FUNCTION guard_reviewer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."reviewerId" = NEW."assigneeId" AND (TG_OP = 'INSERT' OR NEW."reviewerId" IS DISTINCT FROM OLD."reviewerId") THEN
    RAISE EXCEPTION 'assignment %: nobody reviews what they check', NEW."id" USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER assignment_reviewer BEFORE INSERT OR UPDATE ON "Assignment"
  FOR EACH ROW EXECUTE FUNCTION guard_reviewer();

-- They find their tables wherever they are called from.
DO $$
DECLARE
  own text;
BEGIN
  FOREACH own IN ARRAY ARRAY['guard_new_user()', 'guard_new_installation_key()', 'role_in_force(uuid, uuid)', 'guard_claim()',
    'guard_new_verdict()', 'guard_reviewer()']
  LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = pg_catalog, %I, pg_temp', own, current_schema());
  END LOOP;
END $$;
