-- Links go out by mail. `tokenSeed`: what the token is made of, with the installation's secret, which no copy of the database holds: so
-- the worker makes it once more, and no secret waits in the queue.
ALTER TABLE "OneTimeLink"
  ADD COLUMN "tokenSeed" UUID,
  ADD COLUMN "byMailOnly" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "mailedAt" TIMESTAMPTZ(3);

-- Somebody who has forgotten their password asks for themselves alone, and nobody but their address gets the link.
ALTER TABLE "OneTimeLink" ADD CONSTRAINT "OneTimeLink_by_mail_only" CHECK (
  NOT "byMailOnly" OR ("kind" = 'PASSWORD_RESET' AND "userId" IS NOT NULL AND "createdById" IS NOT DISTINCT FROM "userId")
);

-- A link works once, and for what it was made: only its use, its end and its going out are ever written.
CREATE OR REPLACE FUNCTION keep_link_as_made() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(NEW) - 'usedAt' - 'supersededAt' - 'mailedAt') IS DISTINCT FROM (to_jsonb(OLD) - 'usedAt' - 'supersededAt' - 'mailedAt')
    OR (OLD."usedAt" IS NOT NULL AND NEW."usedAt" IS DISTINCT FROM OLD."usedAt")
    OR (OLD."supersededAt" IS NOT NULL AND NEW."supersededAt" IS DISTINCT FROM OLD."supersededAt")
    OR (OLD."mailedAt" IS NOT NULL AND NEW."mailedAt" IS DISTINCT FROM OLD."mailedAt")
    OR (OLD."supersededAt" IS NOT NULL AND NEW."usedAt" IS NOT NULL) THEN
    RAISE EXCEPTION 'A one-time link stays as it was made, and works once' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
DO $$
BEGIN
  EXECUTE format('ALTER FUNCTION keep_link_as_made() SET search_path = pg_catalog, %I, pg_temp', current_schema());
END $$;
