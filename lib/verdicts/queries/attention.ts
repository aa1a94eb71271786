import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import { type BoundedCount, bounded, COUNTED_TO } from '@/lib/database/bounded-count'
import { type Attention, attentionByClaim } from '@/lib/verdicts/claim-graph'
import { candidatesIn } from '@/lib/verdicts/queries/candidates'
import { listGraphsOfArticle, loadGraphs } from '@/lib/verdicts/queries/claim-graph'

/** Whether the verdict that a claim stands by needs attention, and why; null: it does not, or there is none. */
export async function findAttention(ctx: Ctx, claimId: string): Promise<Attention | null> {
  authorise('project:read', ctx.actor)
  const graphs = await loadGraphs(ctx.db, projectOf(ctx), [claimId], { isJudgedOnly: true })
  return attentionByClaim(graphs.values()).get(claimId) ?? null
}

/** The claims of an article whose verdict needs attention. */
export async function listAttentionOfArticle(ctx: Ctx, articleId: string): Promise<Map<string, Attention>> {
  return attentionByClaim((await listGraphsOfArticle(ctx, articleId)).values())
}

// So many are looked at exactly for one list: of those counted, as many as it shows; of those to be counted, what can be waited for.
const [MOST_SHOWN, MOST_MARKED] = [50, 100]

/** What of a project needs attention. */
export type NeedingAttention = {
  /** Those looked at, which it is sure of: those longest in their state first, up to 50. */
  found: Map<string, Attention>
  /** How many there are. */
  needing: BoundedCount
  /** How many more may be among them, of which the worker has yet to say so. */
  recounting: BoundedCount
}

/**
 * The claims of the project whose verdict needs attention; those of archived articles left out. `assigneeId`: only those that this person
 * has in hand. Of all there are, counted to `limit`: what a change has marked is looked at as it is now, and listed or told of.
 */
export async function listAttention(
  ctx: Ctx,
  { assigneeId = null, limit = COUNTED_TO }: { assigneeId?: string | null; limit?: number } = {},
): Promise<NeedingAttention> {
  authorise('project:read', ctx.actor)
  const projectId = projectOf(ctx)
  const candidates = await candidatesIn(ctx.db, projectId, limit + MOST_MARKED + 1, assigneeId)
  const settled = candidates.filter(({ isMarked }) => !isMarked)
  const marked = candidates.filter(({ isMarked }) => isMarked)
  const looked = new Set([...settled.slice(0, MOST_SHOWN), ...marked.slice(0, MOST_MARKED)].map(({ id }) => id))
  const graphs = await loadGraphs(ctx.db, projectId, [...looked], { isJudgedOnly: true })
  const sure = attentionByClaim(candidates.flatMap(({ id }) => graphs.get(id) ?? []))
  return {
    found: new Map([...sure].slice(0, MOST_SHOWN)),
    needing: bounded(sure.size + Math.max(0, settled.length - MOST_SHOWN), limit),
    recounting: bounded(Math.max(0, marked.length - MOST_MARKED), limit),
  }
}
