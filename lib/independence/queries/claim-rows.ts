import type { Tx } from '@/lib/db'
import { groupBy } from '@/lib/lists/group-by'
import type { Prisma } from '@/prisma/generated/client'

const place = { versionId: true, start: true, end: true }
const words = { ...place, exact: true, prefix: true, suffix: true }
const dated = { id: true, sourceId: true, publishedEarliest: true, publishedLatest: true }

const hops = {
  knows: true,
  hops: {
    select: {
      position: true,
      speechAct: true,
      saidEarliest: true,
      saidLatest: true,
      saidPrecision: true,
      sourceId: true,
      affiliationId: true,
      onBehalfOfId: true,
      sourceSpan: { select: place },
      cueSpan: { select: place },
    },
  },
} satisfies Prisma.AttributionSelect

/** What a claim is counted by. */
const counted = {
  id: true,
  number: true,
  wording: true,
  checked: true,
  articleId: true,
  article: { select: { ...dated, title: true } },
  spans: { orderBy: { position: 'asc' }, select: { span: { select: words } } },
  attributions: { orderBy: [{ position: 'asc' }, { id: 'asc' }], select: { id: true, ...hops } },
  evidence: {
    where: { withdrawnAt: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      stance: true,
      directness: true,
      sourceId: true,
      source: { select: { name: true, aliases: true } },
      quote: true,
      reading: { select: { hasSpeaker: true, speakers: true } },
      span: { select: { ...words, version: { select: { article: { select: dated } } } } },
      attribution: { select: hops },
    },
  },
} satisfies Prisma.ClaimSelect

export type CountedClaimRow = Prisma.ClaimGetPayload<{ select: typeof counted }>
export type CountedChainRow = CountedClaimRow['attributions'][number]
export type CountedHopRow = CountedChainRow['hops'][number]
export type CountedEvidenceRow = CountedClaimRow['evidence'][number]
export type WordsRow = CountedClaimRow['spans'][number]['span']

/**
 * The claims that are counted together with each of these, itself first: linked as the same, directly or by others. What
 * was dropped or lies in the archive vouches for nobody else.
 */
export async function poolMembers(
  tx: Tx,
  projectId: string,
  claimIds: readonly string[],
): Promise<Map<string, string[]>> {
  const members = await tx.$queryRaw<{ root: string; member: string }[]>`
    WITH RECURSIVE pool AS (
      SELECT c."id" AS root, c."id" AS member FROM "Claim" c
      WHERE c."projectId" = ${projectId}::uuid AND c."id" = ANY(${[...claimIds]}::uuid[]) AND c."deletedAt" IS NULL
      UNION
      SELECT pool.root, c."id" FROM pool
      JOIN LATERAL (
        SELECT l."otherId" AS id FROM "ClaimLink" l
        WHERE l."projectId" = ${projectId}::uuid AND l."oneId" = pool.member AND l."removedAt" IS NULL
        UNION ALL
        SELECT l."oneId" FROM "ClaimLink" l
        WHERE l."projectId" = ${projectId}::uuid AND l."otherId" = pool.member AND l."removedAt" IS NULL
      ) linked ON true
      JOIN "Claim" c ON c."id" = linked.id AND c."deletedAt" IS NULL AND c."state" <> 'DROPPED'
      JOIN "Article" a ON a."id" = c."articleId" AND a."archivedAt" IS NULL
    )
    SELECT root, member FROM pool ORDER BY root <> member, member`
  return new Map(
    [...groupBy(members, ({ root }) => root)].map(([root, all]) => [root, all.map(({ member }) => member)]),
  )
}

/** Claims of a project with what they are counted by, however they stand. */
export const claimRows = (tx: Tx, projectId: string, ids: readonly string[]): Promise<CountedClaimRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : tx.claim.findMany({ where: { projectId, id: { in: [...ids] } }, select: counted })

/** By claim, the rows of those that are counted together with it, itself first. */
export function rowsByPool<Row extends CountedClaimRow>(
  pools: ReadonlyMap<string, readonly string[]>,
  rows: readonly Row[],
) {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return new Map([...pools].map(([root, members]) => [root, members.flatMap((id) => byId.get(id) ?? [])]))
}
