import type { z } from 'zod'
import { parseInput } from '@/lib/audit/record'
import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import { COUNTED_TO, countUpTo } from '@/lib/database/bounded-count'
import { cutPage, numberedPage, pagesOf } from '@/lib/database/pages'
import { nameKey } from '@/lib/sources/name-key'
import { nameHolds } from '@/lib/sources/queries/folded-sql'
import { type HitRow, hitColumns, hitOf } from '@/lib/sources/queries/search-sources'
import { byClaims, mayBeUnnamed } from '@/lib/sources/queries/source-uses'
import { isLastHop, places, projectNamed } from '@/lib/sources/queries/stands'
import { type ListSources, listSourcesInput } from '@/lib/sources/schema'
import { Prisma, type ReliabilityGrade } from '@/prisma/generated/client'

const SOURCES_PER_PAGE = 50

type SourceListRow = HitRow & { grade: ReliabilityGrade | null; articleId: string | null }
/** `more`: it stands in more claims than were looked at, and nobody has counted them all since that changed. */
type Counts = { claims: number; asOrigin: number; asRelay: number; more: boolean }
type CountsOfSource = Counts & { sourceId: string }
const NO_COUNTS: Counts = { claims: 0, asOrigin: 0, asRelay: 0, more: false }

// Asked source by source, in the order of the list: as a condition on all of them, every chain of the project would be gone through.
const found = (rows: Prisma.Sql) => Prisma.sql`(SELECT TRUE ${rows} LIMIT 1)`
const inHops = (last: boolean) =>
  Prisma.sql`${found(Prisma.sql`FROM "Hop" h
  WHERE h."projectId" = s."projectId" AND h."sourceId" = s."id" AND ${last ? Prisma.empty : Prisma.sql`NOT`} ${isLastHop}`)} IS TRUE`

const PLACES: Record<NonNullable<ListSources['place']>, Prisma.Sql> = {
  origin: inHops(true),
  relay: inHops(false),
  never: Prisma.sql`NOT coalesce(${found(Prisma.sql`FROM "Hop" h WHERE h."projectId" = s."projectId" AND h."sourceId" = s."id"`)}, FALSE)
    AND NOT coalesce(${found(Prisma.sql`FROM "Evidence" e WHERE e."projectId" = s."projectId" AND e."sourceId" = s."id"
      AND e."withdrawnAt" IS NULL`)}, FALSE)`,
}

const latestGrade = Prisma.sql`(SELECT r."grade"::text FROM "SourceReliability" r WHERE r."sourceId" = s."id"
  ORDER BY r."judgedOn" DESC, r."createdAt" DESC, r."id" DESC LIMIT 1)`

// Of those that ever had it, which are few.
const hasGrade = (grade: ReliabilityGrade, projectId: string) => Prisma.sql`s."id" IN (
  SELECT r."sourceId" FROM "SourceReliability" r WHERE r."projectId" = ${projectId}::uuid AND r."grade" = ${grade}::"ReliabilityGrade"
) AND ${latestGrade} = ${grade}`

const ORDERS: Record<Exclude<ListSources['order'], 'claims'>, Prisma.Sql> = {
  name: Prisma.sql`s."nameKey", s."id"`,
  newest: Prisma.sql`s."createdAt" DESC, s."id" DESC`,
}

/** In the name or an alias, or near to the name: "Malick" finds Mallick. Looked up first, by index, whatever the order. */
function holds(search: string, projectId: string): Prisma.Sql {
  const key = nameKey(search)
  return Prisma.sql`s."id" = ANY(ARRAY(SELECT s."id" FROM "Source" s
    WHERE s."projectId" = ${projectId}::uuid AND (${nameHolds(key)} OR ${key} <% s."nameKey")))`
}

async function conditions(ctx: Ctx, asked: ListSources): Promise<Prisma.Sql> {
  const { search, kind, place, grade } = asked
  const article = Prisma.sql`EXISTS (SELECT 1 FROM "Article" a WHERE a."sourceId" = s."id")`
  const kinds =
    kind === 'ARTICLE'
      ? Prisma.sql`s."kind" = 'DOCUMENT' AND ${article}`
      : kind === 'DOCUMENT'
        ? Prisma.sql`s."kind" = 'DOCUMENT' AND NOT ${article}`
        : kind && Prisma.sql`s."kind" = ${kind}::"SourceKind"`
  const unnamed = place === 'never' ? await mayBeUnnamed(ctx.db, projectOf(ctx)) : null
  const parts = [
    Prisma.sql`s."projectId" = ${projectOf(ctx)}::uuid AND s."mergedIntoId" IS NULL`,
    search && nameKey(search) ? holds(search, projectOf(ctx)) : null,
    kinds,
    place && PLACES[place],
    unnamed,
    grade && (grade === 'none' ? Prisma.sql`${latestGrade} IS NULL` : hasGrade(grade, projectOf(ctx))),
  ]
  return Prisma.join(
    parts.filter((part) => part instanceof Prisma.Sql),
    ' AND ',
  )
}

// Of each source the places where it stands are looked at up to the limit: an agency stands in a tenth of all chains.
async function countNow(ctx: Ctx, ids: readonly string[], limit: number): Promise<CountsOfSource[]> {
  return ctx.db.$queryRaw`
    WITH ${projectNamed(projectOf(ctx))}
    SELECT listed."id" AS "sourceId", count(DISTINCT c."id")::int AS "claims",
      count(DISTINCT c."id") FILTER (WHERE st."place" = 'ORIGIN')::int AS "asOrigin",
      count(DISTINCT c."id") FILTER (WHERE st."place" = 'RELAY')::int AS "asRelay", count(*) > ${limit} AS "more"
    FROM unnest(${[...ids]}::uuid[]) AS listed("id"),
      LATERAL (SELECT * FROM (${places(Prisma.sql`ARRAY[listed."id"]`)}) found LIMIT ${limit + 1}) st
    JOIN "Claim" c ON c."id" = st."claimId" AND c."deletedAt" IS NULL
    GROUP BY listed."id"`
}

/** As the worker has counted them; what has changed since is counted now, up to the limit. */
async function countsOf(ctx: Ctx, ids: readonly string[], limit: number): Promise<Map<string, Counts>> {
  const counted = await ctx.db.$queryRaw<CountsOfSource[]>`
    SELECT u."sourceId", u."claims", u."asOrigin", u."asRelay", FALSE AS "more" FROM "SourceUse" u
    WHERE u."projectId" = ${projectOf(ctx)}::uuid AND u."sourceId" = ANY(${[...ids]}::uuid[])
      AND NOT EXISTS (SELECT 1 FROM "SourceRecount" m WHERE m."projectId" = u."projectId" AND m."sourceId" = u."sourceId")`
  const known = new Set(counted.map(({ sourceId }) => sourceId))
  const others = ids.filter((id) => !known.has(id))
  const now = others.length > 0 ? await countNow(ctx, others, limit) : []
  return new Map([...counted, ...now].map(({ sourceId, ...counts }) => [sourceId, counts]))
}

// By the claims that name it a source has no place of its own from which to go on: that order ends with its numbered pages.
const AFTER: Partial<Record<ListSources['order'], (from: Prisma.Sql) => Prisma.Sql>> = {
  name: (from) => Prisma.sql`AND (s."nameKey", s."id") > (SELECT f."nameKey", f."id" ${from})`,
  newest: (from) => Prisma.sql`AND (s."createdAt", s."id") < (SELECT f."createdAt", f."id" ${from})`,
}

/**
 * A page of 50 of the project's sources, without those merged into another, each with its claims and latest grade. Sources are counted up
 * to `limit`, and so far pages have numbers.
 */
export async function listSources(ctx: Ctx, raw: z.input<typeof listSourcesInput> = {}, limit = COUNTED_TO) {
  authorise('project:read', ctx.actor)
  const asked = parseInput(listSourcesInput, raw)
  const where = await conditions(ctx, asked)
  const goOn = AFTER[asked.order]
  const after = goOn && asked.after
  const from = Prisma.sql`FROM "Source" f WHERE f."projectId" = ${projectOf(ctx)}::uuid AND f."id" = ${after}::uuid`
  const skipped = after ? 0 : (numberedPage(asked.page, SOURCES_PER_PAGE, limit) - 1) * SOURCES_PER_PAGE
  const listed =
    asked.order === 'claims'
      ? byClaims(projectOf(ctx), where, skipped + SOURCES_PER_PAGE + 1)
      : {
          rows: Prisma.sql`"Source" s`,
          where: goOn && after ? Prisma.sql`${where} ${goOn(from)}` : where,
          order: ORDERS[asked.order],
        }
  const [total, found] = await Promise.all([
    countUpTo(async (most) => {
      const [counted] = await ctx.db.$queryRaw<{ found: number }[]>`
        SELECT count(*)::int AS "found" FROM (SELECT 1 FROM "Source" s WHERE ${where} LIMIT ${most}) counted`
      return counted?.found ?? 0
    }, limit),
    ctx.db.$queryRaw<SourceListRow[]>`
      SELECT ${hitColumns}, ${latestGrade} AS "grade",
        (SELECT a."id" FROM "Article" a WHERE a."sourceId" = s."id") AS "articleId"
      FROM ${listed.rows} LEFT JOIN "Source" parent ON parent."id" = s."parentId"
      WHERE ${listed.where} ORDER BY ${listed.order}
      LIMIT ${SOURCES_PER_PAGE + 1} OFFSET ${skipped}`,
  ])
  const { rows, goesOn } = cutPage(found, SOURCES_PER_PAGE)
  const counts = await countsOf(
    ctx,
    rows.map(({ id }) => id),
    limit,
  )
  const sources = rows.map((row) => ({
    ...hitOf(row),
    grade: row.grade,
    articleId: row.articleId,
    ...(counts.get(row.id) ?? NO_COUNTS),
  }))
  const last = goOn && rows.at(-1)?.id
  return { sources, total, ...pagesOf({ page: asked.page, after }, total, SOURCES_PER_PAGE, { last, goesOn, limit }) }
}

export type SourceListItem = Awaited<ReturnType<typeof listSources>>['sources'][number]
