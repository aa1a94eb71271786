-- CreateEnum
CREATE TYPE "HowKnown" AS ENUM ('NOT_ANSWERED', 'WAS_OWN_VOICE', 'NOT_SAID', 'WITNESSED', 'OWN_STATEMENT');

-- Chains that are there already were made when an empty one said "the text's own voice": nobody has been asked how it knows.
-- The first default gives them a value of their own without touching a row, the second is that of the chains to come.
ALTER TABLE "Attribution" ADD COLUMN "knows" "HowKnown" NOT NULL DEFAULT 'WAS_OWN_VOICE',
ADD COLUMN "knowsReason" TEXT,
ADD COLUMN "knowsSpanId" UUID;
ALTER TABLE "Attribution" ALTER COLUMN "knows" SET DEFAULT 'NOT_ANSWERED';

-- AddForeignKey
ALTER TABLE "Attribution" ADD CONSTRAINT "Attribution_projectId_knowsSpanId_fkey" FOREIGN KEY ("projectId", "knowsSpanId") REFERENCES "Span"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- Words that are taken away look for the chains that stand on them.
CREATE INDEX "Attribution_knowsSpanId_idx" ON "Attribution" ("knowsSpanId") WHERE "knowsSpanId" IS NOT NULL;

-- An origin needs words of the text, or a reason.
ALTER TABLE "Attribution" ADD CONSTRAINT attribution_knows CHECK (
  "knows" NOT IN ('WITNESSED', 'OWN_STATEMENT') OR "knowsSpanId" IS NOT NULL OR coalesce(btrim("knowsReason"), '') <> ''
);

-- CreateTable
CREATE TABLE "EvidenceReading" (
    "evidenceId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "hasSpeaker" BOOLEAN NOT NULL,
    "speakers" TEXT[],

    CONSTRAINT "EvidenceReading_pkey" PRIMARY KEY ("evidenceId")
);

-- CreateIndex
CREATE UNIQUE INDEX "EvidenceReading_projectId_evidenceId_key" ON "EvidenceReading"("projectId", "evidenceId");

-- AddForeignKey
ALTER TABLE "EvidenceReading" ADD CONSTRAINT "EvidenceReading_projectId_evidenceId_fkey" FOREIGN KEY ("projectId", "evidenceId") REFERENCES "Evidence"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- Items that are there already are read at the next start, before pages are served: nothing of them changes.
