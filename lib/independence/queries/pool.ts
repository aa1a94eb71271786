import { paragraphNumbers } from '@/lib/articles/queries'
import type { WordsInText } from '@/lib/copies/concerns'
import { listRulings } from '@/lib/copies/queries/list-rulings'
import type { Tx } from '@/lib/db'
import { countOrigins, type OriginCounts } from '@/lib/independence/count-origins'
import { asSharing, findSharings } from '@/lib/independence/find-sharings'
import {
  type CountedClaimRow,
  type CountedHopRow,
  claimRows,
  poolMembers,
  rowsByPool,
} from '@/lib/independence/queries/claim-rows'
import {
  appearancesOf,
  checkedIn,
  evidenceVoice,
  type PooledAppearance,
} from '@/lib/independence/queries/pool-appearances'
import { type Supposed, sourceNodes } from '@/lib/independence/queries/source-nodes'
import type { CopyRuling } from '@/lib/independence/tellings'
import type { DecisionView, PooledClaim, SharingView } from '@/lib/independence/view'
import { groupBy } from '@/lib/lists/group-by'
import type { CheckedAspect } from '@/prisma/generated/enums'

/** A claim with those that say the same: their appearances, what is known and decided of them, and the counts. */
export type Pool = {
  rows: CountedClaimRow[]
  claims: PooledClaim[]
  appearances: PooledAppearance[]
  sharings: SharingView[]
  decisions: DecisionView[]
  counts: OriginCounts
}

function sourceIdsOf(rows: readonly CountedClaimRow[]): string[] {
  const ofHop = (hop: CountedHopRow) => [hop.sourceId, hop.affiliationId, hop.onBehalfOfId]
  const ids = rows.flatMap(({ article, attributions, evidence }) => [
    article.sourceId,
    ...attributions.flatMap((chain) => chain.hops.flatMap(ofHop)),
    ...evidence.flatMap((item) => [evidenceVoice(item), ...(item.attribution?.hops ?? []).flatMap(ofHop)]),
  ])
  return [...new Set(ids.filter((id) => id !== null))]
}

/** The paragraphs in which chains are told apart: of claims with several, where somebody else tells them too. */
async function paragraphsOf(tx: Tx, projectId: string, pools: readonly CountedClaimRow[][]) {
  const needed = pools.flatMap((pool) => {
    const isCompared = pool.length > 1 || pool.some(({ evidence }) => evidence.some(({ span, quote }) => span || quote))
    return isCompared ? pool.filter(({ attributions }) => attributions.length > 1) : []
  })
  const hops = needed.flatMap(({ attributions }) => attributions.flatMap((chain) => chain.hops))
  return paragraphNumbers(tx, projectId, [
    ...needed.flatMap(({ spans }) => spans.map(({ span }) => span)),
    ...hops.flatMap((hop) => [hop.sourceSpan, hop.cueSpan]),
  ])
}

/** What people decided about passages of these texts, whichever version they decided on; what was taken back is left out. */
async function rulingsOn(tx: Tx, projectId: string, rows: readonly CountedClaimRow[]): Promise<CopyRuling[]> {
  const items = rows.flatMap(({ evidence }) => evidence)
  const articles = [...rows.map(({ article }) => article), ...items.flatMap(({ span }) => span?.version.article ?? [])]
  const textIds = [...new Set([...articles, ...items].map(({ id }) => id))]
  const placed = ({ versionId, evidenceId, ...place }: WordsInText) => ({ ...place, in: versionId ?? evidenceId ?? '' })
  return (await listRulings(tx, projectId, textIds)).map(({ kind, copy, original, at }) => ({
    ...{ kind, copy: placed(copy), original: placed(original), at: at.toISOString() },
  }))
}

async function decisionsOn(tx: Tx, projectId: string, rows: readonly CountedClaimRow[]): Promise<DecisionView[]> {
  const ids = rows.flatMap(({ attributions, evidence }) => [...attributions, ...evidence].map(({ id }) => id))
  const found = await tx.originDecision.findMany({
    where: { projectId, takenBackAt: null, appearanceId: { in: ids } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    include: { createdBy: { select: { id: true, name: true } } },
  })
  return found.map(({ id, kind, appearanceId, otherAppearanceId, reason, createdBy, createdAt }) => ({
    ...{ id, kind, appearanceId, otherId: otherAppearanceId, reason, by: createdBy, at: createdAt, isDropped: false },
  }))
}

const claimOf = ({ id, number, wording, articleId, article }: CountedClaimRow): PooledClaim => ({
  ...{ id, number, wording, articleId, articleTitle: article.title },
})

function countPool(
  appearances: readonly PooledAppearance[],
  sharings: readonly SharingView[],
  made: DecisionView[],
  checked: CheckedAspect,
) {
  // Who contradicts is told apart by it; the origins are the same.
  const decisions = made
    .flatMap(({ kind, ...decision }) => (kind === 'CONCERNED' ? [] : [{ kind, ...decision }]))
    .map(({ at, ...decision }) => ({ ...decision, at: at.toISOString() }))
  const counts = countOrigins(
    appearances.map(({ appearance }) => appearance),
    { sharings: sharings.map(asSharing), decisions, checked },
  )
  return { counts, decisions: made.map((each) => ({ ...each, isDropped: counts.dropped.includes(each.id) })) }
}

/**
 * The pools of these rows, counted, by claim: in a number of queries that does not grow with them. `supposed`: as if sources had been
 * merged, or told to be part of each other.
 */
export async function countPools(
  tx: Tx,
  projectId: string,
  pools: ReadonlyMap<string, CountedClaimRow[]>,
  supposed: Supposed | null = null,
): Promise<Map<string, Pool>> {
  const all = [...new Set([...pools.values()].flat())]
  const node = await sourceNodes(tx, projectId, sourceIdsOf(all), supposed)
  const paragraphOf = await paragraphsOf(tx, projectId, [...pools.values()])
  const rulings = await rulingsOn(tx, projectId, all)
  const decided = groupBy(await decisionsOn(tx, projectId, all), ({ appearanceId }) => appearanceId)
  return new Map(
    [...pools].map(([claimId, rows]): [string, Pool] => {
      const appearances = appearancesOf(rows, node, paragraphOf)
      const sharings = findSharings(
        appearances.map(({ telling }) => telling),
        rulings,
      )
      const ids = rows.flatMap(({ attributions, evidence }) => [...attributions, ...evidence].map(({ id }) => id))
      const made = ids.flatMap((id) => decided.get(id) ?? [])
      made.sort((a, b) => a.at.getTime() - b.at.getTime())
      const counted = countPool(appearances, sharings, made, checkedIn(rows))
      return [claimId, { rows, claims: rows.map(claimOf), appearances, sharings, ...counted }]
    }),
  )
}

/** The pools of claims of one project, by claim; `supposed` as above. */
export async function loadPools(
  tx: Tx,
  projectId: string,
  claimIds: readonly string[],
  supposed: Supposed | null = null,
): Promise<Map<string, Pool>> {
  const members = await poolMembers(tx, projectId, claimIds)
  const rows = await claimRows(tx, projectId, [...new Set([...members.values()].flat())])
  return countPools(tx, projectId, rowsByPool(members, rows), supposed)
}
