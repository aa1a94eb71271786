-- AlterTable
ALTER TABLE "Source" ADD COLUMN     "isGovernment" BOOLEAN;

-- CreateTable
CREATE TABLE "SourcePart" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "wholeId" UUID NOT NULL,
    "sinceVerbatim" TEXT,
    "sinceEarliest" DATE,
    "sinceLatest" DATE,
    "sincePrecision" "DatePrecision",
    "untilVerbatim" TEXT,
    "untilEarliest" DATE,
    "untilLatest" DATE,
    "untilPrecision" "DatePrecision",
    "reason" TEXT,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "removedAt" TIMESTAMPTZ(3),
    "removedById" UUID,

    CONSTRAINT "SourcePart_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SourcePart_projectId_sourceId_idx" ON "SourcePart"("projectId", "sourceId");

-- CreateIndex
CREATE INDEX "SourcePart_projectId_wholeId_idx" ON "SourcePart"("projectId", "wholeId");

-- AddForeignKey
ALTER TABLE "SourcePart" ADD CONSTRAINT "SourcePart_projectId_sourceId_fkey" FOREIGN KEY ("projectId", "sourceId") REFERENCES "Source"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "SourcePart" ADD CONSTRAINT "SourcePart_projectId_wholeId_fkey" FOREIGN KEY ("projectId", "wholeId") REFERENCES "Source"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "SourcePart" ADD CONSTRAINT "SourcePart_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourcePart" ADD CONSTRAINT "SourcePart_removedById_fkey" FOREIGN KEY ("removedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma cannot say.
ALTER TABLE "SourcePart"
  ADD CONSTRAINT source_part_of_another CHECK ("sourceId" <> "wholeId" OR "removedAt" IS NOT NULL),
  ADD CONSTRAINT source_part_removed_whole CHECK (("removedAt" IS NULL) = ("removedById" IS NULL)),
  ADD CONSTRAINT source_part_since CHECK (
    num_nonnulls("sinceEarliest", "sinceLatest", "sincePrecision") IN (0, 3) AND "sinceEarliest" <= "sinceLatest"),
  ADD CONSTRAINT source_part_until CHECK (
    num_nonnulls("untilEarliest", "untilLatest", "untilPrecision") IN (0, 3) AND "untilEarliest" <= "untilLatest"),
  ADD CONSTRAINT source_part_in_order CHECK ("sinceEarliest" <= "untilLatest");

-- Organisations alone are part of each other. A row is removed, once, and otherwise stays; a merge moves whom it is about.
CREATE FUNCTION guard_source_part() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  taken CONSTANT text[] := ARRAY['removedAt', 'removedById'];
  moved CONSTANT text[] := ARRAY['sourceId', 'wholeId'];
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF 2 <> (SELECT count(*) FROM "Source" WHERE "id" IN (NEW."sourceId", NEW."wholeId") AND "kind" = 'ORGANISATION') THEN
      RAISE EXCEPTION 'only an organisation is part of another' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF current_setting('recoupe.merging_sources', true) = 'on'
    AND current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID)
    AND to_jsonb(OLD) - moved = to_jsonb(NEW) - moved
  THEN
    RETURN NEW;
  END IF;
  IF OLD IS DISTINCT FROM NEW AND (OLD."removedAt" IS NOT NULL OR to_jsonb(OLD) - taken <> to_jsonb(NEW) - taken) THEN
    RAISE EXCEPTION 'of % only removedAt is set, and once', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
DO $$
BEGIN
  EXECUTE format('ALTER FUNCTION guard_source_part() SET search_path = pg_catalog, %I, pg_temp', current_schema());
END $$;

CREATE TRIGGER source_part_guard BEFORE INSERT OR UPDATE ON "SourcePart"
  FOR EACH ROW EXECUTE FUNCTION guard_source_part();
CREATE TRIGGER sourcepart_kept BEFORE DELETE ON "SourcePart"
  FOR EACH ROW EXECUTE FUNCTION refuse_change('its rows are kept');

-- A merge moves these too.
CREATE OR REPLACE FUNCTION source_references() RETURNS text[] LANGUAGE sql IMMUTABLE
  RETURN ARRAY['Hop.sourceId', 'Hop.affiliationId', 'Hop.onBehalfOfId', 'Evidence.sourceId', 'Warning.issuerId',
    'Warning.onBehalfOfId', 'Article.outletId', 'Source.parentId', 'ReplyRequest.sourceId', 'SourcePart.sourceId',
    'SourcePart.wholeId'];
