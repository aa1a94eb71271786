import { type Ctx, inTransaction } from '@/lib/context'
import type { Tx } from '@/lib/db'
import type { Effect } from '@/lib/jobs/commands/handler'
import { attentionIn } from '@/lib/verdicts/claim-graph'
import { loadGraphs } from '@/lib/verdicts/queries/claim-graph'

// So many claims are counted at once, with all that they rest on.
const AT_ONCE = 100

/**
 * Counts those of these claims of a project that are marked, and answers how to write it. A mark that comes meanwhile stays; where another
 * worker has counted the same meanwhile, with marks that came later perhaps, theirs stands.
 */
export async function countClaims(db: Tx, projectId: string, claimIds: readonly string[]): Promise<Effect> {
  // The marks first: what changes after this leaves another one.
  const marks = await db.claimRecount.findMany({ where: { projectId, claimId: { in: [...claimIds] } } })
  const ids = [...new Set(marks.map(({ claimId }) => claimId))]
  const graphs = await loadGraphs(db, projectId, ids, { isJudgedOnly: true })
  const claims = await db.claim.findMany({
    where: { projectId, id: { in: ids } },
    select: { id: true, revision: true, stateSince: true },
  })
  const claimOf = new Map(claims.map((claim) => [claim.id, claim]))
  return async ({ tx, now }) => {
    const counted = await tx.$queryRaw<{ claimId: string }[]>`
      DELETE FROM "ClaimRecount" WHERE "id" = ANY(${marks.map(({ id }) => id)}::uuid[]) RETURNING "claimId"`
    const rows = [...new Set(counted.map(({ claimId }) => claimId))].flatMap((claimId) => {
      const [graph, claim] = [graphs.get(claimId), claimOf.get(claimId)]
      if (!graph || !claim) return []
      const { origins, undetermined } = graph.origins.asserting
      const [first] = attentionIn(graph)?.changes ?? []
      const derived = { origins, undetermined, needsAttention: first !== undefined, reasonKind: first?.kind ?? null }
      return [
        {
          claimId,
          projectId,
          ...derived,
          revision: graph.row?.revision ?? claim.revision,
          stateSince: claim.stateSince,
          countedAt: now,
        },
      ]
    })
    await tx.$executeRaw`
      INSERT INTO "ClaimProjection" ("claimId", "projectId", "origins", "undetermined", "needsAttention", "reasonKind", "revision", "stateSince",
          "countedAt", "said", "search")
        SELECT r."claimId", ${projectId}::uuid, r."origins", r."undetermined", r."needsAttention", r."reasonKind", r."revision",
          r."stateSince", ${now}, s."said", search_vector(s."said", s."language")
        FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("claimId" uuid, "origins" int, "undetermined" int,
          "needsAttention" boolean, "reasonKind" text, "revision" int, "stateSince" timestamptz)
        JOIN claims_said(${rows.map(({ claimId }) => claimId)}::uuid[]) s ON s."claimId" = r."claimId" ORDER BY r."claimId"
      ON CONFLICT ("claimId") DO UPDATE SET "origins" = EXCLUDED."origins", "undetermined" = EXCLUDED."undetermined",
        "needsAttention" = EXCLUDED."needsAttention", "reasonKind" = EXCLUDED."reasonKind", "revision" = EXCLUDED."revision",
        "stateSince" = EXCLUDED."stateSince", "countedAt" = EXCLUDED."countedAt",
        "said" = EXCLUDED."said", "search" = EXCLUDED."search"`
  }
}

/** Counts these, one by one where they cannot be counted together: what cannot stays marked, keeps nothing else waiting, and is answered. */
async function countApart(ctx: Ctx, projectId: string, claimIds: readonly string[]): Promise<unknown[]> {
  try {
    await inTransaction(ctx, await countClaims(ctx.db, projectId, claimIds))
    return []
  } catch (error) {
    if (claimIds.length === 1) return [error]
    const failures: unknown[] = []
    for (const claimId of claimIds) failures.push(...(await countApart(ctx, projectId, [claimId])))
    // Not one of them: it is the database, or all of it, and the next batch would wait as long.
    if (failures.length === claimIds.length) throw error
    return failures
  }
}

type Marked = { projectId: string; claimId: string }

/**
 * Counts every claim that is marked, of one project or of all, a batch a transaction: what is counted stays so, whatever happens to the
 * rest. `onCounted` hears after each how many are done, of how many. Throws at the end what kept one from being counted; it stays marked.
 */
export async function countMarkedClaims(
  ctx: Ctx,
  projectId: string | null,
  onCounted?: (done: number, total: number) => Promise<void>,
): Promise<number> {
  const [row] = await ctx.db.$queryRaw<{ marked: number }[]>`
    SELECT count(DISTINCT "claimId")::int AS "marked" FROM "ClaimRecount" WHERE ${projectId}::uuid IS NULL OR "projectId" = ${projectId}::uuid`
  const failures: unknown[] = []
  let done = 0
  for (let last: Marked | undefined; ; ) {
    const marked = await ctx.db.$queryRaw<Marked[]>`
      SELECT DISTINCT "projectId", "claimId" FROM "ClaimRecount"
      WHERE (${projectId}::uuid IS NULL OR "projectId" = ${projectId}::uuid)
        AND (${last?.projectId ?? null}::uuid IS NULL OR ("projectId", "claimId") > (${last?.projectId ?? null}::uuid, ${last?.claimId ?? null}::uuid))
      ORDER BY "projectId", "claimId" LIMIT ${AT_ONCE}`
    last = marked.at(-1)
    if (!last) break
    // Of one project at a time; the others come with the next batch.
    const first = marked[0]?.projectId ?? last.projectId
    const own = marked.filter((each) => each.projectId === first)
    last = own.at(-1) ?? last
    const ids = own.map(({ claimId }) => claimId)
    const kept = await countApart(ctx, first, ids)
    failures.push(...kept)
    done += ids.length - kept.length
    await onCounted?.(done, Math.max(done, row?.marked ?? 0))
  }
  if (failures.length > 0) throw failures[0]
  return done
}
