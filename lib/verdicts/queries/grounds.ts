import { createHash } from 'node:crypto'
import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import type { JudgedGraph } from '@/lib/verdicts/claim-graph'
import { groundsText } from '@/lib/verdicts/grounds'
import { loadGraphs } from '@/lib/verdicts/queries/claim-graph'
import { currentGrounds } from '@/lib/verdicts/read-grounds'
import type { Grounds } from '@/lib/verdicts/schema'

/** A short name for what a verdict would rest on: whoever judges hands back the one that was shown. */
export const groundsKeyOf = (grounds: Grounds): string =>
  createHash('sha256').update(groundsText(grounds)).digest('base64url').slice(0, 22)

/**
 * The name of what a verdict on a claim would rest on. Of what was read before anything else of it for a screen: what changes in between
 * is then read again for nothing, and never left unread.
 */
export const groundsKeyIn = (graph: JudgedGraph): string => groundsKeyOf(currentGrounds(graph))

/** The same as it is now. */
export async function getGroundsKey(ctx: Ctx, claimId: string): Promise<string> {
  authorise('project:read', ctx.actor)
  const graph = (await loadGraphs(ctx.db, projectOf(ctx), [claimId])).get(claimId)
  return graph?.row ? groundsKeyIn(graph) : groundsKeyOf([])
}
