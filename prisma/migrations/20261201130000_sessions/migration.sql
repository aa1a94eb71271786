-- A session is a row that every request is checked against. Those of before were tokens without one: their owners sign in again.
CREATE TYPE "SessionEnd" AS ENUM ('SIGNED_OUT', 'ENDED_FROM_LIST', 'ALL_ENDED', 'PASSWORD_CHANGED', 'DISABLED', 'REPLACED');

CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "address" TEXT,
    "userAgent" TEXT,
    "endedAt" TIMESTAMPTZ(3),
    "endReason" "SessionEnd",

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id"),
    CONSTRAINT session_end_has_reason CHECK (("endedAt" IS NULL) = ("endReason" IS NULL)),
    CONSTRAINT session_token_is_sha256 CHECK ("tokenHash" ~ '^[0-9a-f]{64}$'),
    CONSTRAINT session_texts_bounded CHECK (char_length("address") <= 64 AND char_length("userAgent") <= 300)
);

CREATE TABLE "SignInFailures" (
    "id" UUID NOT NULL,
    "userId" UUID,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,
    "lastAddress" TEXT,

    CONSTRAINT "SignInFailures_pkey" PRIMARY KEY ("id"),
    CONSTRAINT sign_in_failures_bounded CHECK (char_length("lastAddress") <= 64)
);

CREATE UNIQUE INDEX "Session_tokenHash_key" ON "Session"("tokenHash");
CREATE INDEX "Session_userId_lastSeenAt_idx" ON "Session"("userId", "lastSeenAt");
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");
CREATE INDEX "SignInFailures_hour_idx" ON "SignInFailures"("hour");
-- One row of each account and hour, and one of all the addresses that nobody has.
CREATE UNIQUE INDEX "SignInFailures_userId_hour_key" ON "SignInFailures" ("userId", "hour") NULLS NOT DISTINCT;

ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "SignInFailures" ADD CONSTRAINT "SignInFailures_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What has ended stays ended, and a session does not outlive what it was given.
CREATE FUNCTION keep_session_ended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."endedAt" IS NOT NULL OR NEW."expiresAt" > OLD."expiresAt" OR NEW."tokenHash" <> OLD."tokenHash"
    OR NEW."userId" <> OLD."userId" OR NEW."createdAt" <> OLD."createdAt" THEN
    RAISE EXCEPTION 'A session that has ended is over, and none is lengthened or given away' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER session_stays_ended BEFORE UPDATE ON "Session"
  FOR EACH ROW EXECUTE FUNCTION keep_session_ended();
