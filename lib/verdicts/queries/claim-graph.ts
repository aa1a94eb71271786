import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { foundOr404 } from '@/lib/errors'
import { claimId as parseClaimId } from '@/lib/ids'
import { originSummary } from '@/lib/independence/origin-summary'
import { claimRows, poolMembers, rowsByPool } from '@/lib/independence/queries/claim-rows'
import { countPools } from '@/lib/independence/queries/pool'
import { type ClaimGraph, type JudgedGraph, standingVerdict } from '@/lib/verdicts/claim-graph'
import { type GraphRow, graphRows, sourceRows } from '@/lib/verdicts/queries/graph-rows'
import { sourcesUnder } from '@/lib/verdicts/read-grounds'
import { type Grounds, grounds } from '@/lib/verdicts/schema'

/** What the verdicts that these claims stand by rested on, and what these others did, by verdict. */
async function groundsOf(tx: Tx, projectId: string, rows: readonly GraphRow[], others: readonly string[]) {
  const ids = [...new Set([...rows.flatMap((row) => standingVerdict(row) ?? []), ...others])]
  if (ids.length === 0) return new Map<string, Grounds>()
  const found = await tx.verdict.findMany({
    where: { projectId, id: { in: ids } },
    select: { id: true, groundStates: true },
  })
  return new Map(found.map((each) => [each.id, grounds.parse(each.groundStates)]))
}

type GraphRequest = {
  /** Verdicts whose grounds are wanted too, besides those that the claims stand by. */
  verdictIds?: readonly string[]
  /** Claims that nobody has judged are only counted. */
  isJudgedOnly?: boolean
}

/** Claims of a project with everything that they rest on, by id, inside a caller's transaction or not. A fixed number of queries. */
export async function loadGraphs(
  tx: Tx,
  projectId: string,
  claimIds: readonly string[],
  { verdictIds = [], isJudgedOnly = false }: GraphRequest = {},
): Promise<Map<string, ClaimGraph>> {
  if (claimIds.length === 0) return new Map()
  const members = await poolMembers(tx, projectId, claimIds)
  const own = await graphRows(tx, projectId, [...members.keys()], isJudgedOnly ? { verdicts: { some: {} } } : {})
  const rowOf = new Map(own.map((row) => [row.id, row]))
  const others = [...new Set([...members.values()].flat())].filter((id) => !rowOf.has(id))
  const counted = await claimRows(tx, projectId, others)
  const pools = await countPools(tx, projectId, rowsByPool(members, [...own, ...counted]))
  const grounds = await groundsOf(tx, projectId, own, verdictIds)
  const named = own.flatMap((row) =>
    sourcesUnder(
      row,
      row.verdicts.flatMap(({ id }) => grounds.get(id) ?? []),
    ),
  )
  const sources = new Map((await sourceRows(tx, projectId, [...new Set(named)])).map((row) => [row.id, row]))
  return new Map(
    [...pools].map(([claimId, pool]): [string, ClaimGraph] => {
      const row = rowOf.get(claimId)
      const origins = originSummary(claimId, pool)
      return [claimId, row ? { claimId, pool, origins, row, sources, grounds } : { claimId, pool, origins, row: null }]
    }),
  )
}

/** One claim with everything that it rests on. Throws `not-found`. */
export async function loadGraph(
  tx: Tx,
  projectId: string,
  claimId: string,
  asked?: GraphRequest,
): Promise<JudgedGraph> {
  const id = foundOr404(parseClaimId.safeParse(claimId).data, 'claim')
  const graph = (await loadGraphs(tx, projectId, [id], asked)).get(id)
  return foundOr404(graph?.row ? graph : null, 'claim')
}

/** The same for a reader of the project. */
export async function getClaimGraph(ctx: Ctx, claimId: string): Promise<JudgedGraph> {
  authorise('project:read', ctx.actor)
  return loadGraph(ctx.db, projectOf(ctx), claimId)
}

/** The claims of an article with everything that judged ones rest on, by id. `claimIds`: these of them alone. */
export async function listGraphsOfArticle(
  ctx: Ctx,
  articleId: string,
  claimIds?: readonly string[],
): Promise<Map<string, ClaimGraph>> {
  authorise('project:read', ctx.actor)
  const projectId = projectOf(ctx)
  const where = { articleId, projectId, deletedAt: null, ...(claimIds ? { id: { in: [...claimIds] } } : {}) }
  const claims = await ctx.db.claim.findMany({ where, select: { id: true } })
  const ids = claims.map(({ id }) => id)
  return loadGraphs(ctx.db, projectId, ids, { isJudgedOnly: true })
}
