-- A figure names the chains of its claim that state it. No row is touched: of the old ones nobody has said so yet.
ALTER TABLE "Figure" ADD COLUMN "statedBy" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[];

-- A chain that is named is one of the same claim. One that was removed since stays named: when its removal is taken back,
-- it states the figure again, and until then nobody else is taken for it.
CREATE FUNCTION guard_figure_chains() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  known CONSTANT uuid[] := CASE WHEN TG_OP = 'UPDATE' THEN OLD."statedBy" ELSE '{}' END;
BEGIN
  IF EXISTS (SELECT 1 FROM unnest(NEW."statedBy") AS named(id)
    WHERE named.id <> ALL (known)
      AND NOT EXISTS (SELECT 1 FROM "Attribution" a WHERE a."id" = named.id AND a."claimId" = NEW."claimId"))
  THEN
    RAISE EXCEPTION 'figure %: only chains of its own claim state it', NEW."id" USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER figure_chains_guard BEFORE INSERT OR UPDATE ON "Figure"
  FOR EACH ROW EXECUTE FUNCTION guard_figure_chains();
DO $$
BEGIN
  EXECUTE format('ALTER FUNCTION guard_figure_chains() SET search_path = pg_catalog, %I, pg_temp', current_schema());
END $$;

ALTER TYPE "NoticeKind" ADD VALUE 'FIGURE_SUPERSEDED';
