import { authorise, type PermissionFacts, permissionRefusals } from '@/lib/auth/permissions'
import { claimFacts } from '@/lib/claims/claim-facts'
import { lockRefusals } from '@/lib/claims/lock'
import { inReadingOrder } from '@/lib/claims/reading-order'
import { type Ctx, projectOf } from '@/lib/context'
import { foundOr404, type Reason } from '@/lib/errors'
import { dateToDay } from '@/lib/fields'
import type { QuotedRange } from '@/lib/text/code-points'
import type { Prisma } from '@/prisma/generated/client'
import type { CheckedAspect, ClaimCategory, ReviewState, SingleSourceKind } from '@/prisma/generated/enums'

type PersonName = { id: string; name: string }

/** A span of a claim, in code points of that version's text. */
type SpanView = QuotedRange & { id: string; versionId: string; position: number }

/** A claim as the screens show it to one person: `facts` and `refusals` are about that person. */
export type ClaimView = {
  id: string
  projectId: string
  articleId: string
  number: number
  category: ClaimCategory
  checked: CheckedAspect
  wording: string
  tags: string[]
  state: ReviewState
  version: number
  revision: number
  stateSince: Date
  markedBy: PersonName
  spans: SpanView[]
  assignment: { id: string; assignee: PersonName; reviewer: PersonName | null; dueOn: string | null } | null
  approvedVerdictId: string | null
  approvedRevision: number | null
  approvedSingleSourceReason: string | null
  /** Null also where the reason was given before kinds existed. */
  approvedSingleSourceKind: SingleSourceKind | null
  facts: PermissionFacts
  /**
   * Why this person cannot now change wording, category or passages, or delete the claim; empty when they can. `locked`: why nobody
   * can change anything that a verdict rests on.
   */
  refusals: { change: Reason[]; delete: Reason[]; locked: Reason[] }
}

/** The verdict that a list shows beside a claim: the approved one, else the latest, which is then only proposed. */
export type ListedVerdict = {
  rating: { key: string; labelFr: string; labelEn: string; value: number | null; colour: string }
  approved: boolean
}
export type ListedClaim = ClaimView & { verdict: ListedVerdict | null; evidenceCount: number }

const person = { select: { id: true, name: true } } satisfies Prisma.UserDefaultArgs

const ratingLook = { key: true, labelFr: true, labelEn: true, value: true, colour: true } satisfies Prisma.RatingSelect

const parts = {
  markedBy: person,
  article: { select: { archivedAt: true } },
  _count: { select: { verdicts: true, evidence: { where: { withdrawnAt: null } } } },
  spans: {
    orderBy: { position: 'asc' },
    include: { span: { select: { versionId: true, start: true, end: true, exact: true } } },
  },
  assignments: {
    where: { endedAt: null },
    orderBy: { createdAt: 'desc' },
    take: 1,
    include: { assignee: person, reviewer: person },
  },
} satisfies Prisma.ClaimInclude

type ClaimWithParts = Prisma.ClaimGetPayload<{ include: typeof parts }>

function refusalsOf(row: ClaimWithParts, facts: PermissionFacts): ClaimView['refusals'] {
  const locked = lockRefusals(row.state, row.article.archivedAt)
  const judged = row._count.verdicts > 0 ? [{ key: 'claim.judged' }] : []
  return {
    locked,
    change: [...permissionRefusals('claim:edit', facts), ...locked],
    delete: [...permissionRefusals('claim:delete', facts), ...locked, ...judged],
  }
}

function viewOf(ctx: Ctx, row: ClaimWithParts): ClaimView {
  const assignment = row.assignments[0] ?? null
  const facts = claimFacts(ctx.actor, row, assignment)
  return {
    id: row.id,
    projectId: row.projectId,
    articleId: row.articleId,
    number: row.number,
    category: row.category,
    checked: row.checked,
    wording: row.wording,
    tags: row.tags,
    state: row.state,
    version: row.version,
    revision: row.revision,
    stateSince: row.stateSince,
    markedBy: row.markedBy,
    spans: row.spans.map(({ spanId, position, span }) => ({ id: spanId, position, ...span })),
    assignment: assignment && {
      id: assignment.id,
      assignee: assignment.assignee,
      reviewer: assignment.reviewer,
      dueOn: dateToDay(assignment.dueOn),
    },
    approvedVerdictId: row.approvedVerdictId,
    approvedRevision: row.approvedRevision,
    approvedSingleSourceReason: row.approvedSingleSourceReason,
    approvedSingleSourceKind: row.approvedSingleSourceKind,
    facts,
    refusals: refusalsOf(row, facts),
  }
}

/** One claim of the actor's project. Throws `not-found` for a deleted one, or another project's. */
export async function getClaim(ctx: Ctx, claimId: string): Promise<ClaimView> {
  authorise('project:read', ctx.actor)
  const row = await ctx.db.claim.findFirst({
    where: { id: claimId, projectId: projectOf(ctx), deletedAt: null },
    include: parts,
  })
  return viewOf(ctx, foundOr404(row, 'claim'))
}

/**
 * The claims of an article, in reading order of one version (default: its latest); those without a passage in that
 * version come last. `claimIds`: these of them alone. Throws `not-found` for another project's article.
 */
export async function listClaimsOfArticle(
  ctx: Ctx,
  articleId: string,
  versionId?: string,
  claimIds?: readonly string[],
): Promise<ListedClaim[]> {
  authorise('project:read', ctx.actor)
  const projectId = projectOf(ctx)
  const [version, rows] = await Promise.all([
    ctx.db.articleVersion.findFirst({
      where: { articleId, projectId, ...(versionId ? { id: versionId } : {}) },
      orderBy: { number: 'desc' },
      select: { id: true },
    }),
    ctx.db.claim.findMany({
      where: { articleId, projectId, deletedAt: null, ...(claimIds ? { id: { in: [...claimIds] } } : {}) },
      include: {
        ...parts,
        verdicts: { orderBy: { createdAt: 'desc' }, take: 1, select: { rating: { select: ratingLook } } },
        approvedVerdict: { select: { rating: { select: ratingLook } } },
      },
    }),
  ])
  const shown = foundOr404(version, 'article').id
  const claims = rows.map((row) => {
    const rating = (row.approvedVerdict ?? row.verdicts[0])?.rating
    return {
      ...viewOf(ctx, row),
      verdict: rating ? { rating, approved: row.approvedVerdict !== null } : null,
      evidenceCount: row._count.evidence,
    }
  })
  return inReadingOrder(claims, shown)
}
