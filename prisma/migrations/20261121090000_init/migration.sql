-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "DatePrecision" AS ENUM ('DAY', 'MONTH', 'YEAR', 'RANGE');

-- CreateEnum
CREATE TYPE "SpeechAct" AS ENUM ('SAID', 'WROTE', 'PUBLISHED', 'AIRED', 'REPORTED', 'QUOTED', 'ANNOUNCED', 'WARNED', 'ADVISED', 'ASKED', 'PREDICTED', 'ESTIMATED', 'BELIEVED', 'CLAIMED', 'ALLEGED', 'ACCUSED', 'CONFIRMED', 'DENIED', 'DECLINED');

-- CreateEnum
CREATE TYPE "Certainty" AS ENUM ('ASSERTED', 'BELIEVED', 'POSSIBLE');

-- CreateEnum
CREATE TYPE "SpeechForm" AS ENUM ('DIRECT_QUOTE', 'TRANSLATED_QUOTE', 'MIXED', 'INDIRECT');

-- CreateEnum
CREATE TYPE "HopBasis" AS ENUM ('WITNESSED', 'TOLD', 'DEDUCED', 'DOCUMENT', 'NOT_STATED');

-- CreateEnum
CREATE TYPE "HopReading" AS ENUM ('CERTAIN', 'INFERRED');

-- CreateEnum
CREATE TYPE "OneTimeLinkKind" AS ENUM ('SETUP', 'INVITATION', 'PASSWORD_RESET');

-- CreateEnum
CREATE TYPE "ClaimCategory" AS ENUM ('CASUALTIES', 'THREAT_WARNING', 'RESPONSIBILITY', 'STATEMENT', 'OPERATION', 'PREDICTION', 'IDENTITY', 'QUANTITY', 'OTHER');

-- CreateEnum
CREATE TYPE "CheckedAspect" AS ENUM ('CONTENT', 'UTTERANCE');

-- CreateEnum
CREATE TYPE "ReviewState" AS ENUM ('OPEN', 'ASSIGNED', 'CHECKING', 'IN_REVIEW', 'APPROVED', 'PUBLISHED', 'DROPPED');

-- CreateEnum
CREATE TYPE "CommentKind" AS ENUM ('REMARK', 'RETURN');

-- CreateEnum
CREATE TYPE "NoticeKind" AS ENUM ('ASSIGNED', 'REVIEW_ASKED', 'SUBMITTED', 'RETURNED', 'APPROVED', 'REOPENED', 'UNASSIGNED');

-- CreateEnum
CREATE TYPE "Stance" AS ENUM ('SUPPORTS', 'CONTRADICTS', 'QUALIFIES', 'CONTEXT', 'REPEATS', 'SEARCHED_NOTHING_FOUND');

-- CreateEnum
CREATE TYPE "EvidenceDirectness" AS ENUM ('PRIMARY', 'SECONDARY', 'NOT_STATED');

-- CreateEnum
CREATE TYPE "FigureMeasure" AS ENUM ('KILLED', 'INJURED', 'MISSING', 'OTHER');

-- CreateEnum
CREATE TYPE "FigureQualifier" AS ENUM ('EXACT', 'AT_LEAST', 'MORE_THAN', 'ABOUT', 'UP_TO', 'RANGE', 'VAGUE');

-- CreateEnum
CREATE TYPE "FigurePopulation" AS ENUM ('ALL', 'CIVILIAN', 'MILITARY', 'POLICE', 'ATTACKERS', 'NOT_STATED');

-- CreateEnum
CREATE TYPE "IncludesAttackers" AS ENUM ('YES', 'NO', 'NOT_STATED');

-- CreateEnum
CREATE TYPE "FigureBasis" AS ENUM ('HOSPITAL', 'MORGUE', 'MINISTRY', 'MILITARY', 'OFFICIAL', 'WITNESS', 'TALLY', 'NOT_STATED');

-- CreateEnum
CREATE TYPE "FigureRank" AS ENUM ('PREFERRED', 'NORMAL', 'DEPRECATED');

-- CreateEnum
CREATE TYPE "ProjectKind" AS ENUM ('LIVE', 'TRAINING');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('VIEWER', 'CHECKER', 'EDITOR', 'ADMIN');

-- CreateEnum
CREATE TYPE "SourceKind" AS ENUM ('PERSON', 'ORGANISATION', 'OUTLET', 'DOCUMENT', 'UNNAMED_IN_TEXT', 'CONFIDENTIAL');

-- CreateEnum
CREATE TYPE "WarningMessageType" AS ENUM ('ALERT', 'UPDATE', 'CANCEL');

-- CreateEnum
CREATE TYPE "WarningUrgency" AS ENUM ('IMMEDIATE', 'EXPECTED', 'FUTURE', 'PAST', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "WarningSeverity" AS ENUM ('EXTREME', 'SEVERE', 'MODERATE', 'MINOR', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "WarningCertainty" AS ENUM ('OBSERVED', 'LIKELY', 'POSSIBLE', 'UNLIKELY', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "WarningOutcome" AS ENUM ('MATERIALISED', 'AVERTED', 'NOT_OBSERVED', 'NOT_KNOWN');

-- CreateTable
CREATE TABLE "Article" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "sourceId" UUID NOT NULL,
    "outletId" UUID,
    "language" TEXT,
    "publishedVerbatim" TEXT,
    "publishedEarliest" DATE,
    "publishedLatest" DATE,
    "publishedPrecision" "DatePrecision",
    "originUrl" TEXT,
    "seedFile" TEXT,
    "markingFinishedAt" TIMESTAMPTZ(3),
    "archivedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ArticleVersion" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "codePoints" INTEGER NOT NULL,
    "received" BYTEA NOT NULL,
    "receivedSha256" TEXT NOT NULL,
    "encoding" TEXT NOT NULL,
    "fileName" TEXT,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ArticleVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Span" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "exact" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "suffix" TEXT NOT NULL,

    CONSTRAINT "Span_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attribution" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "claimId" UUID,
    "evidenceId" UUID,
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Attribution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Hop" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "attributionId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "sourceId" UUID NOT NULL,
    "affiliationId" UUID,
    "onBehalfOfId" UUID,
    "speechAct" "SpeechAct" NOT NULL,
    "certainty" "Certainty" NOT NULL DEFAULT 'ASSERTED',
    "form" "SpeechForm" NOT NULL,
    "basis" "HopBasis" NOT NULL DEFAULT 'NOT_STATED',
    "reading" "HopReading" NOT NULL DEFAULT 'CERTAIN',
    "saidVerbatim" TEXT,
    "saidEarliest" DATE,
    "saidLatest" DATE,
    "saidPrecision" "DatePrecision",
    "sourceSpanId" UUID,
    "cueSpanId" UUID,

    CONSTRAINT "Hop_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" UUID NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "commandId" UUID NOT NULL,
    "projectId" UUID,
    "actorId" UUID,
    "action" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entityId" UUID NOT NULL,
    "articleId" UUID,
    "claimId" UUID,
    "before" JSONB,
    "after" JSONB,
    "reason" TEXT,
    "result" JSONB NOT NULL,
    "undoesId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT,
    "isOwner" BOOLEAN NOT NULL DEFAULT false,
    "disabledAt" TIMESTAMPTZ(3),
    "sessionEpoch" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OneTimeLink" (
    "id" UUID NOT NULL,
    "kind" "OneTimeLinkKind" NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "userId" UUID,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OneTimeLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimiterFlexible" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "RateLimiterFlexible_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Claim" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "category" "ClaimCategory" NOT NULL,
    "checked" "CheckedAspect" NOT NULL,
    "wording" TEXT NOT NULL,
    "tags" TEXT[],
    "state" "ReviewState" NOT NULL DEFAULT 'OPEN',
    "version" INTEGER NOT NULL DEFAULT 1,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "markedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "stateSince" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "approvedById" UUID,
    "approvedVerdictId" UUID,
    "approvedRevision" INTEGER,
    "approvedSingleSourceReason" TEXT,

    CONSTRAINT "Claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClaimSpan" (
    "claimId" UUID NOT NULL,
    "spanId" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "ClaimSpan_pkey" PRIMARY KEY ("claimId","spanId")
);

-- CreateTable
CREATE TABLE "Assignment" (
    "id" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "assigneeId" UUID NOT NULL,
    "reviewerId" UUID,
    "dueOn" DATE,
    "assignedById" UUID NOT NULL,
    "reason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "kind" "CommentKind" NOT NULL DEFAULT 'REMARK',
    "body" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "kind" "NoticeKind" NOT NULL,
    "claimId" UUID NOT NULL,
    "causedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "stance" "Stance" NOT NULL,
    "sourceId" UUID,
    "url" TEXT,
    "spanId" UUID,
    "quote" TEXT,
    "locator" TEXT,
    "note" TEXT,
    "directness" "EvidenceDirectness" NOT NULL DEFAULT 'NOT_STATED',
    "credibility" INTEGER,
    "capturedAt" TIMESTAMPTZ(3),
    "capturedSha256" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Figure" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "measure" "FigureMeasure" NOT NULL,
    "unit" TEXT,
    "verbatim" TEXT NOT NULL,
    "qualifier" "FigureQualifier" NOT NULL,
    "low" DOUBLE PRECISION,
    "best" DOUBLE PRECISION,
    "high" DOUBLE PRECISION,
    "population" "FigurePopulation" NOT NULL DEFAULT 'NOT_STATED',
    "nationality" TEXT,
    "includesAttackers" "IncludesAttackers" NOT NULL DEFAULT 'NOT_STATED',
    "asOfVerbatim" TEXT,
    "asOfEarliest" DATE,
    "asOfLatest" DATE,
    "asOfPrecision" "DatePrecision",
    "reportedVerbatim" TEXT,
    "reportedEarliest" DATE,
    "reportedLatest" DATE,
    "reportedPrecision" "DatePrecision",
    "place" TEXT,
    "basis" "FigureBasis" NOT NULL DEFAULT 'NOT_STATED',
    "rank" "FigureRank" NOT NULL DEFAULT 'NORMAL',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Figure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Project" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "ProjectKind" NOT NULL,
    "timeZone" TEXT NOT NULL DEFAULT 'Europe/Paris',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Rating" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "labelFr" TEXT NOT NULL,
    "labelEn" TEXT NOT NULL,
    "value" INTEGER,
    "colour" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Rating_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Source" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "kind" "SourceKind" NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "aliases" TEXT[],
    "role" TEXT,
    "parentId" UUID,
    "url" TEXT,
    "wikidataId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Verdict" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "ratingId" UUID NOT NULL,
    "rationale" TEXT NOT NULL,
    "method" TEXT,
    "asOf" DATE NOT NULL,
    "claimRevision" INTEGER NOT NULL,
    "restsOn" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Verdict_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VerdictEvidence" (
    "verdictId" UUID NOT NULL,
    "evidenceId" UUID NOT NULL,

    CONSTRAINT "VerdictEvidence_pkey" PRIMARY KEY ("verdictId","evidenceId")
);

-- CreateTable
CREATE TABLE "Warning" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "issuerId" UUID,
    "onBehalfOfId" UUID,
    "audience" TEXT,
    "sentVerbatim" TEXT,
    "sentEarliest" DATE,
    "sentLatest" DATE,
    "sentPrecision" "DatePrecision",
    "messageType" "WarningMessageType" NOT NULL DEFAULT 'ALERT',
    "refersTo" TEXT,
    "threatActor" TEXT,
    "attackType" TEXT,
    "targets" TEXT,
    "areas" TEXT,
    "urgency" "WarningUrgency" NOT NULL DEFAULT 'UNKNOWN',
    "severity" "WarningSeverity" NOT NULL DEFAULT 'UNKNOWN',
    "certainty" "WarningCertainty" NOT NULL DEFAULT 'UNKNOWN',
    "windowVerbatim" TEXT,
    "windowOnset" DATE,
    "windowExpires" DATE,
    "instruction" TEXT,
    "likelihood" TEXT,
    "outcome" "WarningOutcome" NOT NULL DEFAULT 'NOT_KNOWN',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Warning_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Article_sourceId_key" ON "Article"("sourceId");

-- CreateIndex
CREATE INDEX "Article_projectId_createdAt_idx" ON "Article"("projectId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Article_projectId_id_key" ON "Article"("projectId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Article_projectId_sourceId_key" ON "Article"("projectId", "sourceId");

-- CreateIndex
CREATE UNIQUE INDEX "Article_projectId_seedFile_key" ON "Article"("projectId", "seedFile");

-- CreateIndex
CREATE INDEX "ArticleVersion_projectId_sha256_idx" ON "ArticleVersion"("projectId", "sha256");

-- CreateIndex
CREATE UNIQUE INDEX "ArticleVersion_articleId_number_key" ON "ArticleVersion"("articleId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "ArticleVersion_projectId_id_key" ON "ArticleVersion"("projectId", "id");

-- CreateIndex
CREATE INDEX "Span_versionId_start_idx" ON "Span"("versionId", "start");

-- CreateIndex
CREATE UNIQUE INDEX "Span_projectId_id_key" ON "Span"("projectId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Attribution_evidenceId_key" ON "Attribution"("evidenceId");

-- CreateIndex
CREATE INDEX "Attribution_claimId_position_idx" ON "Attribution"("claimId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Attribution_projectId_id_key" ON "Attribution"("projectId", "id");

-- CreateIndex
CREATE INDEX "Hop_projectId_sourceId_idx" ON "Hop"("projectId", "sourceId");

-- CreateIndex
CREATE INDEX "Hop_projectId_affiliationId_idx" ON "Hop"("projectId", "affiliationId");

-- CreateIndex
CREATE INDEX "Hop_projectId_onBehalfOfId_idx" ON "Hop"("projectId", "onBehalfOfId");

-- CreateIndex
CREATE UNIQUE INDEX "Hop_attributionId_position_key" ON "Hop"("attributionId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "AuditEvent_sequence_key" ON "AuditEvent"("sequence");

-- CreateIndex
CREATE UNIQUE INDEX "AuditEvent_commandId_key" ON "AuditEvent"("commandId");

-- CreateIndex
CREATE UNIQUE INDEX "AuditEvent_undoesId_key" ON "AuditEvent"("undoesId");

-- CreateIndex
CREATE INDEX "AuditEvent_projectId_sequence_idx" ON "AuditEvent"("projectId", "sequence");

-- CreateIndex
CREATE INDEX "AuditEvent_claimId_sequence_idx" ON "AuditEvent"("claimId", "sequence");

-- CreateIndex
CREATE INDEX "AuditEvent_articleId_actorId_sequence_idx" ON "AuditEvent"("articleId", "actorId", "sequence");

-- CreateIndex
CREATE INDEX "AuditEvent_entityId_sequence_idx" ON "AuditEvent"("entityId", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "OneTimeLink_tokenHash_key" ON "OneTimeLink"("tokenHash");

-- CreateIndex
CREATE INDEX "OneTimeLink_userId_idx" ON "OneTimeLink"("userId");

-- CreateIndex
CREATE INDEX "Claim_projectId_state_stateSince_idx" ON "Claim"("projectId", "state", "stateSince");

-- CreateIndex
CREATE INDEX "Claim_articleId_deletedAt_idx" ON "Claim"("articleId", "deletedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Claim_articleId_number_key" ON "Claim"("articleId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Claim_projectId_id_key" ON "Claim"("projectId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ClaimSpan_spanId_key" ON "ClaimSpan"("spanId");

-- CreateIndex
CREATE INDEX "Assignment_claimId_createdAt_idx" ON "Assignment"("claimId", "createdAt");

-- CreateIndex
CREATE INDEX "Assignment_assigneeId_endedAt_idx" ON "Assignment"("assigneeId", "endedAt");

-- CreateIndex
CREATE INDEX "Assignment_reviewerId_endedAt_idx" ON "Assignment"("reviewerId", "endedAt");

-- CreateIndex
CREATE INDEX "Comment_claimId_createdAt_idx" ON "Comment"("claimId", "createdAt");

-- CreateIndex
CREATE INDEX "Notice_userId_projectId_readAt_createdAt_idx" ON "Notice"("userId", "projectId", "readAt", "createdAt");

-- CreateIndex
CREATE INDEX "Notice_claimId_idx" ON "Notice"("claimId");

-- CreateIndex
CREATE INDEX "Evidence_claimId_position_idx" ON "Evidence"("claimId", "position");

-- CreateIndex
CREATE INDEX "Evidence_projectId_sourceId_idx" ON "Evidence"("projectId", "sourceId");

-- CreateIndex
CREATE UNIQUE INDEX "Evidence_projectId_id_key" ON "Evidence"("projectId", "id");

-- CreateIndex
CREATE INDEX "Figure_claimId_position_idx" ON "Figure"("claimId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Figure_projectId_id_key" ON "Figure"("projectId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Project_name_key" ON "Project"("name");

-- CreateIndex
CREATE INDEX "Membership_userId_idx" ON "Membership"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Membership_projectId_userId_key" ON "Membership"("projectId", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "Rating_projectId_key_key" ON "Rating"("projectId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "Rating_projectId_position_key" ON "Rating"("projectId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Rating_projectId_id_key" ON "Rating"("projectId", "id");

-- CreateIndex
CREATE INDEX "Source_projectId_nameKey_idx" ON "Source"("projectId", "nameKey");

-- CreateIndex
CREATE INDEX "Source_projectId_parentId_idx" ON "Source"("projectId", "parentId");

-- CreateIndex
CREATE UNIQUE INDEX "Source_projectId_id_key" ON "Source"("projectId", "id");

-- CreateIndex
CREATE INDEX "Verdict_claimId_createdAt_idx" ON "Verdict"("claimId", "createdAt");

-- CreateIndex
CREATE INDEX "Verdict_authorId_idx" ON "Verdict"("authorId");

-- CreateIndex
CREATE INDEX "VerdictEvidence_evidenceId_idx" ON "VerdictEvidence"("evidenceId");

-- CreateIndex
CREATE UNIQUE INDEX "Warning_claimId_key" ON "Warning"("claimId");

-- CreateIndex
CREATE UNIQUE INDEX "Warning_projectId_claimId_key" ON "Warning"("projectId", "claimId");

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_projectId_sourceId_fkey" FOREIGN KEY ("projectId", "sourceId") REFERENCES "Source"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_projectId_outletId_fkey" FOREIGN KEY ("projectId", "outletId") REFERENCES "Source"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ArticleVersion" ADD CONSTRAINT "ArticleVersion_projectId_articleId_fkey" FOREIGN KEY ("projectId", "articleId") REFERENCES "Article"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ArticleVersion" ADD CONSTRAINT "ArticleVersion_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Span" ADD CONSTRAINT "Span_projectId_versionId_fkey" FOREIGN KEY ("projectId", "versionId") REFERENCES "ArticleVersion"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Attribution" ADD CONSTRAINT "Attribution_projectId_claimId_fkey" FOREIGN KEY ("projectId", "claimId") REFERENCES "Claim"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Attribution" ADD CONSTRAINT "Attribution_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "Evidence"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Hop" ADD CONSTRAINT "Hop_projectId_attributionId_fkey" FOREIGN KEY ("projectId", "attributionId") REFERENCES "Attribution"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Hop" ADD CONSTRAINT "Hop_projectId_sourceId_fkey" FOREIGN KEY ("projectId", "sourceId") REFERENCES "Source"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Hop" ADD CONSTRAINT "Hop_projectId_affiliationId_fkey" FOREIGN KEY ("projectId", "affiliationId") REFERENCES "Source"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Hop" ADD CONSTRAINT "Hop_projectId_onBehalfOfId_fkey" FOREIGN KEY ("projectId", "onBehalfOfId") REFERENCES "Source"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Hop" ADD CONSTRAINT "Hop_projectId_sourceSpanId_fkey" FOREIGN KEY ("projectId", "sourceSpanId") REFERENCES "Span"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Hop" ADD CONSTRAINT "Hop_projectId_cueSpanId_fkey" FOREIGN KEY ("projectId", "cueSpanId") REFERENCES "Span"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_undoesId_fkey" FOREIGN KEY ("undoesId") REFERENCES "AuditEvent"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OneTimeLink" ADD CONSTRAINT "OneTimeLink_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_projectId_articleId_fkey" FOREIGN KEY ("projectId", "articleId") REFERENCES "Article"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_markedById_fkey" FOREIGN KEY ("markedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_approvedById_fkey" FOREIGN KEY ("approvedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_approvedVerdictId_fkey" FOREIGN KEY ("approvedVerdictId") REFERENCES "Verdict"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimSpan" ADD CONSTRAINT "ClaimSpan_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimSpan" ADD CONSTRAINT "ClaimSpan_spanId_fkey" FOREIGN KEY ("spanId") REFERENCES "Span"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_assigneeId_fkey" FOREIGN KEY ("assigneeId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_reviewerId_fkey" FOREIGN KEY ("reviewerId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_assignedById_fkey" FOREIGN KEY ("assignedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_projectId_claimId_fkey" FOREIGN KEY ("projectId", "claimId") REFERENCES "Claim"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_projectId_claimId_fkey" FOREIGN KEY ("projectId", "claimId") REFERENCES "Claim"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_causedById_fkey" FOREIGN KEY ("causedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_projectId_claimId_fkey" FOREIGN KEY ("projectId", "claimId") REFERENCES "Claim"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_projectId_sourceId_fkey" FOREIGN KEY ("projectId", "sourceId") REFERENCES "Source"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_projectId_spanId_fkey" FOREIGN KEY ("projectId", "spanId") REFERENCES "Span"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Figure" ADD CONSTRAINT "Figure_projectId_claimId_fkey" FOREIGN KEY ("projectId", "claimId") REFERENCES "Claim"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rating" ADD CONSTRAINT "Rating_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_projectId_parentId_fkey" FOREIGN KEY ("projectId", "parentId") REFERENCES "Source"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Verdict" ADD CONSTRAINT "Verdict_projectId_claimId_fkey" FOREIGN KEY ("projectId", "claimId") REFERENCES "Claim"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Verdict" ADD CONSTRAINT "Verdict_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Verdict" ADD CONSTRAINT "Verdict_projectId_ratingId_fkey" FOREIGN KEY ("projectId", "ratingId") REFERENCES "Rating"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "VerdictEvidence" ADD CONSTRAINT "VerdictEvidence_verdictId_fkey" FOREIGN KEY ("verdictId") REFERENCES "Verdict"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VerdictEvidence" ADD CONSTRAINT "VerdictEvidence_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "Evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Warning" ADD CONSTRAINT "Warning_projectId_claimId_fkey" FOREIGN KEY ("projectId", "claimId") REFERENCES "Claim"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Warning" ADD CONSTRAINT "Warning_projectId_issuerId_fkey" FOREIGN KEY ("projectId", "issuerId") REFERENCES "Source"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Warning" ADD CONSTRAINT "Warning_projectId_onBehalfOfId_fkey" FOREIGN KEY ("projectId", "onBehalfOfId") REFERENCES "Source"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;
