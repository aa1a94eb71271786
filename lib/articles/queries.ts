import type { z } from 'zod'
import { articleProgress, type ClaimCounts } from '@/lib/articles/progress'
import { articleOfHash } from '@/lib/articles/queries/same-text'
import { waitingInVersion } from '@/lib/articles/queries/waiting-sql'
import { listArticlesInput } from '@/lib/articles/schema'
import { parseInput } from '@/lib/audit/record'
import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import { bounded, COUNTED_TO } from '@/lib/database/bounded-count'
import { cutPage, numberedPage, pagesOf } from '@/lib/database/pages'
import type { Tx } from '@/lib/db'
import { foundOr404 } from '@/lib/errors'
import { clockFrom, type WorldDate, worldDateFrom } from '@/lib/fields'
import { sha256 } from '@/lib/sha256'
import { nameKey } from '@/lib/sources/name-key'
import { type Article, Prisma } from '@/prisma/generated/client'

const ARTICLES_PER_PAGE = 50

/** The publication date of an article's row, or null when it is not known. */
export function publishedOf(
  row: Pick<
    Article,
    | ('publishedVerbatim' | 'publishedEarliest' | 'publishedLatest' | 'publishedPrecision')
    | ('publishedFrom' | 'publishedUntil' | 'publishedZone')
  >,
): WorldDate | null {
  const { publishedVerbatim, publishedEarliest, publishedLatest, publishedPrecision } = row
  const times = clockFrom(row.publishedFrom, row.publishedUntil, row.publishedZone)
  return worldDateFrom(publishedVerbatim, publishedEarliest, publishedLatest, publishedPrecision, times)
}

const literally = (text: string) => text.replace(/[\\%_]/g, '\\$&')

/**
 * In the title, or in the folded name of the article as a source: without regard to case and accents. Each looked up by its own index:
 * in one condition none would be used.
 */
const titleHolds = (projectId: string, search: string) => Prisma.sql`a."id" IN (
  SELECT t."id" FROM "Article" t WHERE t."projectId" = ${projectId}::uuid AND t."title" ILIKE ${`%${literally(search)}%`}
  UNION ALL
  SELECT t."id" FROM "Source" s JOIN "Article" t ON t."sourceId" = s."id"
  WHERE s."projectId" = ${projectId}::uuid AND s."nameKey" LIKE ${`%${literally(nameKey(search))}%`})`

const outlet = { select: { id: true, name: true, kind: true, role: true } } as const

async function claimCounts(ctx: Ctx, articleIds: string[]): Promise<Map<string, ClaimCounts>> {
  const rows = await ctx.db.claim.groupBy({
    by: ['articleId', 'state'],
    where: { projectId: projectOf(ctx), articleId: { in: articleIds }, deletedAt: null },
    _count: true,
  })
  const counts = new Map<string, ClaimCounts>()
  for (const row of rows) counts.set(row.articleId, { ...counts.get(row.articleId), [row.state]: row._count })
  return counts
}

type ArticleListQuery = z.output<typeof listArticlesInput>

/** The ids of a page and of the article after it, the newest first, and how many are asked for in all. */
async function findPage(ctx: Ctx, { archived, search, page, after }: ArticleListQuery, limit: number) {
  const projectId = projectOf(ctx)
  const where = Prisma.sql`a."projectId" = ${projectId}::uuid
    AND a."archivedAt" IS ${archived ? Prisma.sql`NOT NULL` : Prisma.sql`NULL`}
    ${search ? Prisma.sql`AND ${titleHolds(projectId, search)}` : Prisma.empty}`
  const from = after
    ? Prisma.sql`AND (a."createdAt", a."id") < (SELECT f."createdAt", f."id" FROM "Article" f
        WHERE f."projectId" = ${projectId}::uuid AND f."id" = ${after}::uuid)`
    : Prisma.empty
  const skipped = after ? 0 : (numberedPage(page, ARTICLES_PER_PAGE, limit) - 1) * ARTICLES_PER_PAGE
  const [asked] = await ctx.db.$queryRaw<{ found: number; ids: string[] }[]>`
    SELECT (SELECT count(*)::int FROM (SELECT 1 FROM "Article" a WHERE ${where} LIMIT ${limit + 1}) counted) AS "found",
      ARRAY(SELECT a."id"::text FROM "Article" a WHERE ${where} ${from}
        ORDER BY a."createdAt" DESC, a."id" DESC LIMIT ${ARTICLES_PER_PAGE + 1} OFFSET ${skipped}) AS "ids"`
  const total = bounded(asked?.found ?? 0, limit)
  const { rows: ids, goesOn } = cutPage(asked?.ids ?? [], ARTICLES_PER_PAGE)
  return { ids, total, ...pagesOf({ page, after }, total, ARTICLES_PER_PAGE, { last: ids.at(-1), goesOn, limit }) }
}

/**
 * A page of 50 of the project's articles, the newest first, each with its latest version's size and its progress. They are counted, and
 * pages have numbers, up to `limit`.
 */
export async function listArticles(ctx: Ctx, raw: z.input<typeof listArticlesInput> = {}, limit = COUNTED_TO) {
  authorise('project:read', ctx.actor)
  const { ids, ...place } = await findPage(ctx, parseInput(listArticlesInput, raw), limit)
  const latest = { orderBy: { number: 'desc' }, take: 1, select: { id: true, number: true, codePoints: true } } as const
  const rows = await ctx.db.article.findMany({
    where: { projectId: projectOf(ctx), id: { in: ids } },
    include: { outlet, versions: latest },
  })
  rows.sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))
  const counts = await claimCounts(
    ctx,
    rows.map((row) => row.id),
  )
  const articles = rows.map((row) => ({
    id: row.id,
    title: row.title,
    language: row.language,
    outlet: row.outlet,
    published: publishedOf(row),
    byline: row.byline,
    dateline: row.dateline,
    originUrl: row.originUrl,
    codePoints: row.versions[0]?.codePoints ?? 0,
    versions: row.versions[0]?.number ?? 0,
    version: row.version,
    createdAt: row.createdAt,
    archivedAt: row.archivedAt,
    markingFinishedAt: row.markingFinishedAt,
    progress: articleProgress(counts.get(row.id) ?? {}, row.markingFinishedAt !== null),
  }))
  return { articles, ...place }
}

export type ArticleListItem = Awaited<ReturnType<typeof listArticles>>['articles'][number]

const VERSION_FACTS = {
  id: true,
  number: true,
  sha256: true,
  receivedSha256: true,
  codePoints: true,
  encoding: true,
  fileName: true,
  createdAt: true,
  createdBy: { select: { id: true, name: true } },
} as const

/** What an article is called. Throws `not-found` for another project's. */
export async function getArticleTitle(ctx: Ctx, id: string): Promise<string> {
  authorise('project:read', ctx.actor)
  const where = { id, projectId: projectOf(ctx) }
  return foundOr404(await ctx.db.article.findFirst({ where, select: { title: true } }), 'article').title
}

type StoredText = { text: string; words: number | null; toSettle: number }

/** An article with one version's text (the latest unless a number is given) and what is known of all. `not-found`. */
export async function getArticle(ctx: Ctx, id: string, versionNumber?: number) {
  authorise('project:read', ctx.actor)
  const projectId = projectOf(ctx)
  const row = foundOr404(
    await ctx.db.article.findFirst({
      where: { id, projectId },
      include: {
        outlet,
        source: { select: { id: true, name: true } },
        versions: { orderBy: { number: 'asc' }, select: VERSION_FACTS },
      },
    }),
    'article',
  )
  const shown = foundOr404(
    versionNumber === undefined ? row.versions.at(-1) : row.versions.find((each) => each.number === versionNumber),
    'articleVersion',
  )
  const [[read], counts] = await Promise.all([
    ctx.db.$queryRaw<StoredText[]>`
      SELECT v."text", r."words", ${waitingInVersion} AS "toSettle"
      FROM "ArticleVersion" v LEFT JOIN "TextReading" r ON r."versionId" = v."id" WHERE v."id" = ${shown.id}::uuid`,
    claimCounts(ctx, [row.id]),
  ])
  const { text, words, toSettle } = foundOr404(read, 'articleVersion')
  const { publishedVerbatim, publishedEarliest, publishedLatest, publishedPrecision, ...dated } = row
  const { publishedFrom, publishedUntil, publishedZone, ...article } = dated
  return {
    ...article,
    published: publishedOf(row),
    shown: { ...shown, text, words },
    /** How much of what stands on earlier texts is to be settled in the one that is shown. */
    toSettle,
    progress: articleProgress(counts.get(row.id) ?? {}, row.markingFinishedAt !== null),
  }
}

export type ArticleView = Awaited<ReturnType<typeof getArticle>>

type PlaceInVersion = { versionId: string; start: number }

/** The number of the paragraph of a place, from 1; null when it is not known. */
export type ParagraphOf = (place: PlaceInVersion) => number | null

/**
 * The numbers, from 1, of the paragraphs in which places of versions stand, or of the last ones before them; null for a
 * place that was not among them. One query, in which no text is read.
 */
export async function paragraphNumbers(
  tx: Tx,
  projectId: string,
  places: readonly (PlaceInVersion | null)[],
): Promise<ParagraphOf> {
  const keyOf = ({ versionId, start }: PlaceInVersion) => `${versionId} ${start}`
  const wanted = [...new Map(places.flatMap((place) => (place ? [[keyOf(place), place] as const] : []))).values()]
  const rows =
    wanted.length === 0
      ? []
      : await tx.$queryRaw<(PlaceInVersion & { paragraph: number })[]>`
    SELECT p."versionId", p."start", greatest(1, width_bucket(p."start", r."paragraphStarts")) AS "paragraph"
    FROM unnest(${wanted.map(({ versionId }) => versionId)}::uuid[], ${wanted.map(({ start }) => start)}::int[])
      AS p("versionId", "start")
    JOIN "TextReading" r ON r."versionId" = p."versionId" AND r."projectId" = ${projectId}::uuid`
  const numbers = new Map(rows.map((row) => [keyOf(row), row.paragraph]))
  return (place) => numbers.get(keyOf(place)) ?? null
}

/** The project's article of which some version is this very text, archived ones too, or null. */
export async function findArticleByText(ctx: Ctx, text: string) {
  authorise('project:read', ctx.actor)
  return articleOfHash(ctx.db, projectOf(ctx), sha256(text))
}

/** The article that came from a seed file, with its latest version's hashes, or null. */
export async function findSeededArticle(ctx: Ctx, seedFile: string) {
  authorise('project:read', ctx.actor)
  const article = await ctx.db.article.findFirst({
    where: { projectId: projectOf(ctx), seedFile },
    select: {
      id: true,
      title: true,
      archivedAt: true,
      versions: { orderBy: { number: 'desc' }, take: 1, select: { number: true, sha256: true, receivedSha256: true } },
    },
  })
  if (!article) return null
  const { versions, ...facts } = article
  return { ...facts, latest: foundOr404(versions[0], 'articleVersion') }
}

/** A passage of this article, by its id, in code points of its version; or null. */
export async function findSpan(ctx: Ctx, articleId: string, id: string) {
  authorise('project:read', ctx.actor)
  return ctx.db.span.findFirst({
    where: { id, projectId: projectOf(ctx), version: { articleId } },
    select: { versionId: true, start: true, end: true },
  })
}
