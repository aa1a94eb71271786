-- Archived articles by time: read in their order, and not looked for among all the others.

-- CreateIndex
CREATE INDEX "Article_projectId_archivedAt_createdAt_idx" ON "Article"("projectId", "archivedAt", "createdAt");
