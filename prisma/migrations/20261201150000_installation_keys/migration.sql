-- CreateEnum
CREATE TYPE "InstallationKeyKind" AS ENUM ('IDENTITY');

-- CreateTable
CREATE TABLE "InstallationKey" (
    "id" UUID NOT NULL,
    "kind" "InstallationKeyKind" NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "InstallationKey_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "InstallationKey_kind_fingerprint_key" ON "InstallationKey"("kind", "fingerprint");

-- What Prisma cannot say: one key seals at a time, and which ones have sealed is never forgotten.
CREATE UNIQUE INDEX installation_key_one_seals ON "InstallationKey" ("kind") WHERE "retiredAt" IS NULL;

ALTER TABLE "InstallationKey"
  ADD CONSTRAINT installation_key_fingerprint CHECK ("fingerprint" ~ '^[0-9a-f]{32}$');

CREATE FUNCTION guard_installation_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."retiredAt" IS NOT NULL OR NEW."retiredAt" IS NULL
    OR (NEW."id", NEW."kind", NEW."fingerprint", NEW."createdAt") IS DISTINCT FROM (OLD."id", OLD."kind", OLD."fingerprint", OLD."createdAt")
  THEN
    RAISE EXCEPTION 'a key of the installation can only be retired, once' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER installation_key_only_retired BEFORE UPDATE ON "InstallationKey"
  FOR EACH ROW EXECUTE FUNCTION guard_installation_key();
CREATE TRIGGER installation_key_kept BEFORE DELETE ON "InstallationKey"
  FOR EACH ROW EXECUTE FUNCTION refuse_change('what has sealed is never forgotten');
CREATE TRIGGER installation_key_no_truncate BEFORE TRUNCATE ON "InstallationKey"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('what has sealed is never forgotten');
