import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
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

/**
 * The claims of the project whose verdict needs attention, the newest verdict first; those of archived articles left out.
 * A fixed number of queries; of the 1,000 newest verdicts on which anything may have changed.
 */
export async function listAttention(ctx: Ctx): Promise<Map<string, Attention>> {
  authorise('project:read', ctx.actor)
  const projectId = projectOf(ctx)
  const candidates = await candidatesIn(ctx.db, projectId)
  const graphs = await loadGraphs(ctx.db, projectId, candidates, { isJudgedOnly: true })
  return attentionByClaim(candidates.flatMap((id) => graphs.get(id) ?? []))
}
