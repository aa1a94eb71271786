import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import type { Tx } from '@/lib/db'
import type { OriginSummary } from '@/lib/independence/queries/origin-counts'
import { attentionOf, type Change } from '@/lib/verdicts/attention'
import { candidatesIn } from '@/lib/verdicts/queries/candidates'
import { foundationsIn } from '@/lib/verdicts/queries/foundations'
import { type RestsOn, restsOn } from '@/lib/verdicts/schema'
import type { Prisma } from '@/prisma/generated/client'

/** The verdict that a claim stands by, and what it rests on that is not what it was. */
export type Attention = { verdictId: string; changes: Change[] }

type Origins = ReadonlyMap<string, OriginSummary>
type Resting = { id: string; claimId: string; claimRevision: number; restsOn: RestsOn; revision: number }

const verdict = { select: { id: true, claimRevision: true, restsOn: true } } satisfies Prisma.VerdictDefaultArgs

/** The verdicts that claims stand by: the approved one, else the latest. Dropped claims stand by none. */
async function standing(tx: Tx, where: Prisma.ClaimWhereInput): Promise<Resting[]> {
  const claims = await tx.claim.findMany({
    where: { ...where, deletedAt: null, state: { not: 'DROPPED' }, verdicts: { some: {} } },
    select: {
      id: true,
      revision: true,
      approvedVerdict: verdict,
      verdicts: { orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: 1, ...verdict },
    },
  })
  return claims.flatMap(({ id: claimId, revision, approvedVerdict, verdicts }) => {
    const stands = approvedVerdict ?? verdicts[0]
    return stands ? [{ ...stands, claimId, revision, restsOn: restsOn.parse(stands.restsOn) }] : []
  })
}

const sourcesOf = (resting: RestsOn) => resting.flatMap(({ kind, id }) => (kind === 'source' ? [id] : []))

/** By claim, the verdicts among these that need attention. A fixed number of queries. */
async function needing(tx: Tx, projectId: string, verdicts: readonly Resting[], origins?: Origins) {
  if (verdicts.length === 0) return new Map<string, Attention>()
  const claimIds = verdicts.map(({ claimId }) => claimId)
  const alsoSources = new Map(verdicts.map((each) => [each.claimId, sourcesOf(each.restsOn)]))
  const foundations = await foundationsIn(tx, projectId, claimIds, { alsoSources, origins })
  return new Map(
    verdicts.flatMap((each): [string, Attention][] => {
      const now = foundations.get(each.claimId)
      const changes = now ? attentionOf(each, { revision: each.revision, foundations: now }) : []
      return changes.length > 0 ? [[each.claimId, { verdictId: each.id, changes }]] : []
    }),
  )
}

/** What has changed since this verdict, inside a caller's transaction; empty: it needs no attention. */
export async function changesSinceVerdict(tx: Tx, projectId: string, verdictId: string): Promise<Change[]> {
  const found = await tx.verdict.findFirst({
    where: { id: verdictId, projectId },
    select: { ...verdict.select, claimId: true, claim: { select: { revision: true } } },
  })
  if (!found) return []
  const resting = { ...found, revision: found.claim.revision, restsOn: restsOn.parse(found.restsOn) }
  return (await needing(tx, projectId, [resting])).get(found.claimId)?.changes ?? []
}

/** Whether the verdict that a claim stands by needs attention, and why; null: it does not, or there is none. */
export async function findAttention(ctx: Ctx, claimId: string, origins?: OriginSummary): Promise<Attention | null> {
  authorise('project:read', ctx.actor)
  const projectId = projectOf(ctx)
  const verdicts = await standing(ctx.db, { id: claimId, projectId })
  const counted = origins && new Map([[claimId, origins]])
  return (await needing(ctx.db, projectId, verdicts, counted)).get(claimId) ?? null
}

/**
 * The claims of an article whose verdict needs attention; `origins` where the caller has counted them already. `claimIds`: these of
 * them alone.
 */
export async function listAttentionOfArticle(
  ctx: Ctx,
  articleId: string,
  origins?: Origins,
  claimIds?: readonly string[],
): Promise<Map<string, Attention>> {
  authorise('project:read', ctx.actor)
  const projectId = projectOf(ctx)
  const where = { articleId, projectId, ...(claimIds ? { id: { in: [...claimIds] } } : {}) }
  return needing(ctx.db, projectId, await standing(ctx.db, where), origins)
}

/**
 * The claims of the project whose verdict needs attention, the newest verdict first; those of archived articles left out.
 * A fixed number of queries; of the 1,000 newest verdicts on which anything may have changed.
 */
export async function listAttention(ctx: Ctx): Promise<Map<string, Attention>> {
  authorise('project:read', ctx.actor)
  const projectId = projectOf(ctx)
  const candidates = await candidatesIn(ctx.db, projectId)
  if (candidates.length === 0) return new Map()
  const verdicts = await standing(ctx.db, { id: { in: candidates }, projectId })
  const found = await needing(ctx.db, projectId, verdicts)
  return new Map(
    candidates.flatMap((id): [string, Attention][] => {
      const attention = found.get(id)
      return attention ? [[id, attention]] : []
    }),
  )
}
