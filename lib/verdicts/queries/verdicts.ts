import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import { foundOr404 } from '@/lib/errors'
import { dateToDay } from '@/lib/fields'
import { dayInZone } from '@/lib/verdicts/as-of'
import type { Prisma } from '@/prisma/generated/client'

const person = { select: { id: true, name: true } } satisfies Prisma.UserDefaultArgs
const rating = {
  select: { id: true, key: true, labelFr: true, labelEn: true, value: true, colour: true },
} satisfies Prisma.RatingDefaultArgs

const parts = {
  author: person,
  rating,
  claim: { select: { revision: true, approvedVerdictId: true } },
  evidence: {
    orderBy: [{ evidence: { position: 'asc' } }, { evidenceId: 'asc' }],
    select: {
      evidence: {
        select: {
          id: true,
          stance: true,
          url: true,
          quote: true,
          note: true,
          withdrawnAt: true,
          source: { select: { id: true, name: true } },
          span: { select: { exact: true, version: { select: { article: { select: { title: true } } } } } },
        },
      },
    },
  },
} satisfies Prisma.VerdictInclude

type VerdictWithParts = Prisma.VerdictGetPayload<{ include: typeof parts }>

function viewOf(row: VerdictWithParts) {
  const { id, claimId, claimRevision, rationale, method, createdAt, author, claim } = row
  return {
    ...{ id, claimId, claimRevision, rationale, method, createdAt, author, rating: row.rating },
    asOf: dateToDay(row.asOf) ?? '',
    /** False: what it judged has changed since. */
    isPresent: claimRevision === claim.revision,
    isApproved: claim.approvedVerdictId === id,
    evidence: row.evidence.map(({ evidence: { source, span, ...item } }) => ({
      ...item,
      quote: item.quote ?? span?.exact ?? null,
      sourceName: source?.name ?? null,
      articleTitle: span?.version.article.title ?? null,
    })),
  }
}

export type VerdictView = ReturnType<typeof viewOf>

const NEWEST_FIRST = [{ createdAt: 'desc' }, { id: 'desc' }] as const

/** Every verdict on a claim, the newest first. */
export async function listVerdicts(ctx: Ctx, claimId: string): Promise<VerdictView[]> {
  authorise('project:read', ctx.actor)
  const where = { claimId, projectId: projectOf(ctx), claim: { deletedAt: null } }
  const rows = await ctx.db.verdict.findMany({ where, orderBy: [...NEWEST_FIRST], include: parts })
  return rows.map(viewOf)
}

/** Every verdict on the claims of an article, by claim, the newest first: for a report. */
export async function listVerdictsOfArticle(ctx: Ctx, articleId: string): Promise<Map<string, VerdictView[]>> {
  authorise('project:read', ctx.actor)
  const where = { projectId: projectOf(ctx), claim: { articleId, deletedAt: null } }
  const rows = await ctx.db.verdict.findMany({ where, orderBy: [...NEWEST_FIRST], include: parts })
  const byClaim = new Map<string, VerdictView[]>()
  for (const row of rows) byClaim.set(row.claimId, [...(byClaim.get(row.claimId) ?? []), viewOf(row)])
  return byClaim
}

/** The latest verdict on each claim of an article, by claim; `isPresent` is false when the claim has changed since. */
export async function latestVerdictsOfArticle(ctx: Ctx, articleId: string) {
  authorise('project:read', ctx.actor)
  const rows = await ctx.db.verdict.findMany({
    where: { projectId: projectOf(ctx), claim: { articleId, deletedAt: null } },
    orderBy: [{ claimId: 'asc' }, ...NEWEST_FIRST],
    distinct: ['claimId'],
    select: { id: true, claimId: true, claimRevision: true, author: person, rating, claim: parts.claim },
  })
  return new Map(
    rows.map(({ id, claimId, claimRevision, author, rating: given, claim }) => [
      claimId,
      {
        id,
        rating: given,
        author,
        isPresent: claimRevision === claim.revision,
        isApproved: claim.approvedVerdictId === id,
      },
    ]),
  )
}

/** The day that it is for the project: the latest as-of day of a verdict. */
export async function projectToday(ctx: Ctx): Promise<string> {
  authorise('project:read', ctx.actor)
  const project = await ctx.db.project.findUnique({ where: { id: projectOf(ctx) }, select: { timeZone: true } })
  return dayInZone(ctx.now, foundOr404(project, 'project').timeZone)
}
