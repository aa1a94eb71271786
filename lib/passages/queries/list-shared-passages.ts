import type { z } from 'zod'
import { parseInput } from '@/lib/audit/record'
import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import { foundOr404 } from '@/lib/errors'
import { findPassages } from '@/lib/passages/queries/find-passages'
import { listSharedPassagesInput, type Shown } from '@/lib/passages/schema'
import type { SharedPassage } from '@/lib/passages/shared-passage'
import type { Prisma } from '@/prisma/generated/client'

const PER_PAGE = 20
/** Articles looked through at once, and how often for one page. */
const AT_ONCE = 10
const MOST_ROUNDS = 3

export type SharedPassagePage = {
  passages: SharedPassage[]
  /** The article that was asked for, with how many it has. */
  about: { id: string; title: string; total: number; page: number; pages: number } | null
  /** Where the next page begins; null at the end. */
  before: string | null
}

const latest = { orderBy: { number: 'desc' }, take: 1, select: { id: true } } as const

const isShown = (show: Shown) => (passage: SharedPassage) =>
  show === 'all' || (show === 'decided') === (passage.ruling !== null)

async function ofArticle(ctx: Ctx, id: string, claimId: string | null, show: Shown, page: number) {
  const projectId = projectOf(ctx)
  const article = foundOr404(
    await ctx.db.article.findFirst({ where: { id, projectId }, select: { title: true, versions: latest } }),
    'article',
  )
  const spans = claimId
    ? await ctx.db.span.findMany({
        where: { projectId, claimSpan: { claimId, claim: { articleId: id, deletedAt: null } } },
        select: { versionId: true, start: true, end: true },
      })
    : null
  const where = (place: { versionId: string | null; start: number; end: number }) =>
    spans === null ||
    spans.some((span) => span.versionId === place.versionId && span.start < place.end && span.end > place.start)
  const versionIds = article.versions.map((version) => version.id)
  const passages = (await findPassages(ctx, versionIds, { where })).filter(isShown(show))
  const pages = Math.max(1, Math.ceil(passages.length / PER_PAGE))
  const from = (page - 1) * PER_PAGE
  const about = { id, title: article.title, total: passages.length, page, pages }
  return { passages: passages.slice(from, from + PER_PAGE), about, before: null }
}

/** The articles about which something is decided, so that not all have to be looked through. */
async function ruledArticleIds(ctx: Ctx): Promise<string[]> {
  const version = { select: { articleId: true } }
  const rows = await ctx.db.passageDecision.findMany({
    where: { projectId: projectOf(ctx), takenBackAt: null },
    select: { copyVersion: version, originalVersion: version },
  })
  return [
    ...new Set(rows.flatMap((row) => [row.copyVersion?.articleId ?? [], row.originalVersion?.articleId ?? []].flat())),
  ]
}

async function articlesBefore(ctx: Ctx, before: string | null, among: string[] | null) {
  const projectId = projectOf(ctx)
  const last = before
    ? await ctx.db.article.findFirst({ where: { id: before, projectId }, select: { id: true, createdAt: true } })
    : null
  const older: Prisma.ArticleWhereInput = last
    ? { OR: [{ createdAt: { lt: last.createdAt } }, { createdAt: last.createdAt, id: { lt: last.id } }] }
    : {}
  return ctx.db.article.findMany({
    where: { projectId, archivedAt: null, ...(among ? { id: { in: among } } : {}), ...older },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: AT_ONCE,
    select: { id: true, versions: latest },
  })
}

// Each pair under the later of its two articles: the latest articles first, until a page is full.
async function ofProject(ctx: Ctx, before: string | null, show: Shown): Promise<SharedPassagePage> {
  const among = show === 'decided' ? await ruledArticleIds(ctx) : null
  const passages: SharedPassage[] = []
  let last = before
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const articles = await articlesBefore(ctx, last, among)
    const order = new Map(articles.map(({ versions }, at) => [versions[0]?.id ?? '', at]))
    const found = await findPassages(ctx, [...order.keys()], { olderOnly: true })
    passages.push(
      ...found
        .filter(isShown(show))
        .sort((a, b) => (order.get(a.one.versionId ?? '') ?? 0) - (order.get(b.one.versionId ?? '') ?? 0)),
    )
    if (articles.length < AT_ONCE) return { passages, about: null, before: null }
    last = articles.at(-1)?.id ?? null
    if (passages.length >= PER_PAGE) break
  }
  return { passages, about: null, before: last }
}

/**
 * Passages that the project's texts share, found by the machine: near-verbatim, of articles in use in their latest text,
 * and of quotes in force. With an article (and a claim of it), those of that text by pages; else of the whole project,
 * where a page ends after so many articles. Throws `not-found`.
 */
export async function listSharedPassages(
  ctx: Ctx,
  raw: z.input<typeof listSharedPassagesInput> = {},
): Promise<SharedPassagePage> {
  authorise('project:read', ctx.actor)
  const { article, claim, show, before, page } = parseInput(listSharedPassagesInput, raw)
  if (article) return ofArticle(ctx, article, claim ?? null, show, page)
  return ofProject(ctx, before ?? null, show)
}
