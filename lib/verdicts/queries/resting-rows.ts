import type { Tx } from '@/lib/db'
import type { Prisma } from '@/prisma/generated/client'

// What is read of a claim to tell what a verdict on it rests on.

const source = { select: { id: true, name: true } } satisfies Prisma.SourceDefaultArgs
const words = { select: { exact: true } } satisfies Prisma.SpanDefaultArgs
const latest = {
  id: true,
  title: true,
  versions: { orderBy: { number: 'desc' }, take: 1, select: { number: true } },
} satisfies Prisma.ArticleSelect
const anchored = {
  select: { exact: true, version: { select: { number: true, article: { select: latest } } } },
} satisfies Prisma.SpanDefaultArgs
const hops = {
  orderBy: { position: 'asc' },
  include: { source, affiliation: source, onBehalfOf: source, sourceSpan: words, cueSpan: words },
} satisfies Prisma.Attribution$hopsArgs
const byId = { orderBy: { id: 'asc' } } as const
const linked = { id: true, wording: true, articleId: true, deletedAt: true } satisfies Prisma.ClaimSelect

const parts = {
  id: true,
  version: true,
  category: true,
  checked: true,
  wording: true,
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
  attributions: { ...byId, include: { hops, knowsSpan: words } },
  evidence: {
    ...byId,
    where: { withdrawnAt: null },
    include: { source, span: anchored, attribution: { include: { hops, knowsSpan: words } } },
  },
  replyRequests: { ...byId, include: { source } },
  linksAsOne: { ...byId, where: { removedAt: null }, select: { id: true, other: { select: linked } } },
  linksAsOther: { ...byId, where: { removedAt: null }, select: { id: true, one: { select: linked } } },
} satisfies Prisma.ClaimSelect

export type ClaimRow = Prisma.ClaimGetPayload<{ select: typeof parts }>
export type ChainRow = ClaimRow['attributions'][number]
export type HopRow = ClaimRow['attributions'][number]['hops'][number]
export type EvidenceRow = ClaimRow['evidence'][number]

/** Claims of a project with everything of their own that a verdict rests on. A fixed number of queries. */
export const restingClaims = (tx: Tx, projectId: string, ids: readonly string[]): Promise<ClaimRow[]> =>
  tx.claim.findMany({ where: { projectId, id: { in: [...ids] }, deletedAt: null }, select: parts })

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
export const restingSources = (tx: Tx, projectId: string, ids: readonly string[]): Promise<SourceRow[]> =>
  tx.source.findMany({ where: { projectId, id: { in: [...ids] } }, select: sourceParts })
