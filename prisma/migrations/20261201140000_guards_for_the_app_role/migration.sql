-- The app's role owns nothing, and may do what lib/launch/privileges.mjs says. What rights over tables and columns cannot
-- say is guarded here, for the app's role and for an installation with one role alike.

CREATE FUNCTION keep_columns() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  kept text;
BEGIN
  FOREACH kept IN ARRAY TG_ARGV LOOP
    IF to_jsonb(OLD) -> kept IS DISTINCT FROM to_jsonb(NEW) -> kept THEN
      RAISE EXCEPTION '% of % never changes', kept, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END IF;
  END LOOP;
  RETURN NEW;
END $$;

-- The named columns are set together, once; nothing else of the row ever changes.
CREATE FUNCTION set_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD IS DISTINCT FROM NEW
    AND (to_jsonb(OLD) ->> TG_ARGV[0] IS NOT NULL OR to_jsonb(OLD) - TG_ARGV <> to_jsonb(NEW) - TG_ARGV)
  THEN
    RAISE EXCEPTION 'of % only % is set, and once', TG_TABLE_NAME, TG_ARGV[0] USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

-- 1. What is ended, withdrawn or taken back stays.
DO $$
DECLARE
  kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['Article', 'Assignment', 'Claim', 'ClaimLink', 'Comment', 'ConfidentialIdentity', 'Evidence',
    'Membership', 'Notice', 'OneTimeLink', 'OriginDecision', 'PassageDecision', 'Project', 'Source', 'SourceMerge', 'User']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change(%L)',
      lower(kept) || '_kept', kept, 'its rows are kept');
  END LOOP;
END $$;

CREATE TRIGGER comment_append_only BEFORE UPDATE ON "Comment"
  FOR EACH ROW EXECUTE FUNCTION refuse_change('a comment stays as it was said');
CREATE TRIGGER claim_link_once BEFORE UPDATE ON "ClaimLink"
  FOR EACH ROW EXECUTE FUNCTION set_once('removedAt', 'removedById');
CREATE TRIGGER origin_decision_once BEFORE UPDATE ON "OriginDecision"
  FOR EACH ROW EXECUTE FUNCTION set_once('takenBackAt', 'takenBackById');
CREATE TRIGGER passage_decision_once BEFORE UPDATE ON "PassageDecision"
  FOR EACH ROW EXECUTE FUNCTION set_once('takenBackAt', 'takenBackById');
CREATE TRIGGER merge_once BEFORE UPDATE ON "SourceMerge"
  FOR EACH ROW EXECUTE FUNCTION set_once('undoneAt', 'undoneById');
CREATE TRIGGER notice_once BEFORE UPDATE ON "Notice" FOR EACH ROW EXECUTE FUNCTION set_once('readAt');
CREATE TRIGGER user_keeps BEFORE UPDATE ON "User" FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'createdAt');
CREATE TRIGGER membership_keeps BEFORE UPDATE ON "Membership"
  FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'projectId', 'userId', 'createdAt');

CREATE FUNCTION guard_assignment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."endedAt" IS NOT NULL THEN
    RAISE EXCEPTION 'assignment % has ended: it cannot change', OLD."id" USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER assignment_ended BEFORE UPDATE ON "Assignment" FOR EACH ROW EXECUTE FUNCTION guard_assignment();
CREATE TRIGGER assignment_keeps BEFORE UPDATE ON "Assignment"
  FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'claimId', 'assigneeId', 'assignedById', 'reason', 'createdAt');

-- A value that a verdict gave means for ever what it meant then; only its place and colour may change.
CREATE FUNCTION guard_rating() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Verdict" WHERE "ratingId" = OLD."id") AND (TG_OP = 'DELETE'
    OR (NEW."id", NEW."projectId", NEW."key", NEW."labelFr", NEW."labelEn", NEW."value")
      IS DISTINCT FROM (OLD."id", OLD."projectId", OLD."key", OLD."labelFr", OLD."labelEn", OLD."value"))
  THEN
    RAISE EXCEPTION 'rating % was given by a verdict: it stays as it is', OLD."key" USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER rating_guard BEFORE UPDATE OR DELETE ON "Rating" FOR EACH ROW EXECUTE FUNCTION guard_rating();

-- 2. A claim begins open; its state moves as the workflow says; every change of what a verdict rests on is a new revision.
--    Which transaction raised the revision stands in the row, where a trigger alone can write it.
ALTER TABLE "Claim" ADD COLUMN "revisedIn" xid8;

CREATE FUNCTION guard_new_claim() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."state" <> 'OPEN' OR NEW."revision" <> 1 OR NEW."deletedAt" IS NOT NULL OR num_nonnulls(
    NEW."approvedById", NEW."approvedVerdictId", NEW."approvedRevision", NEW."approvedSingleSourceReason") > 0
  THEN
    RAISE EXCEPTION 'claim %: a claim begins open, at its first revision, without an approval', NEW."id"
      USING ERRCODE = 'check_violation';
  END IF;
  NEW."revisedIn" := pg_current_xact_id();
  RETURN NEW;
END $$;
CREATE TRIGGER claim_begins BEFORE INSERT ON "Claim" FOR EACH ROW EXECUTE FUNCTION guard_new_claim();

CREATE OR REPLACE FUNCTION guard_claim() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  verdict record;
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
  rewrites CONSTANT boolean := (NEW."wording", NEW."category", NEW."checked")
    IS DISTINCT FROM (OLD."wording", OLD."category", OLD."checked");
BEGIN
  IF OLD."state" IN ('IN_REVIEW', 'APPROVED', 'PUBLISHED') AND (rewrites OR (NEW."revision", NEW."articleId", NEW."deletedAt")
    IS DISTINCT FROM (OLD."revision", OLD."articleId", OLD."deletedAt"))
  THEN
    RAISE EXCEPTION 'claim % is under review or approved: it cannot change', OLD."id" USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW."revision" < OLD."revision" THEN
    RAISE EXCEPTION 'the revision of claim % cannot go back', OLD."id" USING ERRCODE = 'restrict_violation';
  END IF;
  IF rewrites AND NEW."revision" = OLD."revision" THEN
    RAISE EXCEPTION 'claim %: another wording is another revision', OLD."id" USING ERRCODE = 'restrict_violation';
  END IF;
  IF moves AND (rewrites OR (NEW."revision", NEW."deletedAt") IS DISTINCT FROM (OLD."revision", OLD."deletedAt")) THEN
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
  IF NEW."state" IN ('APPROVED', 'PUBLISHED') AND (OLD."state" NOT IN ('APPROVED', 'PUBLISHED')
    OR (NEW."approvedVerdictId", NEW."approvedRevision", NEW."approvedById", NEW."approvedSingleSourceReason")
      IS DISTINCT FROM (OLD."approvedVerdictId", OLD."approvedRevision", OLD."approvedById", OLD."approvedSingleSourceReason"))
  THEN
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
    IF NOT moves THEN
      RAISE EXCEPTION 'claim %: an approval stands as it was given, until the claim is reopened', NEW."id"
        USING ERRCODE = 'restrict_violation';
    END IF;
  END IF;
  NEW."revisedIn" := CASE WHEN NEW."revision" > OLD."revision" THEN pg_current_xact_id() ELSE OLD."revisedIn" END;
  RETURN NEW;
END $$;
CREATE TRIGGER claim_keeps BEFORE UPDATE ON "Claim"
  FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'projectId', 'articleId', 'number', 'markedById', 'createdAt');

-- 3. Parts of a claim stand still under review, and change within a transaction that has raised the revision. Apart from that,
--    a new text gets the passages that stand in it word for word; and a merge moves references to sources, which only the
--    functions of 5. can say: they alone run as the tables' owner.
CREATE OR REPLACE FUNCTION guard_claim_part() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  part jsonb;
  claim_id uuid;
  claim record;
  references_moved CONSTANT text[] := ARRAY['sourceId', 'affiliationId', 'onBehalfOfId', 'issuerId'];
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

-- 4. A verdict judges the claim as it stands, and says at once what it relies on.
CREATE FUNCTION guard_new_verdict() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  claim record;
BEGIN
  SELECT "state", "revision", "deletedAt" INTO claim FROM "Claim" WHERE "id" = NEW."claimId" FOR SHARE;
  IF claim."deletedAt" IS NOT NULL OR claim."state" IN ('IN_REVIEW', 'APPROVED', 'PUBLISHED') THEN
    RAISE EXCEPTION 'claim % is under review, approved or deleted: it gets no verdict', NEW."claimId"
      USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW."claimRevision" IS DISTINCT FROM claim."revision" THEN
    RAISE EXCEPTION 'claim %: a verdict judges its present revision', NEW."claimId" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER verdict_guard BEFORE INSERT ON "Verdict" FOR EACH ROW EXECUTE FUNCTION guard_new_verdict();

CREATE FUNCTION guard_verdict_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- A row's xmin is the lower half of the transaction's number.
  IF NOT EXISTS (SELECT 1 FROM "Verdict" v JOIN "Evidence" e ON e."claimId" = v."claimId"
    WHERE v."id" = NEW."verdictId" AND e."id" = NEW."evidenceId" AND e."withdrawnAt" IS NULL
      AND v.xmin::text::bigint = pg_current_xact_id()::text::bigint % 4294967296)
  THEN
    RAISE EXCEPTION 'a verdict names evidence of its claim, and when it is given' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER verdict_evidence_guard BEFORE INSERT ON "VerdictEvidence"
  FOR EACH ROW EXECUTE FUNCTION guard_verdict_evidence();

-- 5. Two sources become one, and two again, by these functions alone: they run as the owner, and move nothing but references.
CREATE FUNCTION source_references() RETURNS text[] LANGUAGE sql IMMUTABLE
  RETURN ARRAY['Hop.sourceId', 'Hop.affiliationId', 'Hop.onBehalfOfId', 'Evidence.sourceId', 'Warning.issuerId',
    'Warning.onBehalfOfId', 'Article.outletId', 'Source.parentId', 'ReplyRequest.sourceId'];

-- Moves references from one source to another, all of them, or those of a column whose rows are named. Only the owner may call it.
CREATE FUNCTION move_source_references(project_id uuid, from_id uuid, to_id uuid, named jsonb) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
  place text;
  rows uuid[];
  chosen uuid[];
  moved jsonb := '[]';
BEGIN
  PERFORM set_config('recoupe.merging_sources', 'on', true);
  FOREACH place IN ARRAY source_references() LOOP
    chosen := NULL;
    IF named IS NOT NULL THEN
      SELECT coalesce(array_agg(each.id::uuid), '{}') INTO chosen
        FROM jsonb_array_elements(named) AS entry, jsonb_array_elements_text(entry -> 'ids') AS each(id)
        WHERE entry ->> 'table' = split_part(place, '.', 1) AND entry ->> 'column' = split_part(place, '.', 2);
    END IF;
    EXECUTE format('WITH moved AS (UPDATE %1$I SET %2$I = $1 WHERE "projectId" = $2 AND %2$I = $3
      AND ($4 IS NULL OR "id" = ANY($4)) RETURNING "id") SELECT array_agg("id") FROM moved',
      split_part(place, '.', 1), split_part(place, '.', 2)) INTO rows USING to_id, project_id, from_id, chosen;
    IF rows IS NOT NULL THEN
      moved := moved || jsonb_build_object('table', split_part(place, '.', 1), 'column', split_part(place, '.', 2), 'ids', rows);
    END IF;
  END LOOP;
  PERFORM set_config('recoupe.merging_sources', 'off', true);
  RETURN moved;
END $$;

-- Both rows in one order, so that two calls never wait for each other.
CREATE FUNCTION merge_sources(merge_id uuid, project_id uuid, kept_id uuid, dropped_id uuid, added_aliases text[], by_id uuid, at timestamptz)
RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  moved jsonb;
BEGIN
  PERFORM 1 FROM "Source" WHERE "id" IN (kept_id, dropped_id) AND "projectId" = project_id ORDER BY "id" FOR UPDATE;
  IF kept_id = dropped_id OR 2 <> (SELECT count(*) FROM "Source"
    WHERE "id" IN (kept_id, dropped_id) AND "projectId" = project_id AND "mergedIntoId" IS NULL)
  THEN
    RAISE EXCEPTION 'only two sources of one project that stand by themselves become one' USING ERRCODE = 'check_violation';
  END IF;
  moved := jsonb_build_object('references', move_source_references(project_id, dropped_id, kept_id, NULL),
    'aliases', to_jsonb(added_aliases));
  UPDATE "Source" SET "mergedIntoId" = kept_id, "version" = "version" + 1 WHERE "id" = dropped_id;
  UPDATE "Source" SET "aliases" = "aliases" || added_aliases, "version" = "version" + 1 WHERE "id" = kept_id;
  INSERT INTO "SourceMerge" ("id", "projectId", "keptId", "droppedId", "moved", "createdById", "createdAt")
    VALUES (merge_id, project_id, kept_id, dropped_id, moved, by_id, at);
  RETURN moved;
END $$;

-- Answers the references that went back; NULL when there is no such merge in force.
CREATE FUNCTION undo_source_merge(merge_id uuid, project_id uuid, by_id uuid, at timestamptz)
RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  merge record;
  back jsonb;
BEGIN
  UPDATE "SourceMerge" SET "undoneAt" = at, "undoneById" = by_id
    WHERE "id" = merge_id AND "projectId" = project_id AND "undoneAt" IS NULL RETURNING * INTO merge;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  PERFORM 1 FROM "Source" WHERE "id" IN (merge."keptId", merge."droppedId") ORDER BY "id" FOR UPDATE;
  back := move_source_references(project_id, merge."keptId", merge."droppedId", merge."moved" -> 'references');
  UPDATE "Source" SET "version" = "version" + 1, "aliases" = ARRAY(
      SELECT had.alias FROM unnest("aliases") WITH ORDINALITY AS had(alias, place)
      WHERE NOT (merge."moved" -> 'aliases') ? had.alias ORDER BY had.place)
    WHERE "id" = merge."keptId";
  UPDATE "Source" SET "mergedIntoId" = NULL, "version" = "version" + 1
    WHERE "id" = merge."droppedId" AND "mergedIntoId" = merge."keptId";
  RETURN back;
END $$;

REVOKE ALL ON FUNCTION move_source_references(uuid, uuid, uuid, jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION merge_sources(uuid, uuid, uuid, uuid, text[], uuid, timestamptz) FROM PUBLIC;
REVOKE ALL ON FUNCTION undo_source_merge(uuid, uuid, uuid, timestamptz) FROM PUBLIC;

-- 6. No guard looks into a temporary table or another schema for what it asks: every function says where its names stand.
DO $$
DECLARE
  name regprocedure;
BEGIN
  FOR name IN SELECT p.oid FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
    WHERE p.pronamespace = current_schema()::regnamespace AND l.lanname = 'plpgsql'
  LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = pg_catalog, %I, pg_temp', name, current_schema());
  END LOOP;
END $$;
