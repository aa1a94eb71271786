-- One-time links carry the grounds on which they were made. Links from before have none: nobody can tell whether they still hold,
-- and they open nothing any more (a set-up link has no grounds to lose and stays).
ALTER TYPE "OneTimeLinkKind" ADD VALUE 'JOIN';
CREATE TYPE "LinkEvent" AS ENUM ('MADE', 'USED');

ALTER TABLE "User" ADD COLUMN "accessVersion" INTEGER NOT NULL DEFAULT 0;

-- Whoever has no password yet has taken up no invitation: their memberships begin with the link of each project.
ALTER TABLE "Membership" ADD COLUMN "joinedAt" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP;
UPDATE "Membership" m
  SET "joinedAt" = CASE WHEN u."passwordHash" IS NULL THEN NULL ELSE m."createdAt" END
  FROM "User" u WHERE u."id" = m."userId";

ALTER TABLE "OneTimeLink"
  ADD COLUMN "projectId" UUID,
  ADD COLUMN "supersededAt" TIMESTAMPTZ(3),
  ADD COLUMN "accessVersion" INTEGER,
  ADD COLUMN "membershipVersion" INTEGER,
  ADD COLUMN "reach" UUID[] DEFAULT ARRAY[]::UUID[],
  ADD COLUMN "reason" TEXT;

CREATE TABLE "LinkNotice" (
    "id" UUID NOT NULL,
    "linkId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "event" "LinkEvent" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "LinkNotice_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "LinkNotice_linkId_userId_event_key" ON "LinkNotice"("linkId", "userId", "event");
CREATE INDEX "LinkNotice_userId_readAt_idx" ON "LinkNotice"("userId", "readAt");

ALTER TABLE "OneTimeLink" ADD CONSTRAINT "OneTimeLink_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "OneTimeLink" ADD CONSTRAINT "OneTimeLink_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "LinkNotice" ADD CONSTRAINT "LinkNotice_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "OneTimeLink"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "LinkNotice" ADD CONSTRAINT "LinkNotice_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Counted here, so that no code that writes a person can forget it: a link made under another count is dead.
CREATE FUNCTION count_access_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."accessVersion" := OLD."accessVersion" + CASE
    WHEN (NEW."passwordHash", NEW."email", NEW."disabledAt", NEW."isOwner")
      IS DISTINCT FROM (OLD."passwordHash", OLD."email", OLD."disabledAt", OLD."isOwner") THEN 1 ELSE 0 END;
  RETURN NEW;
END $$;
CREATE TRIGGER user_access_changes BEFORE UPDATE ON "User"
  FOR EACH ROW EXECUTE FUNCTION count_access_changes();

-- A link works once, and for what it was made: only its use and its end are ever written.
CREATE FUNCTION keep_link_as_made() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(NEW) - 'usedAt' - 'supersededAt') IS DISTINCT FROM (to_jsonb(OLD) - 'usedAt' - 'supersededAt')
    OR (OLD."usedAt" IS NOT NULL AND NEW."usedAt" IS DISTINCT FROM OLD."usedAt")
    OR (OLD."supersededAt" IS NOT NULL AND NEW."supersededAt" IS DISTINCT FROM OLD."supersededAt")
    OR (OLD."supersededAt" IS NOT NULL AND NEW."usedAt" IS NOT NULL) THEN
    RAISE EXCEPTION 'A one-time link stays as it was made, and works once' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER link_stays_as_made BEFORE UPDATE ON "OneTimeLink"
  FOR EACH ROW EXECUTE FUNCTION keep_link_as_made();
