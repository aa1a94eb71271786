import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import { COUNTED_TO } from '@/lib/database/bounded-count'
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

// So many claims are read at once, with all that they rest on.
const AT_ONCE = 200

/**
 * The claims of the project whose verdict needs attention, the newest verdict first; those of archived articles left out. Of all there
 * are, until a thousand have been found.
 */
export async function listAttention(ctx: Ctx): Promise<Map<string, Attention>> {
  authorise('project:read', ctx.actor)
  const projectId = projectOf(ctx)
  const candidates = await candidatesIn(ctx.db, projectId)
  const found = new Map<string, Attention>()
  for (let at = 0; at < candidates.length && found.size < COUNTED_TO; at += AT_ONCE) {
    const ids = candidates.slice(at, at + AT_ONCE)
    const graphs = await loadGraphs(ctx.db, projectId, ids, { isJudgedOnly: true })
    for (const [id, attention] of attentionByClaim(ids.flatMap((each) => graphs.get(each) ?? [])))
      found.set(id, attention)
  }
  return found
}
