-- What is derived of each claim and asked of all claims at once: a row that the worker counts, and marks on those to be counted anew. A
-- mark is a row of its own, so that whoever changes something waits for nobody: it is added with the change, and goes once it is counted.

-- CreateTable
CREATE TABLE "ClaimProjection" (
    "claimId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "origins" INTEGER NOT NULL,
    "undetermined" INTEGER NOT NULL,
    "needsAttention" BOOLEAN NOT NULL,
    "reasonKind" TEXT,
    "revision" INTEGER NOT NULL,
    "countedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ClaimProjection_pkey" PRIMARY KEY ("claimId")
);

-- CreateTable
CREATE TABLE "ClaimRecount" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "projectId" UUID NOT NULL,
    "claimId" UUID NOT NULL,

    CONSTRAINT "ClaimRecount_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ClaimProjection_projectId_claimId_key" ON "ClaimProjection"("projectId", "claimId");

-- CreateIndex
CREATE INDEX "ClaimProjection_projectId_needsAttention_claimId_idx" ON "ClaimProjection"("projectId", "needsAttention", "claimId");

-- CreateIndex
CREATE INDEX "ClaimRecount_projectId_claimId_idx" ON "ClaimRecount"("projectId", "claimId");

-- Who looks for verdicts has the thing, and not always its project.
DROP INDEX "VerdictGround_projectId_kind_entityId_idx";

-- CreateIndex
CREATE INDEX "VerdictGround_entityId_kind_idx" ON "VerdictGround"("entityId", "kind");

-- CreateIndex
CREATE INDEX "Evidence_spanId_idx" ON "Evidence"("spanId");

-- AddForeignKey
ALTER TABLE "ClaimProjection" ADD CONSTRAINT "ClaimProjection_projectId_claimId_fkey" FOREIGN KEY ("projectId", "claimId") REFERENCES "Claim"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

ALTER TABLE "ClaimProjection" ADD CONSTRAINT projection_counts CHECK ("origins" >= 0 AND "undetermined" >= 0
  AND "needsAttention" = ("reasonKind" IS NOT NULL));

-- The claims of before are all to be counted.
INSERT INTO "ClaimRecount" ("projectId", "claimId") SELECT "projectId", "id" FROM "Claim" WHERE "deletedAt" IS NULL;

SELECT jobs.create_queue('claim-projections:refreshMarked', '{"policy": "short"}');

-- 1. Marks claims, and those that are counted together with them. Whether the transaction has marked one claim or several stands in a
--    setting of the transaction, by which its command asks for the counting.
CREATE FUNCTION mark_claims(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  before CONSTANT text := coalesce(current_setting('recoupe.marked', true), '');
  marked uuid[];
BEGIN
  WITH RECURSIVE pool AS (
    SELECT c."id", c."projectId" FROM "Claim" c WHERE c."id" = ANY (ids)
    UNION
    SELECT linked."id", pool."projectId" FROM pool, LATERAL (
      SELECT l."otherId" AS "id" FROM "ClaimLink" l
        WHERE l."projectId" = pool."projectId" AND l."oneId" = pool."id" AND l."removedAt" IS NULL
      UNION ALL
      SELECT l."oneId" FROM "ClaimLink" l
        WHERE l."projectId" = pool."projectId" AND l."otherId" = pool."id" AND l."removedAt" IS NULL
    ) AS linked
  ), added AS (
    INSERT INTO "ClaimRecount" ("projectId", "claimId")
      SELECT "projectId", "id" FROM pool WHERE "id"::text <> before RETURNING "claimId"
  ) SELECT array_agg("claimId") INTO marked FROM added;
  IF marked IS NOT NULL THEN
    PERFORM set_config('recoupe.marked', CASE WHEN before = '' AND cardinality(marked) = 1 THEN marked[1]::text ELSE 'many' END, true);
  END IF;
END $$;

-- 2. Which claims a change concerns: too many rather than too few.

CREATE FUNCTION claims_in_articles(ids uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
  SELECT c."id" FROM "Claim" c WHERE c."articleId" = ANY (ids)
  UNION
  SELECT e."claimId" FROM "ArticleVersion" v JOIN "Span" s ON s."versionId" = v."id" JOIN "Evidence" e ON e."spanId" = s."id"
    WHERE v."articleId" = ANY (ids)
$$;

-- Those that name these sources, or what stands below them, now or when they were judged.
CREATE FUNCTION claims_naming(ids uuid[]) RETURNS SETOF uuid LANGUAGE plpgsql STABLE AS $$
DECLARE
  below uuid[];
BEGIN
  WITH RECURSIVE down AS (
    SELECT s."id", s."projectId" FROM "Source" s WHERE s."id" = ANY (ids)
    UNION
    SELECT next."id", down."projectId" FROM down, LATERAL (
      SELECT s."id" FROM "Source" s WHERE s."projectId" = down."projectId" AND s."parentId" = down."id"
      UNION ALL
      SELECT p."sourceId" FROM "SourcePart" p
        WHERE p."projectId" = down."projectId" AND p."wholeId" = down."id" AND p."removedAt" IS NULL
      UNION ALL
      SELECT a."sourceId" FROM "Article" a WHERE a."projectId" = down."projectId" AND a."outletId" = down."id"
    ) AS next
  ) SELECT array_agg("id") INTO below FROM down;
  RETURN QUERY
    WITH chains AS (
      SELECT h."attributionId" AS "id" FROM "Hop" h JOIN "Source" s ON s."id" = ANY (below)
        AND h."projectId" = s."projectId" AND h."sourceId" = s."id"
      UNION
      SELECT h."attributionId" FROM "Hop" h JOIN "Source" s ON s."id" = ANY (below)
        AND h."projectId" = s."projectId" AND h."affiliationId" = s."id"
      UNION
      SELECT h."attributionId" FROM "Hop" h JOIN "Source" s ON s."id" = ANY (below)
        AND h."projectId" = s."projectId" AND h."onBehalfOfId" = s."id"
    )
    SELECT coalesce(a."claimId", e."claimId") FROM chains JOIN "Attribution" a ON a."id" = chains."id"
      LEFT JOIN "Evidence" e ON e."id" = a."evidenceId"
    UNION
    SELECT e."claimId" FROM "Evidence" e JOIN "Source" s ON s."id" = ANY (below)
      AND e."projectId" = s."projectId" AND e."sourceId" = s."id"
    UNION
    SELECT w."claimId" FROM "Warning" w JOIN "Source" s ON s."id" = ANY (below)
      AND w."projectId" = s."projectId" AND w."issuerId" = s."id"
    UNION
    SELECT w."claimId" FROM "Warning" w JOIN "Source" s ON s."id" = ANY (below)
      AND w."projectId" = s."projectId" AND w."onBehalfOfId" = s."id"
    UNION
    SELECT r."claimId" FROM "ReplyRequest" r JOIN "Source" s ON s."id" = ANY (below)
      AND r."projectId" = s."projectId" AND r."sourceId" = s."id"
    UNION
    SELECT claims_in_articles(ARRAY(SELECT a."id" FROM "Article" a WHERE a."sourceId" = ANY (below)))
    UNION
    SELECT claims_resting_on('source', below);
END $$;

-- Those on which a verdict rests on these things: by its rows.
CREATE FUNCTION claims_resting_on(of_kind text, ids uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
  SELECT v."claimId" FROM unnest(ids) AS thing("id") JOIN "VerdictGround" g ON g."kind" = of_kind AND g."entityId" = thing."id"
    JOIN "Verdict" v ON v."id" = g."verdictId" AND v."projectId" = g."projectId"
$$;

-- 3. What marks them, table by table: each in the statement that changes rows, `was` and `is`.

CREATE FUNCTION mark_added_claims() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM mark_claims(ARRAY(SELECT "id" FROM added));
  RETURN NULL;
END $$;
CREATE TRIGGER claim_added_marks AFTER INSERT ON "Claim" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION mark_added_claims();

-- Every part of a claim is written with another revision of it. A figure of a claim that goes takes no other’s place any more.
CREATE FUNCTION mark_changed_claims() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ids CONSTANT uuid[] := ARRAY(SELECT i."id" FROM "is" i JOIN "was" w ON w."id" = i."id"
    WHERE (i."revision", i."state" = 'DROPPED', i."deletedAt", i."approvedVerdictId")
      IS DISTINCT FROM (w."revision", w."state" = 'DROPPED', w."deletedAt", w."approvedVerdictId"));
BEGIN
  PERFORM mark_claims(ids || ARRAY(SELECT claims_resting_on('figure', ARRAY(SELECT f."supersedesId" FROM "Figure" f
    WHERE f."claimId" = ANY (ids) AND f."supersedesId" IS NOT NULL)))) WHERE cardinality(ids) > 0;
  RETURN NULL;
END $$;
CREATE TRIGGER claim_changed_marks AFTER UPDATE ON "Claim" REFERENCING OLD TABLE AS "was" NEW TABLE AS "is"
  FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_claims();

-- The others have the claim in a column, or something else that leads to claims.
CREATE FUNCTION mark_concerned_claims() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  concerned uuid[];
BEGIN
  EXECUTE format('SELECT array_agg(DISTINCT "id") FROM (%s) AS each("id") WHERE "id" IS NOT NULL',
    CASE TG_ARGV[0]
      WHEN 'claims' THEN (SELECT string_agg(format('SELECT %I FROM changed', name), ' UNION ') FROM unnest(TG_ARGV[1:]) AS name)
      WHEN 'evidence' THEN format('SELECT "claimId" FROM "Evidence" WHERE "id" IN (SELECT %I FROM changed)', TG_ARGV[1])
      WHEN 'sources' THEN format('SELECT claims_naming(ARRAY(SELECT unnest(ARRAY[%s]) FROM changed))', (SELECT string_agg(quote_ident(name), ', ')
        FROM unnest(TG_ARGV[1:]) AS name))
      WHEN 'judged' THEN format('SELECT claims_resting_on(''source'', ARRAY(SELECT %I FROM changed))', TG_ARGV[1])
      WHEN 'figures' THEN format('SELECT claims_resting_on(''figure'', ARRAY(SELECT %1$I FROM changed WHERE %1$I IS NOT NULL))', TG_ARGV[1])
      WHEN 'articles' THEN format('SELECT claims_in_articles(ARRAY(SELECT %I FROM changed))', TG_ARGV[1])
      WHEN 'versions' THEN format('SELECT claims_in_articles(ARRAY(SELECT v."articleId" FROM changed JOIN "ArticleVersion" v ON v."id" IN (%s)))',
        (SELECT string_agg('changed.' || quote_ident(name), ', ') FROM unnest(TG_ARGV[1:]) AS name))
      WHEN 'passages' THEN 'SELECT claims_in_articles(ARRAY(SELECT v."articleId" FROM changed d JOIN "ArticleVersion" v
          ON v."id" IN (d."copyVersionId", d."originalVersionId")))
        UNION SELECT e."claimId" FROM changed d JOIN "Evidence" e ON e."id" IN (d."copyEvidenceId", d."originalEvidenceId")'
    END) INTO concerned;
  PERFORM mark_claims(concerned) WHERE concerned IS NOT NULL;
  RETURN NULL;
END $$;

DO $$
DECLARE
  line text[];
  event text;
  name text;
BEGIN
  -- The table, its events, and how its rows lead to claims. What of a row that was is not in the row that is, is asked of both.
  FOREACH line SLICE 1 IN ARRAY ARRAY[
    ['Verdict', 'INSERT', $a$'claims', 'claimId'$a$],
    ['ReplyRequest', 'INSERT UPDATE DELETE', $a$'claims', 'claimId'$a$],
    ['ClaimLink', 'INSERT UPDATE', $a$'claims', 'oneId', 'otherId'$a$],
    ['OriginDecision', 'INSERT UPDATE', $a$'claims', 'claimId'$a$],
    ['PassageDecision', 'INSERT UPDATE', $a$'passages'$a$],
    ['Figure', 'INSERT UPDATE DELETE', $a$'figures', 'supersedesId'$a$],
    ['EvidenceReading', 'INSERT UPDATE DELETE', $a$'evidence', 'evidenceId'$a$],
    ['TextReading', 'INSERT UPDATE DELETE', $a$'versions', 'versionId'$a$],
    ['ArticleVersion', 'INSERT', $a$'articles', 'articleId'$a$],
    ['SourcePart', 'INSERT UPDATE', $a$'sources', 'sourceId'$a$],
    ['SourceMerge', 'INSERT UPDATE', $a$'sources', 'keptId', 'droppedId'$a$],
    ['SourceReliability', 'INSERT', $a$'judged', 'sourceId'$a$]
  ] LOOP
    FOREACH event IN ARRAY string_to_array(line[2], ' ') LOOP
      EXECUTE format('CREATE TRIGGER %I AFTER %s ON %I REFERENCING %s TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_concerned_claims(%s)',
        lower(line[1] || '_' || event || '_marks'), event, line[1], CASE event WHEN 'DELETE' THEN 'OLD' ELSE 'NEW' END, line[3]);
      IF event = 'UPDATE' THEN
        EXECUTE format('CREATE TRIGGER %I AFTER UPDATE ON %I REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_concerned_claims(%s)',
          lower(line[1] || '_before_update_marks'), line[1], line[3]);
      END IF;
    END LOOP;
  END LOOP;
END $$;

-- Of a source or an article not everything leads to claims.
CREATE FUNCTION mark_claims_of_sources() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ids CONSTANT uuid[] := ARRAY(SELECT i."id" FROM "is" i JOIN "was" w ON w."id" = i."id"
    WHERE (i."version", i."name", i."kind", i."role", i."parentId", i."isGovernment", i."mergedIntoId")
      IS DISTINCT FROM (w."version", w."name", w."kind", w."role", w."parentId", w."isGovernment", w."mergedIntoId"));
BEGIN
  PERFORM mark_claims(ARRAY(SELECT claims_naming(ids))) WHERE cardinality(ids) > 0;
  RETURN NULL;
END $$;
CREATE TRIGGER source_changed_marks AFTER UPDATE ON "Source" REFERENCING OLD TABLE AS "was" NEW TABLE AS "is"
  FOR EACH STATEMENT EXECUTE FUNCTION mark_claims_of_sources();

CREATE FUNCTION mark_claims_of_articles() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ids CONSTANT uuid[] := ARRAY(SELECT i."id" FROM "is" i JOIN "was" w ON w."id" = i."id"
    WHERE (i."sourceId", i."outletId", i."publishedEarliest", i."publishedLatest", i."archivedAt")
      IS DISTINCT FROM (w."sourceId", w."outletId", w."publishedEarliest", w."publishedLatest", w."archivedAt"));
BEGIN
  PERFORM mark_claims(ARRAY(SELECT claims_in_articles(ids))) WHERE cardinality(ids) > 0;
  RETURN NULL;
END $$;
CREATE TRIGGER article_changed_marks AFTER UPDATE ON "Article" REFERENCING OLD TABLE AS "was" NEW TABLE AS "is"
  FOR EACH STATEMENT EXECUTE FUNCTION mark_claims_of_articles();

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['mark_claims(uuid[])', 'claims_in_articles(uuid[])', 'claims_naming(uuid[])', 'claims_resting_on(text, uuid[])',
    'mark_added_claims()', 'mark_changed_claims()', 'mark_concerned_claims()', 'mark_claims_of_sources()', 'mark_claims_of_articles()']
  LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = pg_catalog, %I, pg_temp', name, current_schema());
  END LOOP;
END $$;
