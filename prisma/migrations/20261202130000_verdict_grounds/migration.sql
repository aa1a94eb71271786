-- What a verdict rests on as rows: what leads from a thing that changes to the verdicts that it may concern, without reading a verdict.

-- CreateTable
CREATE TABLE "VerdictGround" (
    "verdictId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "entityId" UUID NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "VerdictGround_pkey" PRIMARY KEY ("verdictId","kind","entityId")
);

-- CreateIndex
CREATE INDEX "VerdictGround_projectId_kind_entityId_idx" ON "VerdictGround"("projectId", "kind", "entityId");

-- AddForeignKey
ALTER TABLE "VerdictGround" ADD CONSTRAINT "VerdictGround_verdictId_fkey" FOREIGN KEY ("verdictId") REFERENCES "Verdict"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the verdicts of before rest on, as they kept it. They themselves stay as they are.
INSERT INTO "VerdictGround" ("verdictId", "projectId", "kind", "entityId", "version")
  SELECT v."id", v."projectId", g."kind", g."id", g."version" FROM "Verdict" v,
    jsonb_to_recordset(CASE jsonb_typeof(v."restsOn") WHEN 'array' THEN v."restsOn" ELSE '[]' END) AS g("kind" text, "id" uuid, "version" int)
  WHERE num_nulls(g."kind", g."id", g."version") = 0
  ON CONFLICT DO NOTHING;

-- No verdict without its rows, whoever writes it; and none of them comes later, changes or goes.
CREATE FUNCTION keep_verdict_grounds() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "VerdictGround" ("verdictId", "projectId", "kind", "entityId", "version")
    SELECT NEW."id", NEW."projectId", g."kind", g."id", g."version"
    FROM jsonb_to_recordset(NEW."restsOn") AS g("kind" text, "id" uuid, "version" int)
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER verdict_grounds AFTER INSERT ON "Verdict" FOR EACH ROW EXECUTE FUNCTION keep_verdict_grounds();

CREATE FUNCTION guard_verdict_ground() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- A row's xmin is the lower half of the transaction's number.
  IF NOT EXISTS (SELECT 1 FROM "Verdict" v WHERE v."id" = NEW."verdictId" AND v."projectId" = NEW."projectId"
    AND v.xmin::text::bigint = pg_current_xact_id()::text::bigint % 4294967296)
  THEN
    RAISE EXCEPTION 'what a verdict rests on is said when it is given' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER verdict_ground_guard BEFORE INSERT ON "VerdictGround"
  FOR EACH ROW EXECUTE FUNCTION guard_verdict_ground();
CREATE TRIGGER verdict_ground_append_only BEFORE UPDATE OR DELETE ON "VerdictGround"
  FOR EACH ROW EXECUTE FUNCTION refuse_change('what a verdict rests on is kept');
CREATE TRIGGER verdict_ground_no_truncate BEFORE TRUNCATE ON "VerdictGround"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('what a verdict rests on is kept');

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['keep_verdict_grounds()', 'guard_verdict_ground()'] LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = pg_catalog, %I, pg_temp', name, current_schema());
  END LOOP;
END $$;
