-- AlterTable
ALTER TABLE "ArticleVersion" ADD COLUMN     "fetchedAt" TIMESTAMPTZ(3),
ADD COLUMN     "fetchedFrom" TEXT;

-- CreateTable
CREATE TABLE "FetchedPage" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "fetchedById" UUID NOT NULL,
    "asked" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "sha256" TEXT NOT NULL,
    "fetchedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FetchedPage_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "FetchedPage_projectId_fetchedAt_idx" ON "FetchedPage"("projectId", "fetchedAt");

-- AddForeignKey
ALTER TABLE "FetchedPage" ADD CONSTRAINT "FetchedPage_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FetchedPage" ADD CONSTRAINT "FetchedPage_fetchedById_fkey" FOREIGN KEY ("fetchedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
