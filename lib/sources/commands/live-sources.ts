import { projectOf, type TxCtx } from '@/lib/context'
import { foundOr404, refuseIf } from '@/lib/errors'
import { bringBackSources } from '@/lib/sources/commands/bring-back-sources'

type LiveSourceRow = { id: string; name: string; keptName: string | null }

/** The project's sources of these ids, held until the end: a merge waits, and then moves what refers to them. */
const holdSources = (ctx: TxCtx, ids: readonly string[]) =>
  ctx.tx.$queryRaw<LiveSourceRow[]>`
    SELECT s."id", s."name", (SELECT kept."name" FROM "Source" kept WHERE kept."id" = s."mergedIntoId") AS "keptName"
    FROM "Source" s
    WHERE s."projectId" = ${projectOf(ctx)}::uuid AND s."id" = ANY(${[...ids]}::uuid[])
    ORDER BY s."id" FOR KEY SHARE OF s`

/**
 * For every command that is about to refer to sources: they are the project's, and none of them has been merged into
 * another (`source.mergedAway` names that one). A merge waits until the reference is written, and then moves it. One that went
 * with the chain along with which it was made comes back. Throws `not-found`, `refused`.
 */
export async function requireLiveSources(ctx: TxCtx, ids: readonly (string | null)[]): Promise<void> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return
  let rows = await holdSources(ctx, wanted)
  if (rows.length < wanted.length) {
    const others = await bringBackSources(ctx, wanted)
    refuseIf('refused', others.size > 0 ? [{ key: 'source.madeAnew' }] : [])
    rows = await holdSources(ctx, wanted)
  }
  foundOr404(rows.length === wanted.length ? true : null, 'source')
  refuseIf(
    'refused',
    rows.flatMap(({ name, keptName }) =>
      keptName === null ? [] : [{ key: 'source.mergedAway', values: { name, kept: keptName } }],
    ),
  )
}
