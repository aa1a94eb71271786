import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { foundOr404 } from '@/lib/errors'
import { type OriginSummary, originSummary } from '@/lib/independence/origin-summary'
import { loadPools } from '@/lib/independence/queries/pool'

/** The origins of claims of one project, by claim, inside a caller's transaction. A fixed number of queries. */
export async function originCountsIn(
  tx: Tx,
  projectId: string,
  claimIds: readonly string[],
): Promise<Map<string, OriginSummary>> {
  const pools = await loadPools(tx, projectId, claimIds)
  return new Map([...pools].map(([id, pool]) => [id, originSummary(id, pool)]))
}

/** The appearances and origins of one claim. Throws `not-found`. */
export async function countOriginsOfClaim(ctx: Ctx, claimId: string): Promise<OriginSummary> {
  authorise('project:read', ctx.actor)
  const counts = await originCountsIn(ctx.db, projectOf(ctx), [claimId])
  return foundOr404(counts.get(claimId), 'claim')
}

/** The appearances and origins of every claim of an article, by claim. */
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
