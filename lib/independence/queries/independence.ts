import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { foundOr404 } from '@/lib/errors'
import { claimId as parseClaimId } from '@/lib/ids'
import { doubtsOfPair } from '@/lib/independence/link-doubts'
import { linkFacts } from '@/lib/independence/queries/link-facts'
import { loadPools } from '@/lib/independence/queries/pool'
import { checkedIn } from '@/lib/independence/queries/pool-appearances'
import type { IndependenceView, LinkView } from '@/lib/independence/view'

/** The links in force among these claims. */
async function linksAmong(tx: Tx, projectId: string, ids: readonly string[]): Promise<LinkView[]> {
  const among = { in: [...ids] }
  const links = await tx.claimLink.findMany({
    where: { projectId, removedAt: null, oneId: among, otherId: among },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    include: { createdBy: { select: { id: true, name: true } } },
  })
  // The claims go on being edited: a figure that comes later may contradict what was linked before.
  const facts = links.length > 0 ? await linkFacts(tx, projectId, ids) : new Map<string, never>()
  return links.map(({ id, oneId, otherId, reason, createdBy, createdAt }) => {
    const [one, other] = [facts.get(oneId), facts.get(otherId)]
    const doubts = one && other ? doubtsOfPair(one, other) : []
    return { id, oneId, otherId, reason, by: createdBy, at: createdAt, doubts }
  })
}

/** Everything that the independence of a claim rests on. Throws `not-found`. */
export async function getIndependence(ctx: Ctx, claimId: string): Promise<IndependenceView> {
  authorise('project:read', ctx.actor)
  const projectId = projectOf(ctx)
  const id = foundOr404(parseClaimId.safeParse(claimId).data, 'claim')
  const pool = foundOr404((await loadPools(ctx.db, projectId, [id])).get(id), 'claim')
  const { claims, appearances, counts, decisions, sharings } = pool
  const links = await linksAmong(
    ctx.db,
    projectId,
    claims.map((claim) => claim.id),
  )
  const checked = checkedIn(pool.rows)
  return {
    claimId: id,
    checked,
    claims,
    appearances: appearances.map(({ view }) => view),
    counts,
    decisions,
    links,
    sharings,
  }
}
