import type { Tx } from '@/lib/db'
import type { Prisma } from '@/prisma/generated/client'

// What is read of a claim to count its origins, to tell what a verdict on it rests on, and where it stands in its review.

const source = { select: { id: true, name: true } } satisfies Prisma.SourceDefaultArgs
const exact = { select: { exact: true } } satisfies Prisma.SpanDefaultArgs
const place = { versionId: true, start: true, end: true, exact: true } satisfies Prisma.SpanSelect
const placed = { select: place } satisfies Prisma.SpanDefaultArgs
const latest = {
  ...{ id: true, title: true, sourceId: true, publishedEarliest: true, publishedLatest: true, archivedAt: true },
  versions: { orderBy: { number: 'desc' }, take: 1, select: { number: true } },
} satisfies Prisma.ArticleSelect
const anchored = {
  select: {
    ...{ ...place, prefix: true, suffix: true },
    version: { select: { number: true, article: { select: latest } } },
  },
} satisfies Prisma.SpanDefaultArgs
const hops = {
  orderBy: { position: 'asc' },
  include: { source, affiliation: source, onBehalfOf: source, sourceSpan: placed, cueSpan: placed },
} satisfies Prisma.Attribution$hopsArgs
const byId = { orderBy: { id: 'asc' } } as const
// Appearances are numbered in the order in which they are shown.
const inOrder = { orderBy: [{ position: 'asc' }, { id: 'asc' }] } as const satisfies Prisma.Claim$attributionsArgs
const linked = { id: true, wording: true, articleId: true, deletedAt: true } satisfies Prisma.ClaimSelect

const parts = {
  ...{ id: true, number: true, version: true, revision: true, category: true, checked: true, wording: true },
  ...{ articleId: true, state: true, markedById: true, approvedVerdictId: true },
  article: { select: latest },
  spans: { orderBy: { position: 'asc' }, select: { span: anchored } },
  figures: {
    ...byId,
    include: {
      event: { select: { id: true, title: true } },
      populationSource: source,
      relatedTo: { select: { id: true, verbatim: true } },
      supersedes: { select: { id: true, verbatim: true } },
      supersededBy: {
        ...byId,
        where: { claim: { deletedAt: null } },
        select: { id: true, verbatim: true, supersedesReason: true, claim: { select: linked } },
      },
    },
  },
  warning: { include: { issuer: source, onBehalfOf: source } },
  attributions: { ...inOrder, include: { hops, knowsSpan: exact } },
  evidence: {
    ...{ orderBy: [...inOrder.orderBy], where: { withdrawnAt: null } },
    include: {
      source: { select: { id: true, name: true, aliases: true } },
      reading: { select: { hasSpeaker: true, speakers: true } },
      span: anchored,
      attribution: { include: { hops, knowsSpan: exact } },
    },
  },
  replyRequests: { ...byId, include: { source } },
  anchorings: { select: { articleId: true, outcome: true, state: true, version: { select: { number: true } } } },
  linksAsOne: { ...byId, where: { removedAt: null }, select: { id: true, other: { select: linked } } },
  linksAsOther: { ...byId, where: { removedAt: null }, select: { id: true, one: { select: linked } } },
  assignments: { where: { endedAt: null }, take: 1, select: { assigneeId: true, reviewerId: true } },
  verdicts: {
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true, authorId: true, claimRevision: true, rating: { select: { value: true } } },
  },
} satisfies Prisma.ClaimSelect

export type GraphRow = Prisma.ClaimGetPayload<{ select: typeof parts }>
export type GraphChainRow = GraphRow['attributions'][number]
export type GraphHopRow = GraphRow['attributions'][number]['hops'][number]
export type GraphEvidenceRow = GraphRow['evidence'][number]

/** Claims of a project with everything of their own; `only`: these of them alone. */
export const graphRows = (
  tx: Tx,
  projectId: string,
  ids: readonly string[],
  only: Prisma.ClaimWhereInput = {},
): Promise<GraphRow[]> =>
  tx.claim.findMany({ where: { projectId, id: { in: [...ids] }, deletedAt: null, ...only }, select: parts })

const merged = { id: true, name: true } satisfies Prisma.SourceSelect
// A merge into something that was merged itself is followed as far as this.
const mergedInto = {
  select: { ...merged, mergedInto: { select: { ...merged, mergedInto: { select: merged } } } },
} satisfies Prisma.SourceDefaultArgs
const sourceParts = {
  ...{ id: true, version: true, name: true, mergedInto },
  reliability: {
    orderBy: [{ judgedOn: 'desc' }, { createdAt: 'desc' }, { id: 'desc' }],
    take: 1,
    select: { grade: true, reason: true },
  },
} satisfies Prisma.SourceSelect

export type SourceRow = Prisma.SourceGetPayload<{ select: typeof sourceParts }>

/** Sources of a project, those that were merged away too. */
export const sourceRows = async (tx: Tx, projectId: string, ids: readonly string[]): Promise<SourceRow[]> =>
  ids.length === 0 ? [] : tx.source.findMany({ where: { projectId, id: { in: [...ids] } }, select: sourceParts })
