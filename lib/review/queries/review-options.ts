import { authorise } from '@/lib/auth/permissions'
import { areOneHand } from '@/lib/auth/queries/one-hand'
import { type Ctx, personOf, projectOf } from '@/lib/context'
import { presentVerdicts, type ReviewOptions, reviewOptions } from '@/lib/review/standing'
import type { JudgedGraph } from '@/lib/verdicts/claim-graph'
import { loadGraph } from '@/lib/verdicts/queries/claim-graph'

/** The moves of a claim that has been read, as `reviewOptions`. */
export async function getReviewOptionsOf(ctx: Ctx, graph: JudgedGraph): Promise<ReviewOptions> {
  authorise('project:read', ctx.actor)
  const [verdict] = presentVerdicts(graph.row)
  const isOneHand = verdict !== undefined && (await areOneHand(ctx.db, verdict.authorId, personOf(ctx), ctx.now))
  return reviewOptions(graph, ctx.actor, isOneHand)
}

/** The same of a claim as it is now. Throws `not-found`. */
export async function getReviewOptions(ctx: Ctx, claimId: string): Promise<ReviewOptions> {
  authorise('project:read', ctx.actor)
  return getReviewOptionsOf(ctx, await loadGraph(ctx.db, projectOf(ctx), claimId))
}
