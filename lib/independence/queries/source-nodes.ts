import type { Tx } from '@/lib/db'
import type { SourceNode } from '@/lib/independence/origins'
import type { SourceKind } from '@/prisma/generated/enums'

type NodeRow = {
  id: string
  kind: SourceKind
  name: string
  role: string | null
  parentId: string | null
  outletId: string | null
  isArticle: boolean
  mergedAt: Date | null
}

/** Two sources taken for one, as if they were merged at this time. */
export type Supposed = { keptId: string; droppedId: string; at: Date }

const nodeOf = ({ id, kind, name, role, isArticle, mergedAt }: NodeRow): SourceNode => ({
  ...{ id, kind, name, role, parent: null, outlet: null, isArticle, mergedAt: mergedAt?.toISOString() ?? null },
})

/** The sources with everything that they lead to: parents, and the outlets of articles. One query, circles or not. */
export async function sourceNodes(
  tx: Tx,
  projectId: string,
  ids: readonly string[],
  supposed: Supposed | null = null,
): Promise<(id: string | null) => SourceNode | null> {
  const wanted = supposed ? [...ids, supposed.keptId] : [...ids]
  const rows = await tx.$queryRaw<NodeRow[]>`
    WITH RECURSIVE reached AS (
      SELECT s."id", s."kind", s."name", s."role", s."parentId", a."outletId", a."id" IS NOT NULL AS "isArticle"
      FROM "Source" s LEFT JOIN "Article" a ON a."sourceId" = s."id"
      WHERE s."projectId" = ${projectId}::uuid AND s."id" = ANY(${wanted}::uuid[])
      UNION
      SELECT s."id", s."kind", s."name", s."role", s."parentId", a."outletId", a."id" IS NOT NULL
      FROM reached r JOIN "Source" s ON s."id" IN (r."parentId", r."outletId")
      LEFT JOIN "Article" a ON a."sourceId" = s."id"
    )
    SELECT "id", "kind"::text AS "kind", "name", "role", "parentId", "outletId", "isArticle", (
      SELECT max(m."createdAt") FROM "SourceMerge" m
      WHERE m."projectId" = ${projectId}::uuid AND m."keptId" = reached."id" AND m."undoneAt" IS NULL
    ) AS "mergedAt" FROM reached`
  const nodes = new Map(rows.map((row) => [row.id, { row, node: nodeOf(row) }]))
  const find = (id: string | null) =>
    nodes.get((id === supposed?.droppedId ? supposed?.keptId : id) ?? '')?.node ?? null
  for (const { row, node } of nodes.values()) {
    node.parent = find(row.parentId)
    node.outlet = find(row.outletId)
    if (row.id === supposed?.keptId) node.mergedAt = supposed.at.toISOString()
  }
  return find
}
