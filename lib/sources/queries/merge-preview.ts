import { authorise, permissionRefusals } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { foundOr404 } from '@/lib/errors'
import { aliasesToAdd, type DroppedFacts, type Mergeable, mergeRefusals } from '@/lib/sources/merging'
import { MERGED_COLUMNS } from '@/lib/sources/schema'
import { Prisma } from '@/prisma/generated/client'

/** What only the database knows of a source that is to go. */
export async function droppedFacts(tx: Tx, kept: Mergeable, dropped: Mergeable): Promise<DroppedFacts> {
  const [facts] = await tx.$queryRaw<DroppedFacts[]>`
    WITH RECURSIVE up AS (
      SELECT "parentId" AS "id" FROM "Source" WHERE "id" = ${kept.id}::uuid
      UNION
      SELECT s."parentId" FROM up JOIN "Source" s ON s."id" = up."id"
    ), part AS (
      SELECT "id" AS "from", "id" FROM "Source" WHERE "id" IN (${kept.id}::uuid, ${dropped.id}::uuid)
      UNION
      SELECT part."from", p."wholeId" FROM part JOIN "SourcePart" p ON p."sourceId" = part."id"
      WHERE p."removedAt" IS NULL
    ) SELECT
      EXISTS (SELECT 1 FROM "Article" WHERE "sourceId" = ${dropped.id}::uuid) AS "isArticle",
      EXISTS (SELECT 1 FROM "Article" WHERE "outletId" = ${dropped.id}::uuid) AS "isOutletOfArticles",
      EXISTS (SELECT 1 FROM up WHERE "id" = ${dropped.id}::uuid) AS "isAboveKept",
      EXISTS (SELECT 1 FROM part WHERE part."from" <> part."id" AND part."id" IN (${kept.id}::uuid, ${dropped.id}::uuid))
        AS "isPartOfOther",
      EXISTS (SELECT 1 FROM "SourcePart" p WHERE p."removedAt" IS NULL
        AND ${dropped.id}::uuid IN (p."sourceId", p."wholeId")) AS "hasParts"`
  return foundOr404(facts, 'source')
}

export type MovedCount = (typeof MERGED_COLUMNS)[number] & { count: number }

async function countReferences(ctx: Ctx, id: string): Promise<MovedCount[]> {
  const counts = MERGED_COLUMNS.map(
    ({ table, column }, index) => Prisma.sql`
      SELECT ${index}::int AS "index", count(*)::int AS "count" FROM ${Prisma.raw(`"${table}"`)}
      WHERE "projectId" = ${projectOf(ctx)}::uuid AND ${Prisma.raw(`"${column}"`)} = ${id}::uuid`,
  )
  const rows = await ctx.db.$queryRaw<{ index: number; count: number }[]>`${Prisma.join(counts, ' UNION ALL ')}`
  return MERGED_COLUMNS.map((each, index) => ({
    ...each,
    count: rows.find((row) => row.index === index)?.count ?? 0,
  }))
}

type ClaimInPreview = { id: string; number: number; wording: string; articleId: string }

const MOST_CLAIMS = 20

/** Claims in one of whose chains the two stand side by side: after the merge one voice cites itself there. */
async function claimsWithBothInARow(ctx: Ctx, oneId: string, otherId: string) {
  const rows = await ctx.db.$queryRaw<(ClaimInPreview & { total: number })[]>`
    WITH beside AS (
      SELECT DISTINCT coalesce(a."claimId", e."claimId") AS "claimId"
      FROM "Hop" h
      JOIN "Hop" next ON next."attributionId" = h."attributionId" AND next."position" = h."position" + 1
      JOIN "Attribution" a ON a."id" = h."attributionId"
      LEFT JOIN "Evidence" e ON e."id" = a."evidenceId" AND e."withdrawnAt" IS NULL
      WHERE h."projectId" = ${projectOf(ctx)}::uuid
        AND (h."sourceId", next."sourceId") IN ((${oneId}::uuid, ${otherId}::uuid), (${otherId}::uuid, ${oneId}::uuid))
    )
    SELECT c."id", c."number", c."wording", c."articleId", count(*) OVER ()::int AS total
    FROM beside JOIN "Claim" c ON c."id" = beside."claimId" AND c."deletedAt" IS NULL
    ORDER BY c."id" LIMIT ${MOST_CLAIMS}`
  return { claims: rows.map(({ total, ...claim }) => claim), total: rows[0]?.total ?? 0 }
}

const card = {
  parent: { select: { id: true, name: true } },
  article: { select: { id: true } },
} satisfies Prisma.SourceInclude

/**
 * What merging one source into another would do, and every reason against it, the person's rights included. What it does
 * to the counts of origins is for `independence` to say. Throws `not-found`.
 */
export async function getMergePreview(ctx: Ctx, keptId: string, droppedId: string) {
  authorise('project:read', ctx.actor)
  const where = { projectId: projectOf(ctx), id: { in: [keptId, droppedId] } }
  const sources = await ctx.db.source.findMany({ where, include: card })
  const kept = foundOr404(
    sources.find(({ id }) => id === keptId),
    'source',
  )
  const dropped = foundOr404(
    sources.find(({ id }) => id === droppedId),
    'source',
  )
  const [facts, references, bothInARow] = await Promise.all([
    droppedFacts(ctx.db, kept, dropped),
    countReferences(ctx, dropped.id),
    claimsWithBothInARow(ctx, kept.id, dropped.id),
  ])
  return {
    ...{ kept, dropped, references, bothInARow },
    aliases: aliasesToAdd(kept, dropped),
    reasons: [...permissionRefusals('source:merge', ctx.actor), ...mergeRefusals(kept, dropped, facts)],
  }
}

export type MergePreview = Awaited<ReturnType<typeof getMergePreview>>
