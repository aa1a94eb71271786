-- CreateEnum
CREATE TYPE "FigureRelation" AS ENUM ('PART_OF', 'TOTAL_OF', 'DISJOINT_WITH');

-- CreateEnum
CREATE TYPE "OriginDecisionKind" AS ENUM ('SAME', 'DIFFERENT');

-- CreateEnum
CREATE TYPE "PassageDecisionKind" AS ENUM ('COPIED_FROM', 'COMMON_ORIGIN', 'NOT_COPIED');

-- CreateEnum
CREATE TYPE "ReplyOutcome" AS ENUM ('NOT_ASKED', 'WAITING', 'ANSWERED', 'DECLINED', 'NO_ANSWER');

-- CreateEnum
CREATE TYPE "ReliabilityGrade" AS ENUM ('A', 'B', 'C', 'D', 'E', 'F');

-- AlterTable
ALTER TABLE "Figure" ADD COLUMN     "eventId" UUID,
ADD COLUMN     "relatedToId" UUID,
ADD COLUMN     "relation" "FigureRelation",
ADD COLUMN     "supersedesId" UUID,
ADD COLUMN     "supersedesReason" TEXT;

-- AlterTable
ALTER TABLE "Source" ADD COLUMN     "interests" TEXT,
ADD COLUMN     "mergedIntoId" UUID;

-- AlterTable
ALTER TABLE "Warning" ADD COLUMN     "eventId" UUID,
ADD COLUMN     "refersToId" UUID;

-- CreateTable
CREATE TABLE "Event" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "titleKey" TEXT NOT NULL,
    "place" TEXT,
    "note" TEXT,
    "happenedVerbatim" TEXT,
    "happenedEarliest" DATE,
    "happenedLatest" DATE,
    "happenedPrecision" "DatePrecision",
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClaimLink" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "oneId" UUID NOT NULL,
    "otherId" UUID NOT NULL,
    "reason" TEXT,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "removedAt" TIMESTAMPTZ(3),
    "removedById" UUID,

    CONSTRAINT "ClaimLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OriginDecision" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "kind" "OriginDecisionKind" NOT NULL,
    "accountId" UUID NOT NULL,
    "otherAccountId" UUID,
    "reason" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "takenBackAt" TIMESTAMPTZ(3),
    "takenBackById" UUID,

    CONSTRAINT "OriginDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Passage" (
    "id" BIGSERIAL NOT NULL,
    "projectId" UUID NOT NULL,
    "versionId" UUID,
    "evidenceId" UUID,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "prints" INTEGER[],

    CONSTRAINT "Passage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PassageDecision" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "kind" "PassageDecisionKind" NOT NULL,
    "copyVersionId" UUID,
    "copyEvidenceId" UUID,
    "copyStart" INTEGER NOT NULL,
    "copyEnd" INTEGER NOT NULL,
    "originalVersionId" UUID,
    "originalEvidenceId" UUID,
    "originalStart" INTEGER NOT NULL,
    "originalEnd" INTEGER NOT NULL,
    "reason" TEXT,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "takenBackAt" TIMESTAMPTZ(3),
    "takenBackById" UUID,

    CONSTRAINT "PassageDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReplyRequest" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "outcome" "ReplyOutcome" NOT NULL,
    "askedOn" DATE,
    "note" TEXT,
    "answeredOn" DATE,
    "answer" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReplyRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SourceReliability" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "grade" "ReliabilityGrade" NOT NULL,
    "reason" TEXT NOT NULL,
    "judgedOn" DATE NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SourceReliability_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SourceMerge" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "keptId" UUID NOT NULL,
    "droppedId" UUID NOT NULL,
    "moved" JSONB NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "undoneAt" TIMESTAMPTZ(3),
    "undoneById" UUID,

    CONSTRAINT "SourceMerge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConfidentialIdentity" (
    "sourceId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "whyUnnamed" TEXT NOT NULL,
    "approvedById" UUID NOT NULL,
    "approvedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ConfidentialIdentity_pkey" PRIMARY KEY ("sourceId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Event_projectId_id_key" ON "Event"("projectId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Event_projectId_titleKey_key" ON "Event"("projectId", "titleKey");

-- CreateIndex
CREATE INDEX "ClaimLink_projectId_oneId_idx" ON "ClaimLink"("projectId", "oneId");

-- CreateIndex
CREATE INDEX "ClaimLink_projectId_otherId_idx" ON "ClaimLink"("projectId", "otherId");

-- CreateIndex
CREATE INDEX "OriginDecision_projectId_accountId_idx" ON "OriginDecision"("projectId", "accountId");

-- CreateIndex
CREATE INDEX "OriginDecision_projectId_otherAccountId_idx" ON "OriginDecision"("projectId", "otherAccountId");

-- CreateIndex
CREATE INDEX "OriginDecision_projectId_claimId_idx" ON "OriginDecision"("projectId", "claimId");

-- CreateIndex
-- Without a list of pending entries, which every look-up would have to read through.
CREATE INDEX "Passage_prints_idx" ON "Passage" USING GIN ("prints") WITH (fastupdate = off);

-- CreateIndex
CREATE INDEX "Passage_versionId_start_idx" ON "Passage"("versionId", "start");

-- CreateIndex
CREATE INDEX "Passage_evidenceId_idx" ON "Passage"("evidenceId");

-- CreateIndex
CREATE INDEX "Passage_projectId_idx" ON "Passage"("projectId");

-- CreateIndex
CREATE INDEX "PassageDecision_projectId_copyVersionId_idx" ON "PassageDecision"("projectId", "copyVersionId");

-- CreateIndex
CREATE INDEX "PassageDecision_projectId_originalVersionId_idx" ON "PassageDecision"("projectId", "originalVersionId");

-- CreateIndex
CREATE INDEX "PassageDecision_projectId_copyEvidenceId_idx" ON "PassageDecision"("projectId", "copyEvidenceId");

-- CreateIndex
CREATE INDEX "PassageDecision_projectId_originalEvidenceId_idx" ON "PassageDecision"("projectId", "originalEvidenceId");

-- CreateIndex
CREATE INDEX "ReplyRequest_claimId_createdAt_idx" ON "ReplyRequest"("claimId", "createdAt");

-- CreateIndex
CREATE INDEX "ReplyRequest_projectId_sourceId_idx" ON "ReplyRequest"("projectId", "sourceId");

-- CreateIndex
CREATE INDEX "SourceReliability_sourceId_judgedOn_idx" ON "SourceReliability"("sourceId", "judgedOn");

-- CreateIndex
CREATE INDEX "SourceMerge_projectId_keptId_idx" ON "SourceMerge"("projectId", "keptId");

-- CreateIndex
CREATE INDEX "SourceMerge_projectId_droppedId_idx" ON "SourceMerge"("projectId", "droppedId");

-- CreateIndex
CREATE UNIQUE INDEX "ConfidentialIdentity_projectId_sourceId_key" ON "ConfidentialIdentity"("projectId", "sourceId");

-- CreateIndex
CREATE INDEX "Figure_projectId_eventId_idx" ON "Figure"("projectId", "eventId");

-- CreateIndex
CREATE INDEX "Figure_projectId_relatedToId_idx" ON "Figure"("projectId", "relatedToId");

-- CreateIndex
CREATE INDEX "Figure_projectId_supersedesId_idx" ON "Figure"("projectId", "supersedesId");

-- CreateIndex
CREATE INDEX "Source_projectId_mergedIntoId_idx" ON "Source"("projectId", "mergedIntoId");

-- CreateIndex
CREATE INDEX "Warning_projectId_eventId_idx" ON "Warning"("projectId", "eventId");

-- CreateIndex
CREATE INDEX "Warning_projectId_refersToId_idx" ON "Warning"("projectId", "refersToId");

-- CreateIndex
CREATE UNIQUE INDEX "Warning_projectId_id_key" ON "Warning"("projectId", "id");

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Figure" ADD CONSTRAINT "Figure_projectId_eventId_fkey" FOREIGN KEY ("projectId", "eventId") REFERENCES "Event"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Figure" ADD CONSTRAINT "Figure_projectId_relatedToId_fkey" FOREIGN KEY ("projectId", "relatedToId") REFERENCES "Figure"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Figure" ADD CONSTRAINT "Figure_projectId_supersedesId_fkey" FOREIGN KEY ("projectId", "supersedesId") REFERENCES "Figure"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ClaimLink" ADD CONSTRAINT "ClaimLink_projectId_oneId_fkey" FOREIGN KEY ("projectId", "oneId") REFERENCES "Claim"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ClaimLink" ADD CONSTRAINT "ClaimLink_projectId_otherId_fkey" FOREIGN KEY ("projectId", "otherId") REFERENCES "Claim"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ClaimLink" ADD CONSTRAINT "ClaimLink_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimLink" ADD CONSTRAINT "ClaimLink_removedById_fkey" FOREIGN KEY ("removedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OriginDecision" ADD CONSTRAINT "OriginDecision_projectId_claimId_fkey" FOREIGN KEY ("projectId", "claimId") REFERENCES "Claim"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "OriginDecision" ADD CONSTRAINT "OriginDecision_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OriginDecision" ADD CONSTRAINT "OriginDecision_takenBackById_fkey" FOREIGN KEY ("takenBackById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Passage" ADD CONSTRAINT "Passage_projectId_versionId_fkey" FOREIGN KEY ("projectId", "versionId") REFERENCES "ArticleVersion"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Passage" ADD CONSTRAINT "Passage_projectId_evidenceId_fkey" FOREIGN KEY ("projectId", "evidenceId") REFERENCES "Evidence"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "PassageDecision" ADD CONSTRAINT "PassageDecision_projectId_copyVersionId_fkey" FOREIGN KEY ("projectId", "copyVersionId") REFERENCES "ArticleVersion"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "PassageDecision" ADD CONSTRAINT "PassageDecision_projectId_copyEvidenceId_fkey" FOREIGN KEY ("projectId", "copyEvidenceId") REFERENCES "Evidence"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "PassageDecision" ADD CONSTRAINT "PassageDecision_projectId_originalVersionId_fkey" FOREIGN KEY ("projectId", "originalVersionId") REFERENCES "ArticleVersion"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "PassageDecision" ADD CONSTRAINT "PassageDecision_projectId_originalEvidenceId_fkey" FOREIGN KEY ("projectId", "originalEvidenceId") REFERENCES "Evidence"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "PassageDecision" ADD CONSTRAINT "PassageDecision_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PassageDecision" ADD CONSTRAINT "PassageDecision_takenBackById_fkey" FOREIGN KEY ("takenBackById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReplyRequest" ADD CONSTRAINT "ReplyRequest_projectId_claimId_fkey" FOREIGN KEY ("projectId", "claimId") REFERENCES "Claim"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ReplyRequest" ADD CONSTRAINT "ReplyRequest_projectId_sourceId_fkey" FOREIGN KEY ("projectId", "sourceId") REFERENCES "Source"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ReplyRequest" ADD CONSTRAINT "ReplyRequest_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_projectId_mergedIntoId_fkey" FOREIGN KEY ("projectId", "mergedIntoId") REFERENCES "Source"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "SourceReliability" ADD CONSTRAINT "SourceReliability_projectId_sourceId_fkey" FOREIGN KEY ("projectId", "sourceId") REFERENCES "Source"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "SourceReliability" ADD CONSTRAINT "SourceReliability_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceMerge" ADD CONSTRAINT "SourceMerge_projectId_keptId_fkey" FOREIGN KEY ("projectId", "keptId") REFERENCES "Source"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "SourceMerge" ADD CONSTRAINT "SourceMerge_projectId_droppedId_fkey" FOREIGN KEY ("projectId", "droppedId") REFERENCES "Source"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "SourceMerge" ADD CONSTRAINT "SourceMerge_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceMerge" ADD CONSTRAINT "SourceMerge_undoneById_fkey" FOREIGN KEY ("undoneById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConfidentialIdentity" ADD CONSTRAINT "ConfidentialIdentity_projectId_sourceId_fkey" FOREIGN KEY ("projectId", "sourceId") REFERENCES "Source"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ConfidentialIdentity" ADD CONSTRAINT "ConfidentialIdentity_approvedById_fkey" FOREIGN KEY ("approvedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Warning" ADD CONSTRAINT "Warning_projectId_eventId_fkey" FOREIGN KEY ("projectId", "eventId") REFERENCES "Event"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Warning" ADD CONSTRAINT "Warning_projectId_refersToId_fkey" FOREIGN KEY ("projectId", "refersToId") REFERENCES "Warning"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- CreateIndex
CREATE INDEX "Article_projectId_outletId_idx" ON "Article"("projectId", "outletId");

-- CreateIndex
CREATE INDEX "Warning_projectId_issuerId_idx" ON "Warning"("projectId", "issuerId");

-- CreateIndex
CREATE INDEX "Warning_projectId_onBehalfOfId_idx" ON "Warning"("projectId", "onBehalfOfId");

-- What Prisma cannot say.

-- A name folded as lib/sources/name-key.ts does it. Marks: Latin, Greek, Cyrillic, Hebrew, Arabic, Syriac, Indic, Japanese.
-- Bodies without quotation marks are bound when made: a restored backup finds what they call, whatever its search path.
CREATE FUNCTION name_key("name" text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN btrim(regexp_replace(lower(translate(regexp_replace(normalize(replace("name", '´', ''''), NFKD),
    '[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u0900-\u0902\u093a\u093c\u0941-\u0948\u094d\u0951-\u0957\u1ab0-\u1abd\u1dc0-\u1dff\u20d0-\u20dc\u20e1\u20e5-\u20f0\u3099\u309a\ufe00-\ufe0f\ufe20-\ufe2f]+',
    '', 'g'), '‘’‛ʼ`‐‑‒–—―−"«»“”„‟', '''''''''''-------       ')), '[\s\u00a0\u1680\u2028\u2029\ufeff]+', ' ', 'g'));

-- All aliases folded, each between line ends, which no folded name holds: one is asked for whole or in part.
CREATE FUNCTION alias_keys("aliases" text[]) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN (SELECT E'\n' || string_agg(name_key(each), E'\n') || E'\n' FROM unnest("aliases") AS each);

-- Few sources have aliases: beside source_name_trigram, this one is small.
CREATE INDEX source_alias_trigram ON "Source" USING gin (alias_keys("aliases") gin_trgm_ops) WHERE "aliases" <> '{}';

-- A source that was merged away keeps its name beside the one that took its place.
DROP INDEX source_same_name;
CREATE UNIQUE INDEX source_same_name ON "Source" ("projectId", "kind", "nameKey")
  WHERE "kind" IN ('PERSON', 'ORGANISATION', 'OUTLET') AND "mergedIntoId" IS NULL;
ALTER TABLE "Source" ADD CONSTRAINT source_not_merged_into_itself CHECK ("mergedIntoId" <> "id");
ALTER TABLE "SourceMerge" ADD CONSTRAINT merge_of_two CHECK ("keptId" <> "droppedId"),
  ADD CONSTRAINT merge_undone_whole CHECK (("undoneAt" IS NULL) = ("undoneById" IS NULL));
CREATE UNIQUE INDEX merge_in_force ON "SourceMerge" ("droppedId") WHERE "undoneAt" IS NULL;

CREATE TRIGGER reliability_append_only BEFORE UPDATE OR DELETE ON "SourceReliability"
  FOR EACH ROW EXECUTE FUNCTION refuse_change('a judgement is never edited, only followed by another');
ALTER TABLE "SourceReliability" ADD CONSTRAINT reliability_has_reason CHECK (btrim("reason") <> '');
ALTER TABLE "ConfidentialIdentity" ADD CONSTRAINT confidential_why CHECK (btrim("whyUnnamed") <> '');

-- One link of two claims is in force.
ALTER TABLE "ClaimLink" ADD CONSTRAINT claim_link_in_order CHECK ("oneId" < "otherId"),
  ADD CONSTRAINT claim_link_removed_whole CHECK (("removedAt" IS NULL) = ("removedById" IS NULL));
CREATE UNIQUE INDEX claim_link_in_force ON "ClaimLink" ("oneId", "otherId") WHERE "removedAt" IS NULL;

ALTER TABLE "OriginDecision" ADD CONSTRAINT origin_decision_has_reason CHECK (btrim("reason") <> ''),
  ADD CONSTRAINT origin_decision_of_two CHECK ("otherAccountId" <> "accountId" AND ("kind" = 'DIFFERENT' OR "otherAccountId" IS NOT NULL)),
  ADD CONSTRAINT origin_decision_taken_back_whole CHECK (("takenBackAt" IS NULL) = ("takenBackById" IS NULL));

ALTER TABLE "Passage" ADD CONSTRAINT passage_of_one_text CHECK (num_nonnulls("versionId", "evidenceId") = 1),
  ADD CONSTRAINT passage_place CHECK ("start" >= 0 AND "start" < "end");
ALTER TABLE "PassageDecision" ADD CONSTRAINT passage_decision_texts CHECK (
    num_nonnulls("copyVersionId", "copyEvidenceId") = 1 AND num_nonnulls("originalVersionId", "originalEvidenceId") = 1),
  ADD CONSTRAINT passage_decision_places CHECK (
    "copyStart" >= 0 AND "copyStart" < "copyEnd" AND "originalStart" >= 0 AND "originalStart" < "originalEnd"),
  ADD CONSTRAINT passage_decision_taken_back_whole CHECK (("takenBackAt" IS NULL) = ("takenBackById" IS NULL));

ALTER TABLE "Event" ADD CONSTRAINT event_title CHECK (btrim("title") <> ''),
  ADD CONSTRAINT event_happened CHECK (
    num_nonnulls("happenedEarliest", "happenedLatest", "happenedPrecision") IN (0, 3) AND "happenedEarliest" <= "happenedLatest");
ALTER TABLE "Figure" ADD CONSTRAINT figure_relation_whole CHECK (("relation" IS NULL) = ("relatedToId" IS NULL)),
  ADD CONSTRAINT figure_not_of_itself CHECK ("relatedToId" <> "id" AND "supersedesId" <> "id"),
  ADD CONSTRAINT figure_supersedes_with_reason CHECK (("supersedesId" IS NULL) = ("supersedesReason" IS NULL));
ALTER TABLE "Warning" ADD CONSTRAINT warning_not_of_itself CHECK ("refersToId" <> "id");
ALTER TABLE "ReplyRequest" ADD CONSTRAINT reply_order CHECK ("askedOn" <= "answeredOn");

-- Two sources that turn out to be one are that in approved claims too: a merge moves references, and nothing else.
-- What rested on them shows "needs attention".
CREATE OR REPLACE FUNCTION guard_claim_part() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  part jsonb;
  claim_id uuid;
  references_moved CONSTANT text[] := ARRAY['sourceId', 'affiliationId', 'onBehalfOfId', 'issuerId'];
BEGIN
  IF TG_OP = 'UPDATE' AND current_setting('recoupe.merging_sources', true) = 'on'
    AND to_jsonb(OLD) - references_moved = to_jsonb(NEW) - references_moved
  THEN
    RETURN NEW;
  END IF;
  -- Both, so that nothing is moved from such a claim to another.
  FOREACH part IN ARRAY array_remove(ARRAY[to_jsonb(OLD), to_jsonb(NEW)], NULL) LOOP
    claim_id := (part ->> 'claimId')::uuid;
    IF claim_id IS NULL AND part ->> 'attributionId' IS NOT NULL THEN
      SELECT coalesce(a."claimId", e."claimId") INTO claim_id
        FROM "Attribution" a LEFT JOIN "Evidence" e ON e."id" = a."evidenceId"
        WHERE a."id" = (part ->> 'attributionId')::uuid;
    ELSIF claim_id IS NULL AND part ->> 'evidenceId' IS NOT NULL THEN
      SELECT "claimId" INTO claim_id FROM "Evidence" WHERE "id" = (part ->> 'evidenceId')::uuid;
    END IF;
    IF EXISTS (SELECT 1 FROM "Claim" WHERE "id" = claim_id AND "state" IN ('IN_REVIEW', 'APPROVED', 'PUBLISHED')) THEN
      RAISE EXCEPTION 'claim % is under review or approved: its % cannot change', claim_id, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
    END IF;
  END LOOP;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
