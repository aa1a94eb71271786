import { FOLDING } from '@/lib/text/fold'

// What a made project holds, as statements over the numbers of its claims: $1 a batch of texts (JSON), or nothing. `made` tells
// of the project: who is in it, how many sources and events there are. Each row's id and fate follow from its number alone.

/** Kept while one connection works: ids in the order of time, numbers drawn by number, and the batch that is being made. */
export const HELPERS = `
  CREATE FUNCTION pg_temp.an_id(kind text, n bigint) RETURNS uuid LANGUAGE sql STABLE AS $$
    SELECT (lpad(to_hex(1600000000000 + n), 12, '0') || '7' || substr(h, 1, 3) || '8' || substr(h, 4, 15))::uuid
    FROM (SELECT md5(current_setting('large.project') || kind || n) AS h) hashed
  $$;
  CREATE FUNCTION pg_temp.drawn(n bigint, salt int, below int) RETURNS int LANGUAGE sql IMMUTABLE AS $$
    SELECT ((hashint8extended(n, salt) & 2147483647) % below)::int
  $$;
  CREATE FUNCTION pg_temp.one_of(people uuid[], n bigint, salt int) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
    SELECT people[1 + ((hashint8extended(n, salt) & 2147483647) % cardinality(people))::int]
  $$;
  -- One chain in ten begins at an agency, of which there are five however large the project; the others name whom they name.
  CREATE FUNCTION pg_temp.a_source(n bigint, salt int, sources int) RETURNS uuid LANGUAGE sql STABLE AS $$
    SELECT pg_temp.an_id('source', CASE WHEN pg_temp.drawn(n, salt, 10) = 0 THEN pg_temp.drawn(n, salt + 1, 5)
      ELSE pg_temp.drawn(n, salt + 1, sources) END)
  $$;
  CREATE TEMP TABLE made (project uuid, checkers uuid[], editors uuid[], sources int, events int, now timestamptz, claims int);
  CREATE TEMP TABLE text_made (number int, title text, text text, points int, sha256 text, words int, paragraphs int[],
    passages jsonb, at timestamptz);
  CREATE TEMP TABLE claim_made (n bigint, id uuid, article int, place int, start int, "end" int, exact text, wording text,
    prefix text, suffix text, fate text, checker uuid, editor uuid, judged boolean, at timestamptz);`

/** The sources and events that the texts name. */
export const VOICES = [
  `INSERT INTO "Source" ("id", "projectId", "kind", "name", "nameKey", "aliases", "role", "createdAt")
    SELECT pg_temp.an_id('source', n), project, (CASE WHEN n < 5 THEN 'OUTLET' WHEN n % 3 = 0 THEN 'ORGANISATION' ELSE 'PERSON' END)::"SourceKind",
      called.name, lower(called.name), CASE WHEN n % 10 = 0 THEN ARRAY['alias ' || n] ELSE '{}' END,
      CASE WHEN n % 4 = 1 THEN 'porte-parole' END, now - interval '300 days' + n * interval '1 second'
    FROM made, generate_series(0, sources - 1) AS n, LATERAL (SELECT CASE WHEN n < 5 THEN 'Agence ' || n
      ELSE (ARRAY['Achour', 'Bellamy', 'Corentin', 'Delaunay', 'Esposito', 'Farouk', 'Guerrero', 'Haddad', 'Ivanova',
        'Jankowski'])[1 + n % 10] || ' ' || n END AS name) AS called`,
  `INSERT INTO "SourceReliability" ("id", "projectId", "sourceId", "grade", "reason", "judgedOn", "createdById", "createdAt")
    SELECT pg_temp.an_id('grade', n), project, pg_temp.an_id('source', n), 'B', 'Vérifié plusieurs fois.', now - interval '299 days',
      editors[1], now - interval '299 days' FROM made, generate_series(0, sources - 1, 20) AS n`,
  `INSERT INTO "Event" ("id", "projectId", "title", "titleKey", "place", "createdAt")
    SELECT pg_temp.an_id('event', n), project, 'Attaque du convoi ' || n, 'attaque du convoi ' || n, 'Kaboul',
      now - interval '300 days' + n * interval '1 second' FROM made, generate_series(0, events - 1) AS n`,
]

/** Takes a batch of texts in ($1): what each of its claims will be. Of a thousand drawn: 300 open, 100 assigned, 150 being checked, 50 in review, 350 approved, 50 dropped. */
export const TAKE_IN = [
  'TRUNCATE text_made, claim_made',
  `INSERT INTO text_made SELECT t."number", t."title", t."text", t."points", t."sha256", t."words", t."paragraphs"::int[], t."passages",
      now - (1 - t."number" * 20.0 / claims) * interval '280 days' - interval '1 day'
    FROM made, jsonb_to_recordset($1::jsonb) AS t("number" int, "title" text, "text" text, "points" int, "sha256" text, "words" int,
      "paragraphs" text, "passages" jsonb)`,
  `INSERT INTO claim_made
    SELECT n, pg_temp.an_id('claim', n), number, place, start, "end", exact, wording, substr(text, greatest(start - 32, 0) + 1, least(start, 32)),
      substr(text, "end" + 1, 32),
      CASE WHEN fate < 300 THEN 'OPEN' WHEN fate < 400 THEN 'ASSIGNED' WHEN fate < 550 THEN 'CHECKING' WHEN fate < 600 THEN 'IN_REVIEW'
        WHEN fate < 950 THEN 'APPROVED' ELSE 'DROPPED' END,
      pg_temp.one_of(checkers, n, 2), pg_temp.one_of(editors, n, 3), fate BETWEEN 475 AND 949, at + place * interval '1 minute'
    FROM made, (SELECT t.number, t.text, t.at, p.place, p.start, p."end", p.exact, p.wording, t.number * 20::bigint + p.place AS n,
        pg_temp.drawn(t.number * 20 + p.place, 1, 1000) AS fate
      FROM text_made t, jsonb_to_recordset($1::jsonb) AS told("number" int, "places" jsonb),
        LATERAL (SELECT "ordinality"::int - 1 AS place, (value ->> 'start')::int AS start, (value ->> 'end')::int AS "end",
          value ->> 'exact' AS exact, value ->> 'wording' AS wording FROM jsonb_array_elements(told."places") WITH ORDINALITY) AS p
      WHERE told."number" = t.number) AS placed`,
]

const part = (kind: string, n = 'n') => `pg_temp.an_id('${kind}', ${n})`

/** Texts and claims as they are marked, with all their parts: in the transaction in which the claims begin. */
export const MARK = [
  `INSERT INTO "Source" ("id", "projectId", "kind", "name", "nameKey", "aliases", "createdAt")
    SELECT ${part('document', 'number')}, project, 'DOCUMENT', title, name_key(title), '{}', at FROM made, text_made`,
  `INSERT INTO "Article" ("id", "projectId", "title", "sourceId", "outletId", "language", "createdAt", "markingFinishedAt")
    SELECT ${part('article', 'number')}, project, title, ${part('document', 'number')}, pg_temp.an_id('source', number % 5), 'fr', at,
      CASE WHEN number % 4 > 0 THEN at END FROM made, text_made`,
  `INSERT INTO "ArticleVersion" ("id", "projectId", "articleId", "number", "text", "sha256", "codePoints", "received", "receivedSha256",
      "encoding", "createdById", "createdAt")
    SELECT ${part('version', 'number')}, project, ${part('article', 'number')}, 1, text, sha256, points, convert_to(text, 'UTF8'), sha256,
      'utf-8', editors[1], at FROM made, text_made`,
  `INSERT INTO "TextReading" ("versionId", "projectId", "words", "paragraphStarts", "folding")
    SELECT ${part('version', 'number')}, project, words, paragraphs, ${FOLDING} FROM made, text_made`,
  `INSERT INTO "Passage" ("projectId", "versionId", "start", "end", "prints", "folding")
    SELECT project, ${part('version', 'number')}, (p ->> 'start')::int, (p ->> 'end')::int, (p ->> 'prints')::int[], ${FOLDING}
    FROM made, text_made, jsonb_array_elements(passages) AS p ORDER BY number`,
  `INSERT INTO "Span" ("id", "projectId", "versionId", "start", "end", "exact", "prefix", "suffix")
    SELECT ${part('span')}, project, ${part('version', 'article')}, start, "end", exact, prefix, suffix FROM made, claim_made ORDER BY n`,
  // Which transaction made it: the guard writes that by itself, where it is not switched off.
  `INSERT INTO "Claim" ("id", "projectId", "articleId", "number", "category", "checked", "wording", "tags", "markedById", "createdAt",
      "stateSince", "revisedIn")
    SELECT id, project, ${part('article', 'article')}, place + 1,
      (ARRAY['CASUALTIES', 'STATEMENT', 'OPERATION', 'QUANTITY', 'OTHER'])[1 + pg_temp.drawn(n, 4, 5)]::"ClaimCategory", 'CONTENT', wording,
      '{}', checker, at, at, pg_current_xact_id() FROM made, claim_made ORDER BY n`,
  `INSERT INTO "ClaimSpan" ("claimId", "spanId", "position") SELECT id, ${part('span')}, 0 FROM claim_made ORDER BY n`,
  `INSERT INTO "Attribution" ("id", "projectId", "claimId", "position", "knows")
    SELECT ${part('chain')}, project, id, 0, 'NOT_ANSWERED' FROM made, claim_made WHERE pg_temp.drawn(n, 5, 100) < 85 ORDER BY n`,
  `INSERT INTO "Hop" ("id", "projectId", "attributionId", "position", "sourceId", "speechAct", "form")
    SELECT pg_temp.an_id('hop', n * 2 + position), project, ${part('chain')}, position, pg_temp.a_source(n, 10 + position, sources), 'SAID', 'INDIRECT'
    FROM made, claim_made, generate_series(0, pg_temp.drawn(n, 6, 2)) AS position WHERE pg_temp.drawn(n, 5, 100) < 85 ORDER BY n`,
  `INSERT INTO "Figure" ("id", "projectId", "claimId", "measure", "verbatim", "qualifier", "best", "eventId", "statedBy")
    SELECT ${part('figure')}, project, id, 'KILLED', 'sept', 'EXACT', 2 + pg_temp.drawn(n, 7, 400), pg_temp.an_id('event', pg_temp.drawn(n, 8, events)),
      '{}' FROM made, claim_made WHERE pg_temp.drawn(n, 9, 4) = 0 ORDER BY n`,
  `INSERT INTO "Warning" ("id", "projectId", "claimId", "issuerId", "audience", "eventId")
    SELECT ${part('warning')}, project, id, pg_temp.a_source(n, 20, sources), 'la population', pg_temp.an_id('event', pg_temp.drawn(n, 21, events))
    FROM made, claim_made WHERE pg_temp.drawn(n, 22, 50) = 0 ORDER BY n`,
  `INSERT INTO "Evidence" ("id", "projectId", "claimId", "stance", "sourceId", "url", "note", "createdById", "createdAt")
    SELECT ${part('evidence')}, project, id, (ARRAY['SUPPORTS', 'CONTRADICTS', 'CONTEXT'])[1 + pg_temp.drawn(n, 24, 3)]::"Stance",
      pg_temp.a_source(n, 25, sources), 'https://example.org/' || n, 'Vu sur place.', checker, at
    FROM made, claim_made WHERE pg_temp.drawn(n, 23, 10) < 3 ORDER BY n`,
]

/** What a trigger writes with each wording, for when it is switched off: of the wordings as they are in the end. */
export const HINTS = `INSERT INTO "ClaimHint" ("projectId", "hint", "claimId")
  SELECT project, hint, id FROM made, claim_made m JOIN "Claim" c USING (id), claim_hints(c."wording") AS hint ORDER BY n`
/** What the triggers of the verdicts keep. */
export const GROUNDS = `INSERT INTO "VerdictGround" ("verdictId", "projectId", "kind", "entityId", "version")
  SELECT v."id", project, g."kind", g."id", g."version" FROM made, claim_made m JOIN "Verdict" v ON v."claimId" = m.id,
    jsonb_to_recordset(v."restsOn") AS g("kind" text, "id" uuid, "version" int) ORDER BY n`
/** What is made is to be counted, up to the claim of that number ($1). */
export const RECOUNTS = `INSERT INTO "ClaimRecount" ("projectId", "claimId", "stateSince")
  SELECT project, id, c."stateSince" FROM made, claim_made m JOIN "Claim" c USING (id) WHERE n < $1 ORDER BY n`
/** The others as the worker would find them, whose verdicts stand as they were given; of their origins only whether there are some. */
export const COUNTED = `INSERT INTO "ClaimProjection" ("claimId", "projectId", "origins", "undetermined", "needsAttention", "revision",
    "countedAt", "stateSince", "said", "search")
  SELECT id, project, (pg_temp.drawn(n, 5, 100) < 85)::int, 0, false, c."revision", now, c."stateSince", said, search_vector(said, 'fr')
  FROM made, claim_made m JOIN "Claim" c USING (id), search_fold(c."wording") AS said WHERE n >= $1 ORDER BY n`

/** In how many claims each source stands, as the worker would find it. */
export const USES = `UPDATE "SourceUse" u SET "claims" = now."claims", "asOrigin" = now."asOrigin", "asRelay" = now."asRelay", "isNamed" = now."isNamed"
  FROM made, source_uses(ARRAY(SELECT s."id" FROM made JOIN "Source" s ON s."projectId" = made.project)) now
  WHERE u."sourceId" = now."sourceId"`

const move = (state: string, fates: string, more = '') =>
  `UPDATE "Claim" c SET "state" = '${state}', "stateSince" = m.at + interval '1 hour'${more} FROM claim_made m
    WHERE c."id" = m.id AND m.fate IN (${fates})`
const FROM_CHECKING = `'CHECKING', 'IN_REVIEW', 'APPROVED'`

/** The review of the batch, move by move, and what is told of it: in a transaction after the one that marked the claims. */
export const REVIEW = [
  `INSERT INTO "Assignment" ("id", "claimId", "assigneeId", "reviewerId", "dueOn", "assignedById", "createdAt")
    SELECT ${part('assignment')}, id, checker, CASE WHEN n % 2 = 0 THEN editor END, CASE WHEN n % 3 = 0 THEN at + interval '20 days' END, editor, at
    FROM claim_made WHERE fate NOT IN ('OPEN', 'DROPPED') ORDER BY n`,
  move('ASSIGNED', `'ASSIGNED', ${FROM_CHECKING}`),
  move('CHECKING', FROM_CHECKING),
  `INSERT INTO "Verdict" ("id", "projectId", "claimId", "authorId", "ratingId", "rationale", "asOf", "claimRevision", "restsOn", "createdAt")
    SELECT ${part('verdict')}, project, m.id, checker, (SELECT r."id" FROM "Rating" r WHERE r."projectId" = project AND r."position" = n % 5),
      'Deux sources le disent, que rien ne lie.', at, 1,
      jsonb_build_array(jsonb_build_object('kind', 'claim', 'id', m.id, 'version', 1)) || coalesce((
        SELECT jsonb_agg(jsonb_build_object('kind', kind, 'id', own, 'version', 1)) FROM (
          SELECT 'figure' AS kind, "id" AS own FROM "Figure" WHERE "claimId" = m.id
          UNION ALL SELECT 'warning', "id" FROM "Warning" WHERE "claimId" = m.id
          UNION ALL SELECT 'attribution', "id" FROM "Attribution" WHERE "claimId" = m.id
          UNION ALL SELECT 'evidence', "id" FROM "Evidence" WHERE "claimId" = m.id) AS parts), '[]'), at + interval '2 hours'
    FROM made, claim_made m WHERE judged ORDER BY n`,
  `INSERT INTO "VerdictEvidence" ("verdictId", "evidenceId")
    SELECT ${part('verdict')}, ${part('evidence')} FROM claim_made WHERE judged AND pg_temp.drawn(n, 23, 10) < 3 ORDER BY n`,
  move('IN_REVIEW', `'IN_REVIEW', 'APPROVED'`),
  move(
    'APPROVED',
    `'APPROVED'`,
    `, "approvedById" = m.editor, "approvedVerdictId" = ${part('verdict', 'm.n')}, "approvedRevision" = 1`,
  ),
  move('DROPPED', `'DROPPED'`),
  // A few verdicts whose claim was worded anew since: as many in every project, as nobody leaves thousands of them lying.
  `UPDATE "Claim" c SET "wording" = c."wording" || ' (précisé)', "version" = 2, "revision" = 2 FROM claim_made m
    WHERE c."id" = m.id AND m.fate = 'CHECKING' AND m.judged AND m.n < 400`,
  `INSERT INTO "Comment" ("id", "projectId", "claimId", "authorId", "body", "createdAt")
    SELECT ${part('comment')}, project, id, editor, 'À préciser : qui l’a vu ?', at FROM made, claim_made WHERE n % 10 = 0 ORDER BY n`,
  `INSERT INTO "Notice" ("id", "projectId", "userId", "kind", "claimId", "causedById", "createdAt", "readAt")
    SELECT ${part('notice')}, project, checker, 'ASSIGNED', id, editor, at, CASE WHEN n % 4 > 0 THEN at + interval '1 hour' END
    FROM made, claim_made WHERE fate NOT IN ('OPEN', 'DROPPED') ORDER BY n`,
  `INSERT INTO "ClaimLink" ("id", "projectId", "oneId", "otherId", "createdById", "createdAt")
    SELECT ${part('link')}, project, ${part('claim', 'n - 60')}, id, editor, at FROM made, claim_made
    WHERE n % 1000 = 999 ORDER BY n`,
  `INSERT INTO "AuditEvent" ("id", "commandId", "projectId", "actorId", "action", "entity", "entityId", "articleId", "claimId", "result", "at")
    SELECT pg_temp.an_id('event of ' || action, n), pg_temp.an_id('command of ' || action, n), project, CASE WHEN action = 'claim:assign' THEN editor
      ELSE checker END, action, entity, CASE entity WHEN 'claim' THEN id ELSE pg_temp.an_id(kind, n) END, ${part('article', 'article')}, id, '{}', at + after
    FROM made, claim_made, (VALUES ('claim:mark', 'claim', '', interval '0'), ('attribution:save', 'attribution', 'chain', interval '5 minutes'),
      ('claim:assign', 'claim', '', interval '1 hour'), ('verdict:record', 'verdict', 'verdict', interval '2 hours')) AS told(action, entity, kind, after)
    WHERE CASE action WHEN 'claim:mark' THEN true WHEN 'attribution:save' THEN pg_temp.drawn(n, 5, 100) < 85
      WHEN 'claim:assign' THEN fate NOT IN ('OPEN', 'DROPPED') ELSE judged END ORDER BY n, after`,
]

/** The tables whose guards are switched off for a large project: every statement above passes them, which a test of a small one shows. */
export const GUARDED = [
  ...[
    'Span',
    'Claim',
    'Comment',
    'ClaimSpan',
    'Attribution',
    'Hop',
    'Figure',
    'Warning',
    'Evidence',
    'Assignment',
    'Verdict',
    'VerdictEvidence',
    'VerdictGround',
    'ClaimLink',
  ],
]

/** What is set up again at the end of a large project, as that is quicker over all rows than with each: keys to other tables, and indexes that no statement above reads. */
export const LATER = `
  SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS "drop",
    format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS "create"
  FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace
  UNION ALL
  SELECT format('DROP INDEX %I', indexname), indexdef FROM pg_indexes
  WHERE schemaname = current_schema() AND tablename IN ('AuditEvent', 'Passage', 'ClaimHint', 'Notice', 'Comment', 'Source', 'Article')
    AND indexdef NOT LIKE 'CREATE UNIQUE%'`
