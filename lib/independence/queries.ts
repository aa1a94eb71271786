import { chainSide, inOrder } from '@/lib/attributions/chain'
import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { foundOr404 } from '@/lib/errors'
import { type Account, countOrigins, type OriginCounts, type SourceNode } from '@/lib/independence/origins'
import { isSamePassage } from '@/lib/independence/same-passage'
import { EvidenceDirectness, type Prisma, type SourceKind, Stance } from '@/prisma/generated/client'

/** What an account is called on a screen: the claim's chain or evidence item of this number, counted from 1. */
export type AccountLabel = { kind: 'chain' | 'evidence'; number: number }

/** A claim's origins, with a name for each account, and whether a primary record of its words is there. */
export type OriginSummary = OriginCounts & { labels: Record<string, AccountLabel>; hasPrimaryRecord: boolean }

const hops = {
  hops: {
    select: { position: true, speechAct: true, sourceId: true, affiliationId: true, onBehalfOfId: true },
  },
} satisfies Prisma.AttributionSelect

const parts = {
  id: true,
  article: { select: { sourceId: true } },
  spans: { select: { span: { select: { exact: true } } } },
  attributions: { orderBy: { position: 'asc' }, select: { id: true, ...hops } },
  evidence: {
    where: { withdrawnAt: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      stance: true,
      directness: true,
      sourceId: true,
      span: { select: { exact: true, version: { select: { article: { select: { sourceId: true } } } } } },
      attribution: { select: hops },
    },
  },
} satisfies Prisma.ClaimSelect

type ClaimRow = Prisma.ClaimGetPayload<{ select: typeof parts }>
type HopRow = ClaimRow['attributions'][number]['hops'][number]
type EvidenceRow = ClaimRow['evidence'][number]
type NodeRow = Omit<SourceNode, 'parent' | 'outlet'> & { parentId: string | null; outletId: string | null }

const SIDES = { asserts: 'asserts', denies: 'contradicts', neither: 'neither' } as const
const STANCE_SIDES: Record<Stance, Account['side']> = {
  SUPPORTS: 'asserts',
  REPEATS: 'asserts',
  CONTRADICTS: 'contradicts',
  QUALIFIES: 'neither',
  CONTEXT: 'neither',
  SEARCHED_NOTHING_FOUND: 'neither',
}
// What only surrounds the claim, or was not found, is no record of its words.
const NO_RECORD: readonly Stance[] = [Stance.CONTEXT, Stance.SEARCHED_NOTHING_FOUND]

// The voice of a piece of evidence: the source that it names, else the article whose passage it is.
const evidenceVoice = (item: EvidenceRow) => item.sourceId ?? item.span?.version.article.sourceId ?? null

function sourceIdsOf(claims: readonly ClaimRow[]): string[] {
  const ofHop = (hop: HopRow) => [hop.sourceId, hop.affiliationId, hop.onBehalfOfId]
  const ids = claims.flatMap(({ article, attributions, evidence }) => [
    article.sourceId,
    ...attributions.flatMap((chain) => chain.hops.flatMap(ofHop)),
    ...evidence.flatMap((item) => [evidenceVoice(item), ...(item.attribution?.hops ?? []).flatMap(ofHop)]),
  ])
  return [...new Set(ids.filter((id) => id !== null))]
}

/** The sources with everything that they lead to: parents, and the outlets of articles. One query, circles or not. */
async function sourceNodes(tx: Tx, projectId: string, ids: string[]): Promise<Map<string, SourceNode>> {
  const rows = await tx.$queryRaw<(NodeRow & { kind: SourceKind })[]>`
    WITH RECURSIVE reached AS (
      SELECT s."id", s."kind", s."name", s."role", s."parentId", a."outletId"
      FROM "Source" s LEFT JOIN "Article" a ON a."sourceId" = s."id"
      WHERE s."projectId" = ${projectId}::uuid AND s."id" = ANY(${ids}::uuid[])
      UNION
      SELECT s."id", s."kind", s."name", s."role", s."parentId", a."outletId"
      FROM reached r JOIN "Source" s ON s."id" IN (r."parentId", r."outletId")
      LEFT JOIN "Article" a ON a."sourceId" = s."id"
    )
    SELECT "id", "kind"::text AS "kind", "name", "role", "parentId", "outletId" FROM reached`
  const nodes = new Map(rows.map((row) => [row.id, { row, node: nodeOf(row) }]))
  for (const { row, node } of nodes.values()) {
    node.parent = nodes.get(row.parentId ?? '')?.node ?? null
    node.outlet = nodes.get(row.outletId ?? '')?.node ?? null
  }
  return new Map([...nodes].map(([id, { node }]) => [id, node]))
}

const nodeOf = ({ id, kind, name, role }: NodeRow): SourceNode => ({ id, kind, name, role, parent: null, outlet: null })

// A passage of another text in the claim's own words, with no chain of its own: which of the two came first is not known,
// and both have one common origin.
const repeatsClaim = (item: EvidenceRow, claim: ClaimRow): boolean =>
  STANCE_SIDES[item.stance] === 'asserts' &&
  item.attribution === null &&
  item.span !== null &&
  claim.spans.some(({ span }) => isSamePassage(span.exact, item.span?.exact ?? ''))

function accountsOf(claim: ClaimRow, nodes: ReadonlyMap<string, SourceNode>): Account[] {
  const node = (id: string | null) => (id ? (nodes.get(id) ?? null) : null)
  const hopsOf = (rows: readonly HopRow[]) =>
    inOrder(rows).map((hop) => ({
      source: foundOr404(node(hop.sourceId), 'source'),
      affiliation: node(hop.affiliationId),
      onBehalfOf: node(hop.onBehalfOfId),
    }))
  const chains = claim.attributions.map((chain) => ({
    id: chain.id,
    side: SIDES[chainSide(chain.hops)],
    hops: hopsOf(chain.hops),
    text: node(claim.article.sourceId),
  }))
  const evidence = claim.evidence.map((item) => ({
    id: item.id,
    side: STANCE_SIDES[item.stance],
    ...(repeatsClaim(item, claim)
      ? { hops: chains[0]?.hops ?? [], text: node(claim.article.sourceId), copied: true }
      : { hops: hopsOf(item.attribution?.hops ?? []), text: node(evidenceVoice(item)) }),
  }))
  return [...chains, ...evidence]
}

const labelsOf = (kind: AccountLabel['kind'], items: readonly { id: string }[]) =>
  items.map(({ id }, index) => [id, { kind, number: index + 1 }] as const)

/** The origins of claims of one project, by claim, inside a caller's transaction. A fixed number of queries. */
export async function originCountsIn(
  tx: Tx,
  projectId: string,
  claimIds: readonly string[],
): Promise<Map<string, OriginSummary>> {
  const claims = await tx.claim.findMany({
    where: { projectId, id: { in: [...claimIds] }, deletedAt: null },
    select: parts,
  })
  const nodes = await sourceNodes(tx, projectId, sourceIdsOf(claims))
  return new Map(
    claims.map((claim) => [
      claim.id,
      {
        ...countOrigins(accountsOf(claim, nodes)),
        labels: Object.fromEntries([...labelsOf('chain', claim.attributions), ...labelsOf('evidence', claim.evidence)]),
        hasPrimaryRecord: claim.evidence.some(
          ({ stance, directness }) => directness === EvidenceDirectness.PRIMARY && !NO_RECORD.includes(stance),
        ),
      },
    ]),
  )
}

/** The accounts and origins of one claim. Throws `not-found`. */
export async function countOriginsOfClaim(ctx: Ctx, claimId: string): Promise<OriginSummary> {
  authorise('project:read', ctx.actor)
  const counts = await originCountsIn(ctx.db, projectOf(ctx), [claimId])
  return foundOr404(counts.get(claimId), 'claim')
}

/** The accounts and origins of every claim of an article, by claim. */
export async function countOriginsOfArticle(ctx: Ctx, articleId: string): Promise<Map<string, OriginSummary>> {
  authorise('project:read', ctx.actor)
  const projectId = projectOf(ctx)
  const where = { projectId, articleId, deletedAt: null }
  const claims = await ctx.db.claim.findMany({ where, select: { id: true } })
  return originCountsIn(
    ctx.db,
    projectId,
    claims.map(({ id }) => id),
  )
}
