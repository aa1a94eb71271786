import { projectOf, type TxCtx } from '@/lib/context'
import { foundOr404, refuseIf } from '@/lib/errors'

type Row = { id: string; name: string; keptName: string | null }

/**
 * For every command that is about to refer to sources: they are the project's, and none of them has been merged into
 * another (`source.mergedAway` names that one). A merge waits until the reference is written, and then moves it. Throws
 * `not-found`, `refused`.
 */
export async function requireLiveSources(ctx: TxCtx, ids: readonly (string | null)[]): Promise<void> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return
  const rows = await ctx.tx.$queryRaw<Row[]>`
    SELECT s."id", s."name", (SELECT kept."name" FROM "Source" kept WHERE kept."id" = s."mergedIntoId") AS "keptName"
    FROM "Source" s
    WHERE s."projectId" = ${projectOf(ctx)}::uuid AND s."id" = ANY(${wanted}::uuid[])
    ORDER BY s."id" FOR KEY SHARE OF s`
  foundOr404(rows.length === wanted.length ? true : null, 'source')
  refuseIf(
    'refused',
    rows.flatMap(({ name, keptName }) =>
      keptName === null ? [] : [{ key: 'source.mergedAway', values: { name, kept: keptName } }],
    ),
  )
}
