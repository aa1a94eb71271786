-- What the database itself refuses, whoever asks.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of % is not allowed: %', TG_OP, TG_TABLE_NAME, TG_ARGV[0] USING ERRCODE = 'restrict_violation';
END $$;

-- 1. History cannot be rewritten.
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON "AuditEvent"
  FOR EACH ROW EXECUTE FUNCTION refuse_change('the history is append-only');
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON "AuditEvent"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('the history is append-only');

CREATE TRIGGER verdict_append_only BEFORE UPDATE OR DELETE ON "Verdict"
  FOR EACH ROW EXECUTE FUNCTION refuse_change('a verdict is never edited, only followed by another');
CREATE TRIGGER verdict_no_truncate BEFORE TRUNCATE ON "Verdict"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('a verdict is never edited, only followed by another');
CREATE TRIGGER verdict_evidence_append_only BEFORE UPDATE OR DELETE ON "VerdictEvidence"
  FOR EACH ROW EXECUTE FUNCTION refuse_change('what a verdict relied on is kept');

-- 2. A text never changes; a new text is a new version.
CREATE TRIGGER version_immutable BEFORE UPDATE OR DELETE ON "ArticleVersion"
  FOR EACH ROW EXECUTE FUNCTION refuse_change('the text of a version never changes');
CREATE TRIGGER version_no_truncate BEFORE TRUNCATE ON "ArticleVersion"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('the text of a version never changes');

ALTER TABLE "ArticleVersion"
  ADD CONSTRAINT version_number_positive CHECK ("number" >= 1),
  ADD CONSTRAINT version_text_says_something CHECK ("text" <> ''),
  ADD CONSTRAINT version_code_points CHECK ("codePoints" = char_length("text") AND "codePoints" <= 1000000),
  ADD CONSTRAINT version_sha256 CHECK ("sha256" = encode(sha256(convert_to("text", 'UTF8')), 'hex')),
  ADD CONSTRAINT version_received_sha256 CHECK ("receivedSha256" = encode(sha256("received"), 'hex'));

-- The same text is one article of a project, however fast it arrives twice.
CREATE UNIQUE INDEX article_version_same_text ON "ArticleVersion" ("projectId", "sha256") WHERE "number" = 1;

-- 3. A span is the text at its place. Checked once per statement: the text of a version is unpacked once, and cut once
--    into the pieces that hold spans, so that 2,000 spans on a long text do not each walk it from its beginning.
CREATE FUNCTION check_spans() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  piece CONSTANT int := 4096;
  around CONSTANT int := 32;
  version record;
  span record;
  pieces text[];
  first_piece int;
  window_text text;
  window_start int;
BEGIN
  FOR version IN
    SELECT v."id", v."text" || '' AS "text", v."codePoints" FROM "ArticleVersion" v
    WHERE v."id" IN (SELECT DISTINCT "versionId" FROM added)
  LOOP
    SELECT array_agg(CASE WHEN needed.n IS NOT NULL THEN substr(version."text", every.n * piece + 1, piece) END ORDER BY every.n)
      INTO pieces
      FROM generate_series(0, greatest(version."codePoints" - 1, 0) / piece) AS every(n)
      LEFT JOIN (
        SELECT DISTINCT n FROM added, generate_series(
          greatest(added."start" - around, 0) / piece, (least(added."end", version."codePoints") + around) / piece) AS n
        WHERE added."versionId" = version."id") AS needed ON needed.n = every.n;
    FOR span IN SELECT * FROM added WHERE "versionId" = version."id" LOOP
      IF span."start" < 0 OR span."end" <= span."start" OR span."end" > version."codePoints" THEN
        RAISE EXCEPTION 'span %..% lies outside its text of % code points', span."start", span."end", version."codePoints"
          USING ERRCODE = 'check_violation';
      END IF;
      window_start := greatest(span."start" - around, 0);
      first_piece := window_start / piece;
      window_text := array_to_string(pieces[first_piece + 1 : (span."end" + around) / piece + 1], '');
      window_start := first_piece * piece;
      IF substr(window_text, span."start" - window_start + 1, span."end" - span."start") <> span."exact"
        OR substr(window_text, span."start" - char_length(span."prefix") - window_start + 1, char_length(span."prefix")) <> span."prefix"
        OR substr(window_text, span."end" - window_start + 1, char_length(span."suffix")) <> span."suffix"
        OR char_length(span."prefix") > least(around, span."start")
        OR char_length(span."suffix") > around
      THEN
        RAISE EXCEPTION 'span %..% does not quote the text at its place', span."start", span."end"
          USING ERRCODE = 'check_violation';
      END IF;
    END LOOP;
  END LOOP;
  RETURN NULL;
END $$;

CREATE TRIGGER span_quotes_text AFTER INSERT ON "Span"
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION check_spans();
CREATE TRIGGER span_immutable BEFORE UPDATE ON "Span"
  FOR EACH ROW EXECUTE FUNCTION refuse_change('a span never changes: a moved mark is a new span');

-- 4. The review: what is under review stands still, and only the present revision is approved, by somebody else.
CREATE FUNCTION guard_claim() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  verdict record;
BEGIN
  IF OLD."state" IN ('IN_REVIEW', 'APPROVED', 'PUBLISHED') AND (
    (NEW."revision", NEW."articleId", NEW."wording", NEW."category", NEW."checked", NEW."deletedAt")
    IS DISTINCT FROM (OLD."revision", OLD."articleId", OLD."wording", OLD."category", OLD."checked", OLD."deletedAt"))
  THEN
    RAISE EXCEPTION 'claim % is under review or approved: it cannot change', OLD."id" USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW."revision" < OLD."revision" THEN
    RAISE EXCEPTION 'the revision of claim % cannot go back', OLD."id" USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW."state" IN ('APPROVED', 'PUBLISHED') AND (OLD."state" NOT IN ('APPROVED', 'PUBLISHED')
    OR (NEW."approvedVerdictId", NEW."approvedRevision", NEW."approvedById")
      IS DISTINCT FROM (OLD."approvedVerdictId", OLD."approvedRevision", OLD."approvedById"))
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
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER claim_guard BEFORE UPDATE ON "Claim" FOR EACH ROW EXECUTE FUNCTION guard_claim();

ALTER TABLE "Claim"
  ADD CONSTRAINT claim_wording_says_something CHECK (btrim("wording") <> ''),
  ADD CONSTRAINT claim_approval_whole CHECK (
    ("state" IN ('APPROVED', 'PUBLISHED')) = ("approvedVerdictId" IS NOT NULL)
    AND ("approvedVerdictId" IS NULL) = ("approvedRevision" IS NULL)
    AND ("approvedVerdictId" IS NULL) = ("approvedById" IS NULL));

-- What belongs to a claim under review stands still too, also when a writer forgets to raise the revision.
CREATE FUNCTION guard_claim_part() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  part jsonb;
  claim_id uuid;
BEGIN
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
    IF EXISTS (SELECT 1 FROM "Claim" WHERE "id" = claim_id AND "state" IN ('IN_REVIEW', 'APPROVED', 'PUBLISHED')) THEN
      RAISE EXCEPTION 'claim % is under review or approved: its % cannot change', claim_id, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
    END IF;
  END LOOP;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE TRIGGER claim_span_guard BEFORE INSERT OR UPDATE OR DELETE ON "ClaimSpan" FOR EACH ROW EXECUTE FUNCTION guard_claim_part();
CREATE TRIGGER figure_guard BEFORE INSERT OR UPDATE OR DELETE ON "Figure" FOR EACH ROW EXECUTE FUNCTION guard_claim_part();
CREATE TRIGGER warning_guard BEFORE INSERT OR UPDATE OR DELETE ON "Warning" FOR EACH ROW EXECUTE FUNCTION guard_claim_part();
CREATE TRIGGER attribution_guard BEFORE INSERT OR UPDATE OR DELETE ON "Attribution" FOR EACH ROW EXECUTE FUNCTION guard_claim_part();
CREATE TRIGGER hop_guard BEFORE INSERT OR UPDATE OR DELETE ON "Hop" FOR EACH ROW EXECUTE FUNCTION guard_claim_part();
CREATE TRIGGER evidence_guard BEFORE INSERT OR UPDATE OR DELETE ON "Evidence" FOR EACH ROW EXECUTE FUNCTION guard_claim_part();

-- 5. Shapes that Prisma cannot say.
ALTER TABLE "User" ADD CONSTRAINT user_email_lower CHECK ("email" = lower("email") AND "email" <> '');
ALTER TABLE "Rating"
  ADD CONSTRAINT rating_value CHECK ("value" BETWEEN 1 AND 5);
ALTER TABLE "Verdict" ADD CONSTRAINT verdict_has_reasons CHECK (btrim("rationale") <> '');
ALTER TABLE "Comment" ADD CONSTRAINT comment_says_something CHECK (btrim("body") <> '');
ALTER TABLE "Attribution"
  ADD CONSTRAINT attribution_of_one_thing CHECK (("claimId" IS NULL) <> ("evidenceId" IS NULL));
ALTER TABLE "Hop" ADD CONSTRAINT hop_position CHECK ("position" >= 0);
ALTER TABLE "Evidence"
  ADD CONSTRAINT evidence_credibility CHECK ("credibility" BETWEEN 1 AND 6),
  ADD CONSTRAINT evidence_is_somewhere CHECK (
    "stance" = 'SEARCHED_NOTHING_FOUND' OR num_nonnulls("sourceId", "url", "spanId") > 0);
ALTER TABLE "Figure"
  ADD CONSTRAINT figure_order CHECK (
    coalesce("low", "best", "high") <= coalesce("best", "high", "low")
    AND coalesce("best", "low", "high") <= coalesce("high", "best", "low")
    AND ("low" IS NULL OR "high" IS NULL OR "low" <= "high")),
  ADD CONSTRAINT figure_unit CHECK ("measure" <> 'OTHER' OR "unit" IS NOT NULL);

ALTER TABLE "Article" ADD CONSTRAINT article_published CHECK (
  num_nonnulls("publishedEarliest", "publishedLatest", "publishedPrecision") IN (0, 3) AND "publishedEarliest" <= "publishedLatest");
ALTER TABLE "Hop" ADD CONSTRAINT hop_said CHECK (
  num_nonnulls("saidEarliest", "saidLatest", "saidPrecision") IN (0, 3) AND "saidEarliest" <= "saidLatest");
ALTER TABLE "Figure" ADD CONSTRAINT figure_as_of CHECK (
  num_nonnulls("asOfEarliest", "asOfLatest", "asOfPrecision") IN (0, 3) AND "asOfEarliest" <= "asOfLatest");
ALTER TABLE "Figure" ADD CONSTRAINT figure_reported CHECK (
  num_nonnulls("reportedEarliest", "reportedLatest", "reportedPrecision") IN (0, 3) AND "reportedEarliest" <= "reportedLatest");
ALTER TABLE "Warning" ADD CONSTRAINT warning_sent CHECK (
  num_nonnulls("sentEarliest", "sentLatest", "sentPrecision") IN (0, 3) AND "sentEarliest" <= "sentLatest");
ALTER TABLE "Warning" ADD CONSTRAINT warning_window CHECK ("windowOnset" <= "windowExpires");

-- One assignment of a claim is in force.
CREATE UNIQUE INDEX assignment_in_force ON "Assignment" ("claimId") WHERE "endedAt" IS NULL;

-- Named voices are unique in a project by kind and folded name. Documents and unnamed voices may share a name.
CREATE UNIQUE INDEX source_same_name ON "Source" ("projectId", "kind", "nameKey")
  WHERE "kind" IN ('PERSON', 'ORGANISATION', 'OUTLET');

-- Search without a sequential scan.
CREATE INDEX source_name_trigram ON "Source" USING gin ("nameKey" gin_trgm_ops);
