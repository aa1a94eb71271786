-- CreateTable
CREATE TABLE "TextReading" (
    "versionId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "words" INTEGER NOT NULL,
    "paragraphStarts" INTEGER[],

    CONSTRAINT "TextReading_pkey" PRIMARY KEY ("versionId")
);

-- CreateIndex
CREATE UNIQUE INDEX "TextReading_projectId_versionId_key" ON "TextReading"("projectId", "versionId");

-- AddForeignKey
ALTER TABLE "TextReading" ADD CONSTRAINT "TextReading_projectId_versionId_fkey" FOREIGN KEY ("projectId", "versionId") REFERENCES "ArticleVersion"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- Versions that are there already are read at the next start, before pages are served: nothing of them changes.
