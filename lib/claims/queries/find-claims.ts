import type { z } from 'zod'
import { parseInput } from '@/lib/audit/record'
import { authorise } from '@/lib/auth/permissions'
import { type FindClaims, findClaimsInput, NOT_RATED, UNDONE } from '@/lib/claims/find-schema'
import { countedSo, gatheredBy, originsSo } from '@/lib/claims/queries/gathered-filters'
import { saidHolds } from '@/lib/claims/queries/search-sql'
import { type Ctx, projectOf } from '@/lib/context'
import { type BoundedCount, bounded, COUNTED_TO } from '@/lib/database/bounded-count'
import { cutPage, numberedPage, type Pages, pagesOf } from '@/lib/database/pages'
import { dateToDay, dayToDate } from '@/lib/fields'
import { isLastHop, places, projectNamed } from '@/lib/sources/queries/stands'
import { Prisma } from '@/prisma/generated/client'

const CLAIMS_PER_PAGE = 50
/** So many are looked up beforehand by what they have in common; where there are more, the list is gone through in its order instead. */
const GATHERED = 5000
/** So many claims that have just changed are searched as they are now. */
const READ_NOW = 100

/** Something that is asked of claims: those that have it, found by an index, and whether one (`c`) has it. */
type Filter = { found: Prisma.Sql; holds: Prisma.Sql }

const isMarked = (projectId: string, id: Prisma.Sql) =>
  Prisma.sql`EXISTS (SELECT 1 FROM "ClaimRecount" r WHERE r."projectId" = ${projectId}::uuid AND r."claimId" = ${id})`

function searched(typed: string, projectId: string): Filter | null {
  const read = saidHolds(typed, Prisma.sql`p."said"`, Prisma.sql`p."search"`)
  const now = saidHolds(typed, Prisma.sql`s."said"`, Prisma.sql`search_vector(s."said", s."language")`)
  if (!read || !now) return null
  return {
    found: Prisma.sql`SELECT p."claimId" FROM "ClaimProjection" p WHERE p."projectId" = ${projectId}::uuid AND ${read}
        AND NOT ${isMarked(projectId, Prisma.sql`p."claimId"`)}
      UNION SELECT s."claimId" FROM claims_said(ARRAY(SELECT r."claimId" FROM "ClaimRecount" r
        WHERE r."projectId" = ${projectId}::uuid ORDER BY r."stateSince" DESC LIMIT ${READ_NOW})) s WHERE ${now}`,
    holds: countedSo(read),
  }
}

function naming({ sourceId, place }: FindClaims): Filter {
  const last = place === 'origin' ? isLastHop : Prisma.sql`NOT ${isLastHop}`
  const wanted = place ? Prisma.sql`AND ${last}` : Prisma.empty
  const among = place ? Prisma.sql`WHERE st."place" = ${place.toUpperCase()}` : Prisma.empty
  const hop = Prisma.sql`JOIN "Hop" h ON h."attributionId" = t."id" AND h."sourceId" = ${sourceId}::uuid ${wanted}`
  const alone = place
    ? Prisma.empty
    : Prisma.sql`OR EXISTS (SELECT 1 FROM "Evidence" e WHERE e."claimId" = c."id" AND e."sourceId" = ${sourceId}::uuid AND e."withdrawnAt" IS NULL)`
  return {
    found: Prisma.sql`SELECT st."claimId" FROM (${places(Prisma.sql`ARRAY[${sourceId}::uuid]`)}) st ${among}`,
    holds: Prisma.sql`(EXISTS (SELECT 1 FROM "Attribution" t ${hop} WHERE t."claimId" = c."id")
      OR EXISTS (SELECT 1 FROM "Evidence" e JOIN "Attribution" t ON t."evidenceId" = e."id" ${hop}
        WHERE e."claimId" = c."id" AND e."withdrawnAt" IS NULL) ${alone})`,
  }
}

const assignment = (asked: Prisma.Sql) =>
  Prisma.sql`EXISTS (SELECT 1 FROM "Assignment" x WHERE x."claimId" = c."id" AND x."endedAt" IS NULL AND ${asked})`

function assignedTo(column: 'assigneeId' | 'reviewerId', who: string): Filter {
  const is = Prisma.sql`x.${Prisma.raw(`"${column}"`)} = ${who}::uuid`
  return {
    found: Prisma.sql`SELECT x."claimId" FROM "Assignment" x WHERE ${is} AND x."endedAt" IS NULL`,
    holds: assignment(is),
  }
}

function ofEvent(eventId: string, projectId: string): Filter {
  const inEvent = (table: 'Figure' | 'Warning') =>
    Prisma.sql`SELECT e."claimId" FROM ${Prisma.raw(`"${table}"`)} e WHERE e."projectId" = ${projectId}::uuid AND e."eventId" = ${eventId}::uuid`
  const both = Prisma.sql`${inEvent('Figure')} UNION ${inEvent('Warning')}`
  return { found: both, holds: Prisma.sql`c."id" IN (${both})` }
}

const ofArticle = (articleId: string): Filter => ({
  found: Prisma.sql`SELECT a."id" AS "claimId" FROM "Claim" a WHERE a."articleId" = ${articleId}::uuid AND a."deletedAt" IS NULL`,
  holds: Prisma.sql`c."articleId" = ${articleId}::uuid`,
})

/** What an index finds at once; of each first those that have it, where they are not too many. */
function filtersOf(asked: FindClaims, projectId: string): Filter[] {
  const { search, checker, reviewer, sourceId, eventId, articleId } = asked
  return [
    search && searched(search, projectId),
    articleId && ofArticle(articleId),
    sourceId && naming(asked),
    eventId && ofEvent(eventId, projectId),
    checker && checker !== 'nobody' && assignedTo('assigneeId', checker),
    reviewer && reviewer !== 'nobody' && assignedTo('reviewerId', reviewer),
  ].filter((filter) => typeof filter === 'object' && filter !== null)
}

/** The verdict that a list shows: the approved one, else the latest. */
const RATING = Prisma.sql`(SELECT g."key" FROM "Rating" g WHERE g."id" = coalesce(
  (SELECT v."ratingId" FROM "Verdict" v WHERE v."id" = c."approvedVerdictId"),
  (SELECT v."ratingId" FROM "Verdict" v WHERE v."claimId" = c."id" ORDER BY v."createdAt" DESC LIMIT 1)))`

const WEEK = 7 * 24 * 60 * 60 * 1000

/** What is looked up claim by claim, so that PostgreSQL gathers none of it from the whole project. */
function conditions(asked: FindClaims, today: string, week: string): Prisma.Sql[] {
  const { state, category, checked, checker, reviewer, rating, origins, attention, due, language, tag } = asked
  const DUE: Record<NonNullable<FindClaims['due']>, Prisma.Sql> = {
    late: Prisma.sql`${assignment(Prisma.sql`x."dueOn" < ${today}::date`)} AND c."state" = ANY(${[...UNDONE]}::"ReviewState"[])`,
    week: assignment(Prisma.sql`x."dueOn" >= ${today}::date AND x."dueOn" <= ${week}::date`),
    none: Prisma.sql`NOT ${assignment(Prisma.sql`x."dueOn" IS NOT NULL`)}`,
  }
  const spoken = Prisma.sql`(SELECT a."language" FROM "Article" a WHERE a."id" = c."articleId")`
  const parts = [
    state &&
      (state === 'UNDONE'
        ? Prisma.sql`c."state" = ANY(${[...UNDONE]}::"ReviewState"[])`
        : Prisma.sql`c."state" = ${state}::"ReviewState"`),
    category && Prisma.sql`c."category" = ${category}::"ClaimCategory"`,
    checked && Prisma.sql`c."checked" = ${checked}::"CheckedAspect"`,
    checker === 'nobody' && Prisma.sql`NOT ${assignment(Prisma.sql`TRUE`)}`,
    reviewer === 'nobody' && Prisma.sql`NOT ${assignment(Prisma.sql`x."reviewerId" IS NOT NULL`)}`,
    rating && (rating === NOT_RATED ? Prisma.sql`${RATING} IS NULL` : Prisma.sql`${RATING} = ${rating}`),
    origins && originsSo(origins),
    attention && countedSo(Prisma.sql`p."needsAttention"`),
    due && DUE[due],
    language &&
      (language === 'other'
        ? Prisma.sql`coalesce(${spoken}, '') NOT IN ('fr', 'en')`
        : Prisma.sql`${spoken} = ${language}`),
    tag && Prisma.sql`c."tags" <> '{}' AND c."tags" @> ARRAY[${tag}]::text[]`,
  ]
  return parts.filter((part) => part instanceof Prisma.Sql)
}

type Order = { from: Prisma.Sql; by: Prisma.Sql; after: ((id: string) => Prisma.Sql) | null }
const CLAIMS = Prisma.sql`"Claim" c`
const ORDERS: Record<FindClaims['order'], Order> = {
  newest: {
    from: CLAIMS,
    by: Prisma.sql`c."createdAt" DESC, c."id" DESC`,
    after: (id) =>
      Prisma.sql`(c."createdAt", c."id") < (SELECT f."createdAt", f."id" FROM "Claim" f WHERE f."id" = ${id}::uuid)`,
  },
  waiting: {
    from: CLAIMS,
    by: Prisma.sql`c."stateSince", c."id"`,
    after: (id) =>
      Prisma.sql`(c."stateSince", c."id") > (SELECT f."stateSince", f."id" FROM "Claim" f WHERE f."id" = ${id}::uuid)`,
  },
  due: {
    from: Prisma.sql`"Assignment" d JOIN "Claim" c ON c."id" = d."claimId" AND d."endedAt" IS NULL AND d."dueOn" IS NOT NULL`,
    by: Prisma.sql`d."dueOn", d."claimId"`,
    after: (id) => Prisma.sql`(d."dueOn", d."claimId") > (SELECT f."dueOn", f."claimId" FROM "Assignment" f
      WHERE f."claimId" = ${id}::uuid AND f."endedAt" IS NULL)`,
  },
}

const dayIn = (timeZone: string, now: Date) => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(now)

/** What is asked, as conditions on `c`: with the claims themselves where few have what is asked. */
async function wanted(ctx: Ctx, asked: FindClaims, most = GATHERED): Promise<Prisma.Sql> {
  const projectId = projectOf(ctx)
  const project = await ctx.db.project.findUniqueOrThrow({ where: { id: projectId }, select: { timeZone: true } })
  const today = dayIn(project.timeZone, ctx.now)
  const week = new Date((dayToDate(today)?.getTime() ?? 0) + WEEK).toISOString().slice(0, 10)
  // Whether a claim has what these find is among the conditions.
  const more = gatheredBy(asked, projectId, today, week).map((found) => ({ found, holds: Prisma.sql`TRUE` }))
  const gathered = await Promise.all(
    [...filtersOf(asked, projectId), ...more].map(async ({ found, holds }) => {
      const [row] = await ctx.db.$queryRaw<{ ids: string[] | null }[]>`
        WITH ${projectNamed(projectId)}, few AS MATERIALIZED (SELECT "claimId" FROM (${found}) each WHERE "claimId" IS NOT NULL LIMIT ${most + 1})
        SELECT CASE WHEN (SELECT count(*) FROM few) <= ${most} THEN ARRAY(SELECT "claimId"::text FROM few) END AS "ids"`
      return row?.ids ? Prisma.sql`c."id" = ANY(${[...new Set(row.ids)]}::uuid[])` : holds
    }),
  )
  return Prisma.join(
    [
      Prisma.sql`c."projectId" = ${projectId}::uuid AND c."deletedAt" IS NULL`,
      ...gathered,
      ...conditions(asked, today, week),
      Prisma.sql`(SELECT a."archivedAt" IS NULL FROM "Article" a WHERE a."id" = c."articleId")`,
    ],
    ' AND ',
  )
}

const ratingLook = { key: true, labelFr: true, labelEn: true, value: true, colour: true } satisfies Prisma.RatingSelect
const person = { select: { id: true, name: true } } satisfies Prisma.UserDefaultArgs

const row = {
  ...{
    id: true,
    number: true,
    wording: true,
    category: true,
    checked: true,
    state: true,
    stateSince: true,
    tags: true,
    createdAt: true,
  },
  articleId: true,
  article: { select: { title: true, language: true, outlet: { select: { name: true } } } },
  assignments: { where: { endedAt: null }, take: 1, select: { dueOn: true, assignee: person, reviewer: person } },
  verdicts: { orderBy: { createdAt: 'desc' }, take: 1, select: { rating: { select: ratingLook } } },
  approvedVerdict: { select: { rating: { select: ratingLook } } },
  projection: { select: { origins: true, undetermined: true, needsAttention: true } },
} satisfies Prisma.ClaimSelect

type FoundRow = Prisma.ClaimGetPayload<{ select: typeof row }>

const toFound = (
  { assignments, article, verdicts, approvedVerdict, projection, ...claim }: FoundRow,
  isBeingCounted: boolean,
) => {
  const rating = (approvedVerdict ?? verdicts[0])?.rating
  return {
    ...claim,
    article: { title: article.title, language: article.language, outlet: article.outlet?.name ?? null },
    assignee: assignments[0]?.assignee ?? null,
    reviewer: assignments[0]?.reviewer ?? null,
    dueOn: dateToDay(assignments[0]?.dueOn ?? null),
    verdict: rating ? { rating, approved: approvedVerdict !== null } : null,
    /** Null while the worker has yet to count it. */
    counted: isBeingCounted ? null : projection,
  }
}
export type SearchedClaim = ReturnType<typeof toFound>

/** These claims of the project as a list shows them, in this order. */
async function readFound(ctx: Ctx, ids: readonly string[]): Promise<SearchedClaim[]> {
  const where = { projectId: projectOf(ctx), claimId: { in: [...ids] } }
  const [rows, marks] = await Promise.all([
    ctx.db.claim.findMany({ where: { projectId: projectOf(ctx), id: { in: [...ids] } }, select: row }),
    ctx.db.claimRecount.findMany({ where, select: { claimId: true } }),
  ])
  const marked = new Set(marks.map(({ claimId }) => claimId))
  const byId = new Map(rows.map((each) => [each.id, toFound(each, marked.has(each.id))]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

type IdRow = { id: string }

/**
 * A page of 50 of the project's claims, of all articles that are not archived, as somebody asks for them; counted up to `limit`, and so far
 * pages have numbers. `gathered`: so many are looked up beforehand by what they have in common. Its effort grows with what is found, and with what is gone through to find it, never with all claims of a project.
 */
export async function findClaims(
  ctx: Ctx,
  raw: z.input<typeof findClaimsInput> = {},
  { limit = COUNTED_TO, gathered = GATHERED } = {},
): Promise<{ claims: SearchedClaim[]; total: BoundedCount } & Pages> {
  authorise('project:read', ctx.actor)
  const asked = parseInput(findClaimsInput, raw)
  const { from, by, after } = ORDERS[asked.order]
  const where = await wanted(ctx, asked, gathered)
  const goOn = asked.after && after ? Prisma.sql`AND ${after(asked.after)}` : Prisma.empty
  const skipped = asked.after ? 0 : (numberedPage(asked.page, CLAIMS_PER_PAGE, limit) - 1) * CLAIMS_PER_PAGE
  const [[sum], found] = await Promise.all([
    ctx.db.$queryRaw<{ found: number }[]>`
      SELECT count(*)::int AS "found" FROM (SELECT 1 FROM ${from} WHERE ${where} LIMIT ${limit + 1}) counted`,
    ctx.db.$queryRaw<IdRow[]>`
      SELECT c."id"::text FROM ${from} WHERE ${where} ${goOn} ORDER BY ${by} LIMIT ${CLAIMS_PER_PAGE + 1} OFFSET ${skipped}`,
  ])
  const { rows, goesOn } = cutPage(found, CLAIMS_PER_PAGE)
  const total = bounded(sum?.found ?? 0, limit)
  const claims = await readFound(
    ctx,
    rows.map(({ id }) => id),
  )
  const at = { page: asked.page, after: asked.after }
  return { claims, total, ...pagesOf(at, total, CLAIMS_PER_PAGE, { last: rows.at(-1)?.id, goesOn, limit }) }
}

// So many are read at once for a file.
const AT_ONCE = 500

/** All that is asked for, whatever the page, in batches: a file is written as it is read, and takes no more memory for more claims. */
export async function* eachFoundClaim(
  ctx: Ctx,
  raw: z.input<typeof findClaimsInput> = {},
): AsyncGenerator<SearchedClaim[]> {
  authorise('project:read', ctx.actor)
  const asked = parseInput(findClaimsInput, raw)
  const { from, by, after } = ORDERS[asked.order]
  const where = await wanted(ctx, asked)
  for (let last: string | undefined; ; ) {
    const goOn = last && after ? Prisma.sql`AND ${after(last)}` : Prisma.empty
    const rows = await ctx.db.$queryRaw<IdRow[]>`
      SELECT c."id"::text FROM ${from} WHERE ${where} ${goOn} ORDER BY ${by} LIMIT ${AT_ONCE}`
    if (rows.length === 0) return
    yield await readFound(
      ctx,
      rows.map(({ id }) => id),
    )
    last = rows.at(-1)?.id
    if (rows.length < AT_ONCE) return
  }
}
