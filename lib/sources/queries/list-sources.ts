import type { z } from 'zod'
import { parseInput } from '@/lib/audit/record'
import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import { nameKey } from '@/lib/sources/name-key'
import { nameHolds } from '@/lib/sources/queries/folded-sql'
import { type HitRow, hitColumns, hitOf } from '@/lib/sources/queries/search-sources'
import { isLastHop, standsOf } from '@/lib/sources/queries/stands'
import { type ListSources, listSourcesInput } from '@/lib/sources/schema'
import { Prisma, type ReliabilityGrade } from '@/prisma/generated/client'

export const SOURCES_PER_PAGE = 50

type Row = HitRow & { grade: ReliabilityGrade | null; articleId: string | null }
type Counts = { claims: number; asOrigin: number; asRelay: number }
const NO_COUNTS: Counts = { claims: 0, asOrigin: 0, asRelay: 0 }

const inHops = (last: boolean) => Prisma.sql`EXISTS (SELECT 1 FROM "Hop" h
  WHERE h."projectId" = s."projectId" AND h."sourceId" = s."id" AND ${last ? Prisma.empty : Prisma.sql`NOT`} ${isLastHop})`

const PLACES: Record<NonNullable<ListSources['place']>, Prisma.Sql> = {
  origin: inHops(true),
  relay: inHops(false),
  never: Prisma.sql`NOT EXISTS (SELECT 1 FROM "Hop" h WHERE h."projectId" = s."projectId" AND h."sourceId" = s."id")
    AND NOT EXISTS (SELECT 1 FROM "Evidence" e WHERE e."projectId" = s."projectId" AND e."sourceId" = s."id"
      AND e."withdrawnAt" IS NULL)`,
}

const latestGrade = Prisma.sql`(SELECT r."grade"::text FROM "SourceReliability" r WHERE r."sourceId" = s."id"
  ORDER BY r."judgedOn" DESC, r."createdAt" DESC, r."id" DESC LIMIT 1)`

const ORDERS: Record<ListSources['order'], Prisma.Sql> = {
  name: Prisma.sql`s."nameKey", s."id"`,
  newest: Prisma.sql`s."createdAt" DESC, s."id" DESC`,
  claims: Prisma.sql`(SELECT count(*) FROM "Hop" h WHERE h."projectId" = s."projectId" AND h."sourceId" = s."id") DESC,
    s."nameKey", s."id"`,
}

/** In the name or an alias, or near to the name: "Malick" finds Mallick. Looked up first, by index, whatever the order. */
function holds(search: string, projectId: string): Prisma.Sql {
  const key = nameKey(search)
  return Prisma.sql`s."id" = ANY(ARRAY(SELECT s."id" FROM "Source" s
    WHERE s."projectId" = ${projectId}::uuid AND (${nameHolds(key)} OR ${key} <% s."nameKey")))`
}

function conditions(ctx: Ctx, asked: ListSources): Prisma.Sql {
  const { search, kind, place, grade } = asked
  const article = Prisma.sql`EXISTS (SELECT 1 FROM "Article" a WHERE a."sourceId" = s."id")`
  const kinds =
    kind === 'ARTICLE'
      ? article
      : kind === 'DOCUMENT'
        ? Prisma.sql`s."kind" = 'DOCUMENT' AND NOT ${article}`
        : kind && Prisma.sql`s."kind"::text = ${kind}`
  const parts = [
    Prisma.sql`s."projectId" = ${projectOf(ctx)}::uuid AND s."mergedIntoId" IS NULL`,
    search && nameKey(search) ? holds(search, projectOf(ctx)) : null,
    kinds,
    place && PLACES[place],
    grade && (grade === 'none' ? Prisma.sql`${latestGrade} IS NULL` : Prisma.sql`${latestGrade} = ${grade}`),
  ]
  return Prisma.join(
    parts.filter((part) => part instanceof Prisma.Sql),
    ' AND ',
  )
}

async function countsOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Counts>> {
  const rows = await ctx.db.$queryRaw<(Counts & { sourceId: string })[]>`
    WITH ${standsOf(projectOf(ctx), ids)}
    SELECT st."sourceId", count(DISTINCT c."id")::int AS "claims",
      count(DISTINCT c."id") FILTER (WHERE st."place" = 'ORIGIN')::int AS "asOrigin",
      count(DISTINCT c."id") FILTER (WHERE st."place" = 'RELAY')::int AS "asRelay"
    FROM stands st JOIN "Claim" c ON c."id" = st."claimId" AND c."deletedAt" IS NULL
    GROUP BY st."sourceId"`
  return new Map(rows.map(({ sourceId, ...counts }) => [sourceId, counts]))
}

/** A page of 50 of the project's sources, without those merged into another, each with its claims and latest grade. */
export async function listSources(ctx: Ctx, raw: z.input<typeof listSourcesInput> = {}) {
  authorise('project:read', ctx.actor)
  const asked = parseInput(listSourcesInput, raw)
  const where = conditions(ctx, asked)
  const [[counted], rows] = await Promise.all([
    ctx.db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM "Source" s WHERE ${where}`,
    ctx.db.$queryRaw<Row[]>`
      SELECT ${hitColumns}, ${latestGrade} AS "grade",
        (SELECT a."id" FROM "Article" a WHERE a."sourceId" = s."id") AS "articleId"
      FROM "Source" s LEFT JOIN "Source" parent ON parent."id" = s."parentId"
      WHERE ${where} ORDER BY ${ORDERS[asked.order]}
      LIMIT ${SOURCES_PER_PAGE} OFFSET ${(asked.page - 1) * SOURCES_PER_PAGE}`,
  ])
  const total = counted?.total ?? 0
  const counts = await countsOf(
    ctx,
    rows.map(({ id }) => id),
  )
  const sources = rows.map((row) => ({
    ...hitOf(row),
    grade: row.grade,
    articleId: row.articleId,
    ...(counts.get(row.id) ?? NO_COUNTS),
  }))
  return { sources, total, page: asked.page, pages: Math.max(1, Math.ceil(total / SOURCES_PER_PAGE)) }
}

export type SourceListItem = Awaited<ReturnType<typeof listSources>>['sources'][number]
