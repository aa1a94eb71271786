import type { RestingKind } from '@/lib/verdicts/schema'
import { Prisma } from '@/prisma/generated/client'

// How the verdicts that a change may concern are found, kind by kind, through the rows of what they rest on. Of `given` (the verdicts
// that claims stand by) each names claims: too many rather than too few, as the states are compared afterwards.

/** The rows of one kind of ground of these verdicts, as `r`. */
const grounds = (kind: RestingKind) => Prisma.sql`
  given g JOIN "VerdictGround" r ON r."verdictId" = g."verdictId" AND r."kind" = ${kind}`

// Any part of a claim is written with another revision of it, and no other way: the database sees to that.
const byRevision = Prisma.sql`SELECT g."claimId" FROM given g WHERE g."revision" <> g."claimRevision"`

const bySource = Prisma.sql`
  SELECT g."claimId" FROM ${grounds('source')} JOIN "Source" s ON s."id" = r."entityId" WHERE s."version" <> r."version"
  UNION
  SELECT g."claimId" FROM ${grounds('source')} JOIN "SourceReliability" j ON j."sourceId" = r."entityId"
  WHERE j."createdAt" >= g."createdAt"`

/** What the origins are counted by, beside the claim's own parts; `touched` are the sources that lead to others than before. */
const byOrigins = Prisma.sql`
  SELECT c."claimId" FROM chains c JOIN "Hop" h ON h."attributionId" = c."id"
  JOIN touched t ON t."id" IN (h."sourceId", h."affiliationId", h."onBehalfOfId") AND t."at" >= c."createdAt"
  UNION
  SELECT g."claimId" FROM given g JOIN "Evidence" e ON e."claimId" = g."claimId"
  JOIN touched t ON t."id" = e."sourceId" AND t."at" >= g."createdAt"
  UNION
  SELECT g."claimId" FROM given g JOIN "OriginDecision" d ON d."claimId" = g."claimId"
  WHERE GREATEST(d."createdAt", d."takenBackAt") >= g."createdAt"
  UNION
  -- What is pooled with another claim changes with it.
  SELECT g."claimId" FROM given g JOIN "ClaimLink" l ON g."claimId" = l."oneId"
  WHERE l."removedAt" IS NULL OR l."removedAt" >= g."createdAt"
  UNION
  SELECT g."claimId" FROM given g JOIN "ClaimLink" l ON g."claimId" = l."otherId"
  WHERE l."removedAt" IS NULL OR l."removedAt" >= g."createdAt"
  UNION
  SELECT g."claimId" FROM given g JOIN "ClaimSpan" cs ON cs."claimId" = g."claimId" JOIN "Span" s ON s."id" = cs."spanId"
  JOIN decided d ON s."versionId" = d."id" WHERE d."at" >= g."createdAt"
  UNION
  SELECT g."claimId" FROM given g JOIN "Evidence" e ON e."claimId" = g."claimId" LEFT JOIN "Span" s ON s."id" = e."spanId"
  JOIN decided d ON d."id" IN (e."id", s."versionId") WHERE d."at" >= g."createdAt"
  UNION
  SELECT g."claimId" FROM given g JOIN "Article" a ON a."id" = g."articleId"
  JOIN touched t ON t."id" IN (a."sourceId", a."outletId") AND t."at" >= g."createdAt"
  UNION
  SELECT g."claimId" FROM given g JOIN "AuditEvent" e ON e."entityId" = g."articleId"
  WHERE e."action" = 'article:edit' AND e."at" >= g."createdAt"
  UNION
  -- Who speaks in an item may be read of it later.
  SELECT g."claimId" FROM given g JOIN "Evidence" e ON e."claimId" = g."claimId"
  JOIN "ArticleVersion" v ON v."id" = (SELECT s."versionId" FROM "Span" s WHERE s."id" = e."spanId")
  JOIN "AuditEvent" a ON a."entityId" = v."articleId" WHERE a."action" = 'article:edit' AND a."at" >= g."createdAt"`

// The first verdicts kept nothing of what stands outside of the claim, and are not compared by it.
const isWhole = Prisma.sql`
  EXISTS (SELECT 1 FROM "VerdictGround" w WHERE w."verdictId" = g."verdictId" AND w."kind" = 'origins')`
const isKnown = (kind: RestingKind, id: Prisma.Sql, version: Prisma.Sql) => Prisma.sql`
  EXISTS (SELECT 1 FROM "VerdictGround" r WHERE r."verdictId" = g."verdictId" AND r."kind" = ${kind}
    AND r."entityId" = ${id} AND r."version" = ${version})`

const byReply = Prisma.sql`
  SELECT g."claimId" FROM given g JOIN "ReplyRequest" n ON n."claimId" = g."claimId"
  WHERE ${isWhole} AND NOT ${isKnown('reply', Prisma.sql`n."id"`, Prisma.sql`n."version"`)}
  UNION
  SELECT g."claimId" FROM ${grounds('reply')} WHERE NOT EXISTS (SELECT 1 FROM "ReplyRequest" n WHERE n."id" = r."entityId")`

const linkAdded = (own: Prisma.Sql) => Prisma.sql`
  SELECT g."claimId" FROM given g JOIN "ClaimLink" n ON ${own} = g."claimId"
  WHERE n."removedAt" IS NULL AND ${isWhole} AND NOT ${isKnown('link', Prisma.sql`n."id"`, Prisma.sql`1`)}`
const byLink = Prisma.sql`
  ${linkAdded(Prisma.sql`n."oneId"`)} UNION ${linkAdded(Prisma.sql`n."otherId"`)}
  UNION
  SELECT g."claimId" FROM ${grounds('link')} JOIN "ClaimLink" n ON n."id" = r."entityId" WHERE n."removedAt" IS NOT NULL`

const byFigure = Prisma.sql`
  SELECT g."claimId" FROM ${grounds('figure')}
  JOIN "Figure" n ON n."projectId" = r."projectId" AND n."supersedesId" = r."entityId"`

const byArticleVersion = Prisma.sql`
  SELECT g."claimId" FROM ${grounds('articleVersion')} JOIN "ArticleVersion" v ON v."articleId" = r."entityId"
  WHERE v."number" > r."version"`

/** Of each kind, a SELECT of the claims of `given` on whose verdict something of it may have changed. */
export const FOUND: Record<RestingKind, Prisma.Sql> = {
  claim: byRevision,
  figure: Prisma.sql`${byRevision} UNION ${byFigure}`,
  warning: byRevision,
  attribution: byRevision,
  evidence: byRevision,
  source: bySource,
  origins: byOrigins,
  link: byLink,
  articleVersion: byArticleVersion,
  reply: byReply,
}
