import { type FindClaims, NOT_RATED } from '@/lib/claims/find-schema'
import { Prisma } from '@/prisma/generated/client'

// What few claims may have, found by an index: where they are few, a list goes through these and not through all claims in its order.
// Each answers all that have it, and may answer more.

const COUNTED: Record<NonNullable<FindClaims['origins']>, Prisma.Sql> = {
  none: Prisma.sql`p."origins" = 0`,
  one: Prisma.sql`p."origins" = 1`,
  several: Prisma.sql`p."origins" > 1`,
  undetermined: Prisma.sql`p."undetermined" > 0`,
}

// Bounds instead of "is none of these", which no index finds.
const LANGUAGES: Record<NonNullable<FindClaims['language']>, Prisma.Sql> = {
  fr: Prisma.sql`a."language" = 'fr'`,
  en: Prisma.sql`a."language" = 'en'`,
  other: Prisma.sql`(a."language" IS NULL OR a."language" < 'en' OR (a."language" > 'en' AND a."language" < 'fr') OR a."language" > 'fr')`,
}

/** Of what is counted, as it was counted. */
export const countedSo = (asked: Prisma.Sql) =>
  Prisma.sql`(SELECT ${asked} FROM "ClaimProjection" p WHERE p."claimId" = c."id") IS TRUE`
export const originsSo = (origins: NonNullable<FindClaims['origins']>) => countedSo(COUNTED[origins])

/** As queries that answer `claimId`. */
export function gatheredBy(asked: FindClaims, projectId: string, today: string, week: string): Prisma.Sql[] {
  const { origins, attention, rating, language, due } = asked
  const projected = (so: Prisma.Sql) =>
    Prisma.sql`SELECT p."claimId" FROM "ClaimProjection" p WHERE p."projectId" = ${projectId}::uuid AND ${so}`
  return [
    origins && projected(COUNTED[origins]),
    attention && projected(Prisma.sql`p."needsAttention"`),
    rating &&
      rating !== NOT_RATED &&
      Prisma.sql`SELECT v."claimId" FROM "Rating" g, LATERAL (SELECT v."claimId" FROM "Verdict" v WHERE v."ratingId" = g."id" OFFSET 0) v
          WHERE g."projectId" = ${projectId}::uuid AND g."key" = ${rating}`,
    language &&
      Prisma.sql`SELECT c."id" AS "claimId" FROM "Article" a,
          LATERAL (SELECT c."id" FROM "Claim" c WHERE c."articleId" = a."id" AND c."deletedAt" IS NULL OFFSET 0) c
          WHERE a."projectId" = ${projectId}::uuid AND ${LANGUAGES[language]}`,
    due === 'week' &&
      Prisma.sql`SELECT x."claimId" FROM "Assignment" x
          WHERE x."endedAt" IS NULL AND x."dueOn" >= ${today}::date AND x."dueOn" <= ${week}::date`,
  ].filter((each) => each instanceof Prisma.Sql)
}
