-- What is said of a claim, wherever it stands, beside what is counted of it: all that a search over the claims of a project looks in. The
-- worker writes both, as the same changes concern both; what is marked is read as it is now.

ALTER TABLE "ClaimProjection" ADD COLUMN "said" TEXT NOT NULL DEFAULT '', ADD COLUMN "search" tsvector NOT NULL DEFAULT '';

-- CreateIndex
CREATE INDEX "claim_search" ON "ClaimProjection" USING gin ("search");

-- The claims of a project in the order of their coming, and of their waiting.
-- CreateIndex
CREATE INDEX "Claim_projectId_createdAt_id_idx" ON "Claim"("projectId", "createdAt", "id");
-- CreateIndex
CREATE INDEX "Claim_projectId_stateSince_id_idx" ON "Claim"("projectId", "stateSince", "id");
-- CreateIndex
CREATE INDEX "Assignment_dueOn_claimId_idx" ON "Assignment"("dueOn", "claimId") WHERE "endedAt" IS NULL AND "dueOn" IS NOT NULL;

-- Letters folded as in names, and those that two letters can stand for. Bodies without quotation marks are bound when made.
CREATE FUNCTION search_fold("words" text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN replace(replace(replace(name_key("words"), 'œ', 'oe'), 'æ', 'ae'), 'ß', 'ss');

-- The folded words as they are, and by their stems in the text's language where it is French or English.
CREATE FUNCTION search_vector("folded" text, "language" text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN strip(to_tsvector('pg_catalog.simple'::regconfig, "folded")) || CASE "language"
    WHEN 'fr' THEN strip(to_tsvector('pg_catalog.french'::regconfig, "folded"))
    WHEN 'en' THEN strip(to_tsvector('pg_catalog.english'::regconfig, "folded"))
    ELSE ''::tsvector END;

-- One folded word that is looked for, whatever the language of the text.
CREATE FUNCTION search_word("folded" text) RETURNS tsquery LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN plainto_tsquery('pg_catalog.simple'::regconfig, "folded") || plainto_tsquery('pg_catalog.french'::regconfig, "folded")
    || plainto_tsquery('pg_catalog.english'::regconfig, "folded");

-- Folded words as they follow each other, whatever stands between them; a paragraph mark keeps apart what was said apart.
CREATE FUNCTION search_phrase("folded" text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN ' ' || btrim(regexp_replace("folded", '[^[:alnum:]¶]+', ' ', 'g')) || ' ';

-- What is said of these claims, folded: wording, tags, passages, figures, warnings, comments, verdicts, replies, evidence, and the names of
-- all sources in it. What nobody reads to its end is cut.
CREATE FUNCTION claims_said("ids" uuid[]) RETURNS TABLE ("claimId" uuid, "language" text, "said" text) LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT c."id", a."language", search_fold(left(concat_ws(' ¶ ', c."wording", array_to_string(c."tags", ' ¶ '),
    (SELECT string_agg(s."exact", ' ¶ ' ORDER BY p."position") FROM "ClaimSpan" p JOIN "Span" s ON s."id" = p."spanId"
      WHERE p."claimId" = c."id"),
    (SELECT string_agg(concat_ws(' ¶ ', f."verbatim", f."unit", f."nationality", f."place"), ' ¶ ') FROM "Figure" f WHERE f."claimId" = c."id"),
    (SELECT concat_ws(' ¶ ', w."audience", w."threatActor", w."attackType", w."targets", w."areas", w."instruction", w."likelihood",
        w."windowVerbatim") FROM "Warning" w WHERE w."claimId" = c."id"),
    (SELECT string_agg(concat_ws(' ¶ ', e."quote", e."note", e."locator", e."url", s."exact"), ' ¶ ') FROM "Evidence" e
      LEFT JOIN "Span" s ON s."id" = e."spanId" WHERE e."claimId" = c."id" AND e."withdrawnAt" IS NULL),
    (SELECT string_agg(concat_ws(' ¶ ', s."name", s."role", array_to_string(s."aliases", ' ¶ ')), ' ¶ ') FROM "Source" s WHERE s."id" IN (
      SELECT unnest(ARRAY[h."sourceId", h."affiliationId", h."onBehalfOfId"]) FROM "Attribution" t
        JOIN "Hop" h ON h."attributionId" = t."id" WHERE t."claimId" = c."id"
      UNION ALL
      SELECT unnest(ARRAY[h."sourceId", h."affiliationId", h."onBehalfOfId"]) FROM "Evidence" e
        JOIN "Attribution" t ON t."evidenceId" = e."id" JOIN "Hop" h ON h."attributionId" = t."id"
        WHERE e."claimId" = c."id" AND e."withdrawnAt" IS NULL
      UNION ALL
      SELECT e."sourceId" FROM "Evidence" e WHERE e."claimId" = c."id" AND e."withdrawnAt" IS NULL
      UNION ALL
      SELECT unnest(ARRAY[w."issuerId", w."onBehalfOfId"]) FROM "Warning" w WHERE w."claimId" = c."id"
      UNION ALL
      SELECT r."sourceId" FROM "ReplyRequest" r WHERE r."claimId" = c."id")),
    (SELECT string_agg(concat_ws(' ¶ ', v."rationale", v."method"), ' ¶ ') FROM "Verdict" v WHERE v."claimId" = c."id"),
    (SELECT string_agg(concat_ws(' ¶ ', r."note", r."answer"), ' ¶ ') FROM "ReplyRequest" r WHERE r."claimId" = c."id"),
    (SELECT string_agg(m."body", ' ¶ ') FROM "Comment" m WHERE m."claimId" = c."id")), 100000))
  FROM "Claim" c JOIN "Article" a ON a."id" = c."articleId" WHERE c."id" = ANY ("ids");
END;

-- A comment changes nothing that is counted, but what is said.
CREATE TRIGGER comment_insert_marks AFTER INSERT ON "Comment" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION mark_concerned_claims('claims', 'claimId');

-- The language of an article too.
CREATE FUNCTION mark_claims_of_read_articles() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ids CONSTANT uuid[] := ARRAY(SELECT i."id" FROM "is" i JOIN "was" w ON w."id" = i."id" WHERE i."language" IS DISTINCT FROM w."language");
BEGIN
  PERFORM mark_claims(ARRAY(SELECT c."id" FROM "Claim" c WHERE c."articleId" = ANY (ids))) WHERE cardinality(ids) > 0;
  RETURN NULL;
END $$;
CREATE TRIGGER article_language_marks AFTER UPDATE ON "Article" REFERENCING OLD TABLE AS "was" NEW TABLE AS "is"
  FOR EACH STATEMENT EXECUTE FUNCTION mark_claims_of_read_articles();
DO $$
BEGIN
  EXECUTE format('ALTER FUNCTION mark_claims_of_read_articles() SET search_path = pg_catalog, %I, pg_temp', current_schema());
END $$;

-- The claims of before are all to be read.
INSERT INTO "ClaimRecount" ("projectId", "claimId", "stateSince")
  SELECT c."projectId", c."id", c."stateSince" FROM "Claim" c WHERE c."deletedAt" IS NULL
    AND NOT EXISTS (SELECT 1 FROM "ClaimRecount" r WHERE r."projectId" = c."projectId" AND r."claimId" = c."id");
