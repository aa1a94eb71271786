import type { Tx } from '@/lib/db'
import type { SourceNode } from '@/lib/independence/stands-for'
import { isCalledGovernment } from '@/lib/sources/governments'
import type { SourceKind } from '@/prisma/generated/enums'

/** A row of `SourcePart`, with the first and last day on which it may have been so. */
type PartRow = { id: string; wholeId: string; notBefore: string | null; notAfter: string | null }

type NodeRow = {
  id: string
  kind: SourceKind
  name: string
  role: string | null
  isGovernment: boolean | null
  parentId: string | null
  outletId: string | null
  isArticle: boolean
  mergedAt: Date | null
  parts: PartRow[] | null
}

/** What is counted as if it were so: two sources merged, one part of another, or such a relation taken back. */
export type Supposed =
  | { kind: 'merged'; keptId: string; droppedId: string; at: Date }
  | ({ kind: 'part'; sourceId: string } & Omit<PartRow, 'id'>)
  | { kind: 'apart'; partId: string }

const nodeOf = ({ id, kind, name, role, isArticle, isGovernment, mergedAt }: NodeRow): SourceNode => ({
  ...{ id, kind, name, role, isArticle, parent: null, outlet: null, partOf: [] },
  mergedAt: mergedAt?.toISOString() ?? null,
  // Where nobody has said what it is, its name says it: too much folded into a state would hide what is told apart.
  isGovernment: isGovernment ?? isCalledGovernment(name),
})

/** What a source is part of. A merge moves this too, unlike the parent of the one that goes. */
function partsOf({ id, parts }: NodeRow, rows: readonly NodeRow[], supposed: Supposed | null): Omit<PartRow, 'id'>[] {
  const known = parts ?? []
  if (supposed?.kind === 'apart') return known.filter((part) => part.id !== supposed.partId)
  if (supposed?.kind === 'part') return supposed.sourceId === id ? [...known, supposed] : known
  const dropped = supposed?.keptId === id ? rows.find((row) => row.id === supposed.droppedId) : undefined
  return [...known, ...(dropped?.parts ?? [])]
}

const alsoWanted = (supposed: Supposed | null): string[] => {
  if (supposed?.kind === 'merged') return [supposed.keptId]
  return supposed?.kind === 'part' ? [supposed.wholeId] : []
}

/** The sources with everything that they lead to: parents, wholes, and the outlets of articles. One query, circles or not. */
export async function sourceNodes(
  tx: Tx,
  projectId: string,
  ids: readonly string[],
  supposed: Supposed | null = null,
): Promise<(id: string | null) => SourceNode | null> {
  const wanted = [...ids, ...alsoWanted(supposed)]
  const rows = await tx.$queryRaw<NodeRow[]>`
    WITH RECURSIVE reached AS (
      SELECT s."id", s."kind", s."name", s."role", s."isGovernment", s."parentId", a."outletId",
        a."id" IS NOT NULL AS "isArticle"
      FROM "Source" s LEFT JOIN "Article" a ON a."sourceId" = s."id"
      WHERE s."projectId" = ${projectId}::uuid AND s."id" = ANY(${wanted}::uuid[])
      UNION
      SELECT s."id", s."kind", s."name", s."role", s."isGovernment", s."parentId", a."outletId", a."id" IS NOT NULL
      FROM reached r
      JOIN LATERAL (
        SELECT r."parentId" UNION ALL SELECT r."outletId" UNION ALL
        SELECT p."wholeId" FROM "SourcePart" p
        WHERE p."projectId" = ${projectId}::uuid AND p."sourceId" = r."id" AND p."removedAt" IS NULL
      ) next("id") ON true
      JOIN "Source" s ON s."id" = next."id"
      LEFT JOIN "Article" a ON a."sourceId" = s."id"
    )
    SELECT "id", "kind"::text AS "kind", "name", "role", "isGovernment", "parentId", "outletId", "isArticle", (
      SELECT max(m."createdAt") FROM "SourceMerge" m
      WHERE m."projectId" = ${projectId}::uuid AND m."keptId" = reached."id" AND m."undoneAt" IS NULL
    ) AS "mergedAt", (
      SELECT json_agg(json_build_object('id', p."id", 'wholeId', p."wholeId", 'notBefore', p."sinceEarliest"::text,
        'notAfter', p."untilLatest"::text) ORDER BY p."id")
      FROM "SourcePart" p
      WHERE p."projectId" = ${projectId}::uuid AND p."sourceId" = reached."id" AND p."removedAt" IS NULL
    ) AS "parts" FROM reached`
  const nodes = new Map(rows.map((row) => [row.id, { row, node: nodeOf(row) }]))
  const merged = supposed?.kind === 'merged' ? supposed : null
  const find = (id: string | null) => nodes.get((id === merged?.droppedId ? merged?.keptId : id) ?? '')?.node ?? null
  for (const { row, node } of nodes.values()) {
    node.parent = find(row.parentId)
    node.outlet = find(row.outletId)
    node.partOf = partsOf(row, rows, supposed).flatMap(({ wholeId, notBefore, notAfter }) => {
      const whole = find(wholeId)
      return whole && whole !== node ? [{ whole, notBefore, notAfter }] : []
    })
    if (row.id === merged?.keptId) node.mergedAt = merged.at.toISOString()
  }
  return find
}
