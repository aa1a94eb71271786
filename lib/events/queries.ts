import type { z } from 'zod'
import { parseInput } from '@/lib/audit/record'
import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import { bounded, COUNTED_TO } from '@/lib/database/bounded-count'
import { cutPage, numberedPage, pagesOf } from '@/lib/database/pages'
import { foundOr404 } from '@/lib/errors'
import { type EventValue, listEventsInput, searchEventsInput } from '@/lib/events/schema'
import { clockFrom, worldDateFrom } from '@/lib/fields'
import { eventId as parseEventId } from '@/lib/ids'
import { nameKey } from '@/lib/sources/name-key'
import { type Event, Prisma } from '@/prisma/generated/client'

const EVENTS_PER_PAGE = 50

type Counts = { figures: number; warnings: number }

const viewOf = (row: Event, { figures, warnings }: Counts) => ({
  id: row.id,
  title: row.title,
  place: row.place,
  note: row.note,
  happened: worldDateFrom(
    row.happenedVerbatim,
    row.happenedEarliest,
    row.happenedLatest,
    row.happenedPrecision,
    clockFrom(row.happenedFrom, row.happenedUntil, row.happenedZone),
  ),
  version: row.version,
  figures,
  warnings,
})

export type EventView = ReturnType<typeof viewOf>

/** Events in this order, each with how many figures and warnings stand on it: theirs are counted, and nobody else's. */
async function viewsOf(ctx: Ctx, ids: readonly string[]): Promise<EventView[]> {
  const rows = await ctx.db.$queryRaw<(Event & Counts)[]>`
    SELECT e.*,
      (SELECT count(*)::int FROM "Figure" f JOIN "Claim" c ON c."id" = f."claimId" AND c."deletedAt" IS NULL
        WHERE f."projectId" = e."projectId" AND f."eventId" = e."id") AS "figures",
      (SELECT count(*)::int FROM "Warning" w JOIN "Claim" c ON c."id" = w."claimId" AND c."deletedAt" IS NULL
        WHERE w."projectId" = e."projectId" AND w."eventId" = e."id") AS "warnings"
    FROM "Event" e WHERE e."projectId" = ${projectOf(ctx)}::uuid AND e."id" = ANY(${[...ids]}::uuid[])`
  const views = new Map(rows.map((row) => [row.id, viewOf(row, row)]))
  return ids.flatMap((id) => views.get(id) ?? [])
}

// Prisma passes `contains` to LIKE as it is.
const literally = (text: string) => text.replace(/[\\%_]/g, '\\$&')
const titleHolds = (text: string | null): Prisma.EventWhereInput =>
  text ? { titleKey: { contains: literally(nameKey(text)) } } : {}

/** The project's events whose title holds the words, those that begin with them first; no words: the newest. */
export async function searchEvents(ctx: Ctx, raw: z.input<typeof searchEventsInput> = {}) {
  authorise('project:read', ctx.actor)
  const { text, limit } = parseInput(searchEventsInput, raw)
  const found = await ctx.db.event.findMany({
    where: { projectId: projectOf(ctx), ...titleHolds(text) },
    orderBy: text ? [{ titleKey: 'asc' }] : [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true, title: true, titleKey: true, place: true },
    take: 100,
  })
  const begins = ({ titleKey }: { titleKey: string }) => (text && titleKey.startsWith(nameKey(text)) ? 0 : 1)
  return found
    .sort((a, b) => begins(a) - begins(b))
    .slice(0, limit)
    .map(({ id, title, place }) => ({ id, title, place }))
}

export type EventHit = Awaited<ReturnType<typeof searchEvents>>[number]

/**
 * The event of the figure or warning that was entered last in an article: the next one may well be about it. Null while none
 * is about any. Ids are made in the order of time (UUIDv7).
 */
export async function findEventOfArticle(ctx: Ctx, articleId: string): Promise<EventValue | null> {
  authorise('project:read', ctx.actor)
  // Found through the article's claims: by the ids alone all of the project's figures would be looked through.
  const [latest] = await ctx.db.$queryRaw<EventValue[]>`
    WITH told AS MATERIALIZED (
      SELECT f."id", f."eventId" FROM "Claim" c JOIN "Figure" f ON f."claimId" = c."id"
      WHERE c."projectId" = ${projectOf(ctx)}::uuid AND c."articleId" = ${articleId}::uuid AND c."deletedAt" IS NULL
      UNION ALL
      SELECT w."id", w."eventId" FROM "Claim" c JOIN "Warning" w ON w."claimId" = c."id"
      WHERE c."projectId" = ${projectOf(ctx)}::uuid AND c."articleId" = ${articleId}::uuid AND c."deletedAt" IS NULL
    )
    SELECT e."id", e."title" FROM told JOIN "Event" e ON e."id" = told."eventId" ORDER BY told."id" DESC LIMIT 1`
  return latest ?? null
}

/**
 * A page of 50 of the project's events, the newest first, with how many figures and warnings stand on each. They are counted, and pages
 * have numbers, up to `limit`.
 */
export async function listEvents(ctx: Ctx, raw: z.input<typeof listEventsInput> = {}, limit = COUNTED_TO) {
  authorise('project:read', ctx.actor)
  const { search, page, after } = parseInput(listEventsInput, raw)
  const projectId = projectOf(ctx)
  const held = search ? Prisma.sql`AND e."titleKey" LIKE ${`%${literally(nameKey(search))}%`}` : Prisma.empty
  const where = Prisma.sql`e."projectId" = ${projectId}::uuid ${held}`
  const from = after
    ? Prisma.sql`AND (e."createdAt", e."id") < (SELECT f."createdAt", f."id" FROM "Event" f
        WHERE f."projectId" = ${projectId}::uuid AND f."id" = ${after}::uuid)`
    : Prisma.empty
  const skipped = after ? 0 : (numberedPage(page, EVENTS_PER_PAGE, limit) - 1) * EVENTS_PER_PAGE
  const [asked] = await ctx.db.$queryRaw<{ found: number; ids: string[] }[]>`
    SELECT (SELECT count(*)::int FROM (SELECT 1 FROM "Event" e WHERE ${where} LIMIT ${limit + 1}) counted) AS "found",
      ARRAY(SELECT e."id"::text FROM "Event" e WHERE ${where} ${from}
        ORDER BY e."createdAt" DESC, e."id" DESC LIMIT ${EVENTS_PER_PAGE + 1} OFFSET ${skipped}) AS "ids"`
  const total = bounded(asked?.found ?? 0, limit)
  const { rows: ids, goesOn } = cutPage(asked?.ids ?? [], EVENTS_PER_PAGE)
  return {
    ...{ events: await viewsOf(ctx, ids), total },
    ...pagesOf({ page, after }, total, EVENTS_PER_PAGE, { last: ids.at(-1), goesOn, limit }),
  }
}

/** One event of the project. Throws `not-found`. */
export async function getEvent(ctx: Ctx, id: string): Promise<EventView> {
  authorise('project:read', ctx.actor)
  const asked = parseEventId.safeParse(id).data
  const [view] = asked ? await viewsOf(ctx, [asked]) : []
  return foundOr404(view, 'event')
}

/** The place of an event of the project; null where it has none, or there is no such event. */
export async function findEventPlace(ctx: Ctx, id: string): Promise<string | null> {
  authorise('project:read', ctx.actor)
  const asked = parseEventId.safeParse(id).data
  const where = { id: asked, projectId: projectOf(ctx) }
  return asked ? ((await ctx.db.event.findFirst({ where, select: { place: true } }))?.place ?? null) : null
}
