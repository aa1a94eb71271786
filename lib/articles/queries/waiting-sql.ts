import { Prisma } from '@/prisma/generated/client'

// Looked up span by span: as a condition on all of them, every passage and every hop of all projects would be gone through.
const standsIn = (rows: Prisma.Sql) => Prisma.sql`(SELECT TRUE FROM ${rows} LIMIT 1) IS TRUE`

/**
 * How much of what stands on earlier texts waits for a person in the version `v`: nobody has settled it, and it is still what it was when
 * the version came.
 */
export const waitingInVersion = Prisma.sql`(SELECT count(*)::int FROM "Anchoring" w
  WHERE w."versionId" = v."id" AND w."state" = 'OPEN' AND w."kind" <> 'EVIDENCE'
    AND (SELECT c."deletedAt" IS NULL FROM "Claim" c WHERE c."id" = w."claimId")
    AND (${standsIn(Prisma.sql`"ClaimSpan" p WHERE p."spanId" = w."spanId"`)}
      OR ${standsIn(Prisma.sql`"Hop" h WHERE h."sourceSpanId" = w."spanId"`)}
      OR ${standsIn(Prisma.sql`"Hop" h WHERE h."cueSpanId" = w."spanId"`)}
      OR ${standsIn(Prisma.sql`"Attribution" t WHERE t."knowsSpanId" = w."spanId"`)}))`
