import { articleProgress } from '@/lib/articles/progress'
import { getArticle, paragraphNumbers } from '@/lib/articles/queries'
import { type ChainView, listAttributionsOfArticle } from '@/lib/attributions/queries'
import { authorise } from '@/lib/auth/permissions'
import { type ListedClaim, listClaimsOfArticle } from '@/lib/claims/queries'
import { type Ctx, projectOf } from '@/lib/context'
import { foundOr404 } from '@/lib/errors'
import { type EvidenceView, listEvidenceOfArticle } from '@/lib/evidence/queries'
import { listFiguresOfArticle } from '@/lib/figures/queries'
import { articleId } from '@/lib/ids'
import type { OriginSummary } from '@/lib/independence/origin-summary'
import { listFigureOrigins } from '@/lib/independence/queries/figure-origins'
import { listRepliesOfArticle } from '@/lib/replies/queries'
import { OFFSETS_ARE, REPORT_FORMAT, type VerdictReport, verdictReport } from '@/lib/reports/report'
import type { DroppedClaim, ReportClaim, ReportPassage } from '@/lib/reports/report-claim'
import { originsPart, type ReportLink } from '@/lib/reports/report-origins'
import {
  chainPart,
  evidencePart,
  figurePart,
  placePart,
  replyPart,
  sourcePart,
  verdictPart,
  warningPart,
} from '@/lib/reports/report-parts'
import { attentionByClaim } from '@/lib/verdicts/claim-graph'
import { listGraphsOfArticle } from '@/lib/verdicts/queries/claim-graph'
import { listVerdictsOfArticle } from '@/lib/verdicts/queries/verdicts'
import { listWarningsOfArticle } from '@/lib/warnings/queries'
import { ReviewState, SourceKind } from '@/prisma/generated/enums'

const APPROVED: readonly ReviewState[] = [ReviewState.APPROVED, ReviewState.PUBLISHED]
const isDropped = ({ state }: { state: ReviewState }) => state === ReviewState.DROPPED

/** Who approved, and what stands around the passages: what the lists of the workbench leave out, by id. */
async function claimExtras(ctx: Ctx, id: string) {
  const rows = await ctx.db.claim.findMany({
    where: { articleId: id, projectId: projectOf(ctx), deletedAt: null },
    select: {
      id: true,
      approvedBy: { select: { name: true } },
      spans: { select: { span: { select: { id: true, prefix: true, suffix: true } } } },
    },
  })
  return {
    approvers: new Map(rows.map((row) => [row.id, row.approvedBy?.name ?? null])),
    context: new Map(rows.flatMap(({ spans }) => spans.map(({ span }) => [span.id, span]))),
  }
}

/** The latest approval and the latest drop of each claim, as the log has them: `action:claim`. */
async function decisions(ctx: Ctx, id: string) {
  const rows = await ctx.db.auditEntry.findMany({
    where: { projectId: projectOf(ctx), articleId: id, action: { in: ['claim:approve', 'claim:drop'] } },
    orderBy: { sequence: 'asc' },
    select: { action: true, claimId: true, reason: true, at: true, actor: { select: { name: true } } },
  })
  return new Map(rows.map((row) => [`${row.action}:${row.claimId}`, row]))
}

/** The versions that the passages of chains and evidence stand in, and those of the claims, by id. */
async function versionsOf(ctx: Ctx, claims: readonly ListedClaim[], chains: ChainView[], evidence: EvidenceView[]) {
  const hops = [...chains, ...evidence.flatMap((item) => item.attribution ?? [])].flatMap((chain) => chain.hops)
  const anchored = [
    ...claims.flatMap(({ spans }) => spans),
    ...hops.flatMap((hop) => [hop.sourceWords, hop.cueWords]),
    ...evidence.map(({ passage }) => passage),
  ]
  const ids = new Set(anchored.flatMap((words) => words?.versionId ?? []))
  const rows = await ctx.db.articleVersion.findMany({
    where: { projectId: projectOf(ctx), id: { in: [...ids] } },
    select: { id: true, number: true, sha256: true },
  })
  return new Map(rows.map((row) => [row.id, row]))
}

async function confidentialIds(ctx: Ctx): Promise<ReadonlySet<string>> {
  const where = { projectId: projectOf(ctx), kind: SourceKind.CONFIDENTIAL }
  return new Set((await ctx.db.source.findMany({ where, select: { id: true } })).map(({ id }) => id))
}

/** The links in force among claims that are counted together. */
async function linksOf(ctx: Ctx, origins: ReadonlyMap<string, OriginSummary>): Promise<ReportLink[]> {
  const ids = [...origins].flatMap(([id, { linked }]) =>
    linked.length > 0 ? [id, ...linked.map((each) => each.id)] : [],
  )
  const among = { in: [...new Set(ids)] }
  const rows = await ctx.db.claimLink.findMany({
    where: { projectId: projectOf(ctx), removedAt: null, oneId: among, otherId: among },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    include: { createdBy: { select: { name: true } } },
  })
  return rows.map(({ id, oneId, otherId, reason, createdBy, createdAt }) => ({
    ...{ id, oneId, otherId, reason, by: createdBy.name, at: createdAt.toISOString() },
  }))
}

/** Everything that a report is made of: a fixed number of queries, however many claims there are. */
async function loadParts(ctx: Ctx, id: string) {
  const [article, claims, attributions, evidence, figures, warnings, verdicts, graphs] = await Promise.all([
    getArticle(ctx, id),
    listClaimsOfArticle(ctx, id),
    listAttributionsOfArticle(ctx, id),
    listEvidenceOfArticle(ctx, id),
    listFiguresOfArticle(ctx, id),
    listWarningsOfArticle(ctx, id),
    listVerdictsOfArticle(ctx, id),
    listGraphsOfArticle(ctx, id),
  ])
  const origins = new Map([...graphs].map(([claimId, graph]) => [claimId, graph.origins]))
  const attention = attentionByClaim(graphs.values())
  const [project, versions, extras, decided, replies, confidential, links, paragraphOf] = await Promise.all([
    ctx.db.project.findUnique({ where: { id: projectOf(ctx) }, select: { id: true, name: true, kind: true } }),
    versionsOf(ctx, claims, [...attributions.values()].flat(), [...evidence.values()].flat()),
    claimExtras(ctx, id),
    decisions(ctx, id),
    listRepliesOfArticle(ctx, id),
    confidentialIds(ctx),
    linksOf(ctx, origins),
    paragraphNumbers(
      ctx.db,
      projectOf(ctx),
      claims.flatMap(({ spans }) => spans),
    ),
  ])
  const figureOrigins = await listFigureOrigins(ctx, [...figures.values()].flat(), origins)
  return {
    ...{ article, claims, attributions, evidence, figures, figureOrigins, warnings, verdicts, origins },
    ...{ project: foundOr404(project, 'project'), versions, decided, attention, replies, confidential, links },
    ...extras,
    paragraphOf,
  }
}

type Parts = Awaited<ReturnType<typeof loadParts>>

const passagesOf = ({ spans }: ListedClaim, { versions, context, paragraphOf }: Parts): ReportPassage[] =>
  spans.map((span) => ({
    ...placePart({ ...span, paragraph: paragraphOf(span) ?? 1 }, versions),
    prefix: context.get(span.id)?.prefix ?? '',
    suffix: context.get(span.id)?.suffix ?? '',
  }))

function approvalOf(claim: ListedClaim, { approvers, decided }: Parts): ReportClaim['approval'] {
  const by = approvers.get(claim.id)
  if (!APPROVED.includes(claim.state) || !claim.approvedVerdictId || !by) return null
  const at = decided.get(`claim:approve:${claim.id}`)?.at ?? claim.stateSince
  const { approvedSingleSourceReason: singleSourceReason, approvedSingleSourceKind: singleSourceKind } = claim
  return { by, at: at.toISOString(), verdictId: claim.approvedVerdictId, singleSourceKind, singleSourceReason }
}

function claimPart(claim: ListedClaim, parts: Parts): ReportClaim {
  const { id, number, wording, category, checked, tags, state, revision } = claim
  const { versions } = parts
  const warning = parts.warnings.get(id)
  return {
    ...{ id, number, wording, category, checked, tags, state },
    stateSince: claim.stateSince.toISOString(),
    isDraft: !APPROVED.includes(state),
    revision,
    passages: passagesOf(claim, parts),
    attributions: (parts.attributions.get(id) ?? []).map((chain) => chainPart(chain, versions)),
    origins: originsPart(id, parts.origins.get(id), parts.links),
    figures: (parts.figures.get(id) ?? []).map((figure) => figurePart(figure, parts.figureOrigins.get(figure.id))),
    warning: warning ? warningPart(warning) : null,
    replies: (parts.replies.get(id) ?? []).map(replyPart),
    evidence: (parts.evidence.get(id) ?? []).map((item, index) => evidencePart(item, index, versions)),
    verdicts: (parts.verdicts.get(id) ?? []).map((verdict) =>
      verdictPart(verdict, parts.attention.get(id), parts.confidential),
    ),
    approval: approvalOf(claim, parts),
  }
}

function droppedPart(claim: ListedClaim, parts: Parts): DroppedClaim {
  const { id, number, wording, category, checked } = claim
  const drop = parts.decided.get(`claim:drop:${id}`)
  return {
    ...{ id, number, wording, category, checked, passages: passagesOf(claim, parts) },
    reason: drop?.reason ?? null,
    by: drop?.actor?.name ?? null,
    at: (drop?.at ?? claim.stateSince).toISOString(),
  }
}

function articlePart({ id, title, outlet, language, published, originUrl, ...article }: Parts['article']) {
  return {
    ...{ id, title, outlet: outlet && sourcePart(outlet), language, published, originUrl },
    markingFinishedAt: article.markingFinishedAt?.toISOString() ?? null,
    versions: article.versions.map((version) => ({ ...version, createdAt: version.createdAt.toISOString() })),
  }
}

/**
 * The verdict report of an article as it stands now, in a fixed number of queries. Throws `not-found` for what is not
 * an article of the actor's project.
 */
export async function getVerdictReport(ctx: Ctx, id: string): Promise<VerdictReport> {
  authorise('project:read', ctx.actor)
  const parts = await loadParts(ctx, foundOr404(articleId.safeParse(id).data, 'article'))
  const { article, claims } = parts
  const counts: Partial<Record<ReviewState, number>> = {}
  for (const { state } of claims) counts[state] = (counts[state] ?? 0) + 1
  const progress = articleProgress(counts, article.markingFinishedAt !== null)
  return verdictReport.parse({
    format: REPORT_FORMAT,
    generatedAt: ctx.now.toISOString(),
    project: parts.project,
    draft: article.markingFinishedAt === null || progress.approved < progress.total,
    progress: { ...progress, dropped: counts.DROPPED ?? 0 },
    article: articlePart(article),
    offsets: OFFSETS_ARE,
    claims: claims.filter((claim) => !isDropped(claim)).map((claim) => claimPart(claim, parts)),
    dropped: claims.filter(isDropped).map((claim) => droppedPart(claim, parts)),
  } satisfies VerdictReport)
}
