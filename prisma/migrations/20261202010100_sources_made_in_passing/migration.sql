-- A source that was made along with a chain goes again with that chain, where nothing else refers to it and nobody has changed it.

-- AlterTable
ALTER TABLE "Source" ADD COLUMN     "madeInPassing" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "DiscardedSource" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "source" JSONB NOT NULL,
    "discardedById" UUID NOT NULL,
    "discardedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DiscardedSource_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "DiscardedSource_projectId_idx" ON "DiscardedSource"("projectId");

-- AddForeignKey
ALTER TABLE "DiscardedSource" ADD CONSTRAINT "DiscardedSource_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DiscardedSource" ADD CONSTRAINT "DiscardedSource_discardedById_fkey" FOREIGN KEY ("discardedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- How a source came to be is said when it is made.
CREATE TRIGGER source_keeps BEFORE UPDATE ON "Source" FOR EACH ROW EXECUTE FUNCTION keep_columns('madeInPassing');

-- Sources are kept, but for those that the function below takes away: it alone runs as the table's owner.
CREATE FUNCTION guard_source_deletion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('recoupe.discarding_sources', true) = 'on' AND OLD."madeInPassing"
    AND current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID)
  THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% of % is not allowed: its rows are kept', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
DROP TRIGGER source_kept ON "Source";
CREATE TRIGGER source_kept BEFORE DELETE ON "Source" FOR EACH ROW EXECUTE FUNCTION guard_source_deletion();

CREATE TRIGGER discarded_source_kept BEFORE DELETE ON "DiscardedSource"
  FOR EACH ROW EXECUTE FUNCTION refuse_change('its rows are kept');

-- Takes away those of the named sources that were made in passing, that nobody has changed since, and to which nothing refers; what
-- each of them belonged to goes with it under the same conditions. What stood in their rows is kept, and answered.
-- Whoever is about to refer to one holds it: such a one stays, and nobody waits. Whether anything refers to it, the foreign keys say.
CREATE FUNCTION discard_sources(project_id uuid, ids uuid[], by_id uuid, at timestamptz)
RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  next_id uuid;
  gone "Source";
  discarded jsonb := '[]';
BEGIN
  PERFORM set_config('recoupe.discarding_sources', 'on', true);
  FOREACH next_id IN ARRAY ids LOOP
    WHILE next_id IS NOT NULL LOOP
      PERFORM 1 FROM "Source" WHERE "id" = next_id AND "projectId" = project_id AND "madeInPassing" AND "version" = 1
        AND "mergedIntoId" IS NULL AND "kind" <> 'CONFIDENTIAL' FOR UPDATE SKIP LOCKED;
      EXIT WHEN NOT FOUND;
      BEGIN
        DELETE FROM "Source" WHERE "id" = next_id RETURNING * INTO gone;
      EXCEPTION WHEN foreign_key_violation OR restrict_violation THEN
        EXIT;
      END;
      INSERT INTO "DiscardedSource" ("id", "projectId", "source", "discardedById", "discardedAt")
        VALUES (gone."id", project_id, to_jsonb(gone), by_id, at)
        ON CONFLICT ("id") DO UPDATE SET "source" = EXCLUDED."source", "discardedById" = EXCLUDED."discardedById",
          "discardedAt" = EXCLUDED."discardedAt";
      discarded := discarded || jsonb_build_array(to_jsonb(gone));
      next_id := gone."parentId";
    END LOOP;
  END LOOP;
  PERFORM set_config('recoupe.discarding_sources', 'off', true);
  RETURN discarded;
END $$;
REVOKE ALL ON FUNCTION discard_sources(uuid, uuid[], uuid, timestamptz) FROM PUBLIC;

DO $$
BEGIN
  EXECUTE format('ALTER FUNCTION guard_source_deletion() SET search_path = pg_catalog, %I, pg_temp', current_schema());
  EXECUTE format('ALTER FUNCTION discard_sources(uuid, uuid[], uuid, timestamptz) SET search_path = pg_catalog, %I, pg_temp',
    current_schema());
END $$;
