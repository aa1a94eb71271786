-- What lists are ordered by, and what their searches look into: so that a page reads what it shows, however large the project. No row is touched.

-- CreateIndex
CREATE INDEX "Event_projectId_createdAt_idx" ON "Event"("projectId", "createdAt");

-- CreateIndex
CREATE INDEX "Source_projectId_createdAt_idx" ON "Source"("projectId", "createdAt");

-- CreateIndex
CREATE INDEX "Source_projectId_kind_nameKey_idx" ON "Source"("projectId", "kind", "nameKey");

-- CreateIndex
CREATE INDEX "Notice_userId_projectId_createdAt_idx" ON "Notice"("userId", "projectId", "createdAt");

-- CreateIndex
CREATE INDEX "SourceReliability_projectId_grade_sourceId_idx" ON "SourceReliability"("projectId", "grade", "sourceId");

-- Searches within words.
CREATE INDEX article_title_trigram ON "Article" USING gin ("title" gin_trgm_ops);
CREATE INDEX event_title_trigram ON "Event" USING gin ("titleKey" gin_trgm_ops);
CREATE INDEX claim_wording_trigram ON "Claim" USING gin ("wording" gin_trgm_ops);
