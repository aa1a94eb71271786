-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('WAITING', 'SAVED', 'DOUBTFUL', 'KNOWN', 'FAILED', 'CANCELLED', 'UNDONE');

-- CreateTable
CREATE TABLE "ImportBatch" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "expected" INTEGER NOT NULL,
    "askedById" UUID,
    "cancelledAt" TIMESTAMPTZ(3),
    "undoneAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ImportBatch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportFile" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "batchId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "fileName" TEXT,
    "size" INTEGER NOT NULL,
    "bytes" BYTEA,
    "state" "ImportState" NOT NULL DEFAULT 'WAITING',
    "reasons" JSONB,
    "title" TEXT,
    "articleId" UUID,
    "accepted" BOOLEAN NOT NULL DEFAULT false,
    "mend" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ImportFile_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ImportBatch_projectId_createdAt_idx" ON "ImportBatch"("projectId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "ImportBatch_projectId_id_key" ON "ImportBatch"("projectId", "id");

-- CreateIndex
CREATE INDEX "ImportFile_batchId_state_position_idx" ON "ImportFile"("batchId", "state", "position");

-- CreateIndex
CREATE INDEX "ImportFile_articleId_idx" ON "ImportFile"("articleId");

-- CreateIndex
CREATE UNIQUE INDEX "ImportFile_batchId_position_key" ON "ImportFile"("batchId", "position");

-- AddForeignKey
ALTER TABLE "ImportBatch" ADD CONSTRAINT "ImportBatch_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportBatch" ADD CONSTRAINT "ImportBatch_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportFile" ADD CONSTRAINT "ImportFile_projectId_batchId_fkey" FOREIGN KEY ("projectId", "batchId") REFERENCES "ImportBatch"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ImportFile" ADD CONSTRAINT "ImportFile_projectId_articleId_fkey" FOREIGN KEY ("projectId", "articleId") REFERENCES "Article"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

ALTER TABLE "ImportBatch" ADD CONSTRAINT import_batch_expected CHECK ("expected" > 0);
-- What became an article, or is one already, says which.
ALTER TABLE "ImportFile" ADD CONSTRAINT import_file_article
  CHECK (("articleId" IS NOT NULL) = ("state" IN ('SAVED', 'KNOWN', 'UNDONE')));

SELECT jobs.create_queue('import:read', '{"policy": "short"}');
SELECT jobs.create_queue('import:readTexts', '{"policy": "short"}');
