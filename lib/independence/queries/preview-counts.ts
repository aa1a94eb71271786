import type { Tx } from '@/lib/db'
import { loadPools, type Pool } from '@/lib/independence/queries/pool'
import type { Supposed } from '@/lib/independence/queries/source-nodes'
import type { DecisionView, PooledClaim } from '@/lib/independence/view'

const SHOWN = 50
// A source of more claims than this is looked at in part: agencies of thousands of claims are changed knowingly.
const LOOKED_AT = 1000

/** `before` and `after`: independent origins, for and against together. */
export type CountPreview = {
  /** At most 50 of the claims whose counts would change; `total` of them. */
  claims: (PooledClaim & { before: number; after: number })[]
  total: number
  /** What people told apart, and it would make one. */
  droppedDecisions: DecisionView[]
}

/** Claims that name one of these sources, or one that leads to them: a part, an issued document, a text of an outlet. */
async function claimsNaming(tx: Tx, projectId: string, sourceIds: string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE led AS (
      SELECT s."id" FROM "Source" s WHERE s."projectId" = ${projectId}::uuid AND s."id" = ANY(${sourceIds}::uuid[])
      UNION
      SELECT next.id FROM led JOIN LATERAL (
        SELECT s."id" FROM "Source" s WHERE s."projectId" = ${projectId}::uuid AND s."parentId" = led."id"
        UNION ALL
        SELECT a."sourceId" FROM "Article" a WHERE a."projectId" = ${projectId}::uuid AND a."outletId" = led."id"
        UNION ALL
        SELECT p."sourceId" FROM "SourcePart" p
        WHERE p."projectId" = ${projectId}::uuid AND p."wholeId" = led."id" AND p."removedAt" IS NULL
      ) next(id) ON true
    ), chains AS (
      SELECT h."attributionId" AS id FROM "Hop" h WHERE h."projectId" = ${projectId}::uuid AND h."sourceId" IN (SELECT id FROM led)
      UNION
      SELECT h."attributionId" FROM "Hop" h WHERE h."projectId" = ${projectId}::uuid AND h."affiliationId" IN (SELECT id FROM led)
      UNION
      SELECT h."attributionId" FROM "Hop" h WHERE h."projectId" = ${projectId}::uuid AND h."onBehalfOfId" IN (SELECT id FROM led)
    ), named AS (
      SELECT coalesce(t."claimId", e."claimId") AS id FROM chains
      JOIN "Attribution" t ON t."id" = chains.id LEFT JOIN "Evidence" e ON e."id" = t."evidenceId"
      UNION
      SELECT e."claimId" FROM "Evidence" e WHERE e."projectId" = ${projectId}::uuid AND e."sourceId" IN (SELECT id FROM led)
      UNION
      SELECT c."id" FROM "Claim" c JOIN "Article" a ON a."id" = c."articleId"
      WHERE a."projectId" = ${projectId}::uuid AND a."sourceId" IN (SELECT id FROM led)
    )
    SELECT c."id" FROM named JOIN "Claim" c ON c."id" = named.id AND c."deletedAt" IS NULL
    ORDER BY c."id" LIMIT ${LOOKED_AT}`
  return rows.map(({ id }) => id)
}

const numbersOf = ({ counts: { asserting, contradicting } }: Pool) =>
  [asserting, contradicting].flatMap(({ origins, undetermined, circles, roundUps }) => [
    ...[origins, undetermined, circles, roundUps],
  ])
const originsOf = ({ counts }: Pool) => counts.asserting.origins + counts.contradicting.origins

/** What would become of the counts of the claims that these sources stand behind, and of decisions; nothing is changed. */
export async function previewCounts(
  tx: Tx,
  projectId: string,
  sourceIds: string[],
  supposed: Supposed,
): Promise<CountPreview> {
  const named = await claimsNaming(tx, projectId, sourceIds)
  const direct = await loadPools(tx, projectId, named)
  const ids = [...new Set([...direct.values()].flatMap(({ claims }) => claims.map(({ id }) => id)))]
  const before = ids.length > direct.size ? await loadPools(tx, projectId, ids) : direct
  const after = await loadPools(tx, projectId, ids, supposed)
  const dropped = new Map<string, DecisionView>()
  const claims = [...before].flatMap(([id, pool]) => {
    const then = after.get(id)
    const [claim] = pool.claims
    if (!then || !claim) return []
    const wasDropped = new Set(pool.counts.dropped)
    for (const each of then.decisions) if (each.isDropped && !wasDropped.has(each.id)) dropped.set(each.id, each)
    const isChanged = numbersOf(pool).join() !== numbersOf(then).join()
    return isChanged ? [{ ...claim, before: originsOf(pool), after: originsOf(then) }] : []
  })
  claims.sort((a, b) => a.articleTitle.localeCompare(b.articleTitle) || a.number - b.number)
  return { claims: claims.slice(0, SHOWN), total: claims.length, droppedDecisions: [...dropped.values()] }
}
