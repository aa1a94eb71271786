import { type ParagraphOf, paragraphNumbers } from '@/lib/articles/queries'
import { type ChainView, chainParts, chainViews } from '@/lib/attributions/queries'
import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import { groupBy } from '@/lib/lists/group-by'
import type { Prisma } from '@/prisma/generated/client'

const parts = {
  source: {
    select: { id: true, kind: true, name: true, role: true, parent: { select: { id: true, kind: true, name: true } } },
  },
  createdBy: { select: { id: true, name: true } },
  attribution: { include: chainParts },
  span: {
    select: {
      id: true,
      versionId: true,
      start: true,
      end: true,
      exact: true,
      version: { select: { article: { select: { id: true, title: true } } } },
    },
  },
} satisfies Prisma.EvidenceInclude

type EvidenceWithParts = Prisma.EvidenceGetPayload<{ include: typeof parts }>

function viewOf(row: EvidenceWithParts, attribution: ChainView | null, paragraphOf: ParagraphOf) {
  const { id, version, stance, url, quote, locator, note, directness, credibility, capturedAt, capturedSha256 } = row
  const { source, createdBy, createdAt, withdrawnAt, span } = row
  const passage = span && {
    id: span.id,
    versionId: span.versionId,
    articleId: span.version.article.id,
    articleTitle: span.version.article.title,
    start: span.start,
    end: span.end,
    exact: span.exact,
    paragraph: paragraphOf(span) ?? 1,
  }
  return {
    ...{
      id,
      version,
      stance,
      source,
      url,
      passage,
      quote,
      locator,
      note,
      directness,
      credibility,
      capturedAt,
      capturedSha256,
    },
    ...{ attribution, createdBy, createdAt, withdrawnAt },
  }
}

/** An evidence item as the screens show it; a withdrawn one has `withdrawnAt`. */
export type EvidenceView = ReturnType<typeof viewOf>

async function viewsOf(ctx: Ctx, rows: readonly EvidenceWithParts[]): Promise<EvidenceView[]> {
  const [chains, paragraphOf] = await Promise.all([
    chainViews(
      ctx,
      rows.flatMap((row) => (row.attribution ? [row.attribution] : [])),
    ),
    paragraphNumbers(
      ctx.db,
      projectOf(ctx),
      rows.map(({ span }) => span),
    ),
  ])
  const byId = new Map(chains.map((chain) => [chain.id, chain]))
  return rows.map((row) => viewOf(row, byId.get(row.attribution?.id ?? '') ?? null, paragraphOf))
}

const IN_ORDER = [{ position: 'asc' }, { id: 'asc' }] as const

/** The evidence of a claim in the order in which it was added, the withdrawn items among it. */
export async function listEvidence(ctx: Ctx, claimId: string): Promise<EvidenceView[]> {
  authorise('project:read', ctx.actor)
  const where = { claimId, projectId: projectOf(ctx), claim: { deletedAt: null } }
  return viewsOf(ctx, await ctx.db.evidence.findMany({ where, orderBy: [...IN_ORDER], include: parts }))
}

/** The evidence of all claims of an article, by claim, the withdrawn items among it. */
export async function listEvidenceOfArticle(ctx: Ctx, articleId: string): Promise<Map<string, EvidenceView[]>> {
  authorise('project:read', ctx.actor)
  const where = { projectId: projectOf(ctx), claim: { articleId, deletedAt: null } }
  const rows = await ctx.db.evidence.findMany({ where, orderBy: [...IN_ORDER], include: parts })
  const claimOf = new Map(rows.map((row) => [row.id, row.claimId]))
  return groupBy(await viewsOf(ctx, rows), (item) => claimOf.get(item.id) ?? '')
}
