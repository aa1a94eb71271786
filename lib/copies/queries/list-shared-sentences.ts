import type { z } from 'zod'
import { parseInput } from '@/lib/audit/record'
import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import {
  describeSentences,
  filterShown,
  findPlaces,
  placeText,
  type SharedPlace,
} from '@/lib/copies/queries/find-shared-sentences'
import { listSharedSentencesInput, type SentenceCursor, type Shown } from '@/lib/copies/schema'
import type { SharedSentence } from '@/lib/copies/shared-sentence'
import { foundOr404 } from '@/lib/errors'
import { byText } from '@/lib/lists/by-text'
import type { Prisma } from '@/prisma/generated/client'

const PER_PAGE = 20
/** And so many code points of both texts together, but one sentence at least: a sentence may be a whole text. */
const MOST_TEXT = 200_000
/** Articles looked through at once, and how often for one page. */
const AT_ONCE = 10
const MOST_ROUNDS = 3

export type SharedSentencePage = {
  sentences: SharedSentence[]
  /** The article that was asked for, with how many it has. */
  about: { id: string; title: string; total: number; page: number; pages: number } | null
  /** Where the next page begins: after an article, or after a place in it; null at the end. */
  before: string | null
}

const latest = { orderBy: { number: 'desc' }, take: 1, select: { id: true } } as const

/** How many of the sentences still fit on a page that holds these already. */
function fitting(found: readonly SharedPlace[], had: readonly SharedPlace[] = []): number {
  const lengthOf = ({ one, other }: SharedPlace) => one.end - one.start + other.end - other.start
  let length = had.reduce((sum, each) => sum + lengthOf(each), 0)
  let count = 0
  for (const each of found) {
    length += lengthOf(each)
    const held = had.length + count
    if (held >= PER_PAGE || (held > 0 && length > MOST_TEXT)) break
    count++
  }
  return count
}

function pagesOf(found: readonly SharedPlace[]): SharedPlace[][] {
  const pages: SharedPlace[][] = []
  for (let from = 0; from < found.length; ) {
    const rest = found.slice(from, from + PER_PAGE)
    const page = rest.slice(0, fitting(rest))
    pages.push(page)
    from += page.length
  }
  return pages
}

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
  const found = await filterShown(ctx, await findPlaces(ctx, versionIds, { where }), show)
  const pages = pagesOf(found)
  const about = { id, title: article.title, total: found.length, page, pages: Math.max(1, pages.length) }
  return { sentences: await describeSentences(ctx, pages[page - 1] ?? []), about, before: null }
}

/** The articles about which something is decided, so that not all have to be looked through. */
async function ruledArticleIds(ctx: Ctx): Promise<string[]> {
  const version = { select: { articleId: true } }
  const rows = await ctx.db.copyDecision.findMany({
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

/** The article in which the last page ended, as long as it is in use. */
const articleAgain = (ctx: Ctx, id: string) =>
  ctx.db.article.findMany({
    where: { id, projectId: projectOf(ctx), archivedAt: null },
    select: { id: true, versions: latest },
  })

const comesAfter = (place: SharedPlace, { start, other, otherStart }: NonNullable<SentenceCursor['after']>) =>
  (place.one.start - start || byText(placeText(place.other), other) || place.other.start - otherStart) > 0

const cursorAt = (articleId: string, { one, other }: SharedPlace) =>
  [articleId, one.start, placeText(other), other.start].join('.')

// Each pair under the later of its two articles: the latest articles first, until a page is full. An article may have
// thousands: the next page goes on in the midst of it.
async function ofProject(ctx: Ctx, before: SentenceCursor | null, show: Shown): Promise<SharedSentencePage> {
  const among = show === 'decided' ? await ruledArticleIds(ctx) : null
  const shown: SharedPlace[] = []
  const page = async (next: string | null) => ({
    ...{ sentences: await describeSentences(ctx, shown), about: null, before: next },
  })
  let last = before?.article ?? null
  let after = before?.after ?? null
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const articles = last && after ? await articleAgain(ctx, last) : await articlesBefore(ctx, last, among)
    const articleOf = new Map(articles.map(({ id, versions }) => [versions[0]?.id ?? '', id]))
    const places = await findPlaces(ctx, [...articleOf.keys()], { olderOnly: true })
    const from = after
    const start = last
    const found = await filterShown(ctx, from ? places.filter((place) => comesAfter(place, from)) : places, show)
    const taken = found.slice(0, fitting(found, shown))
    shown.push(...taken)
    const end = taken.at(-1) ?? null
    if (end && taken.length < found.length) return page(cursorAt(articleOf.get(end.one.versionId ?? '') ?? '', end))
    // None of what was found has room beside what this page holds: the next one begins with it.
    if (found.length > taken.length) return page(start)
    if (!after) {
      if (articles.length < AT_ONCE) return page(null)
      last = articles.at(-1)?.id ?? null
    }
    after = null
    if (shown.length >= PER_PAGE) break
  }
  return page(last)
}

/**
 * Sentences that the project's texts share, found by the machine: near-verbatim, of articles in use in their latest text,
 * and of quotes in force. With an article (and a claim of it), those of that text by pages; else of the whole project,
 * where a page ends after so many sentences, or articles without any. Throws `not-found`.
 */
export async function listSharedSentences(
  ctx: Ctx,
  raw: z.input<typeof listSharedSentencesInput> = {},
): Promise<SharedSentencePage> {
  authorise('project:read', ctx.actor)
  const { article, claim, show, before, page } = parseInput(listSharedSentencesInput, raw)
  if (article) return ofArticle(ctx, article, claim ?? null, show, page)
  return ofProject(ctx, before ?? null, show)
}
