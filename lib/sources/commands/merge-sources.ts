import { command } from '@/lib/audit/record'
import { authorise } from '@/lib/auth/permissions'
import { personOf, projectOf, type TxCtx } from '@/lib/context'
import { DomainError, foundOr404, refuseIf } from '@/lib/errors'
import { lockParents } from '@/lib/sources/commands/edit-source'
import { aliasesToAdd, mergeRefusals } from '@/lib/sources/merging'
import { droppedFacts } from '@/lib/sources/queries/merge-preview'
import { mergeMoved, mergeSourcesInput } from '@/lib/sources/schema'

/** Both rows, for nobody else to refer to or change until this transaction ends. In one order, so that two never wait for each other. */
export async function lockSources(ctx: TxCtx, ids: readonly string[]) {
  const projectId = projectOf(ctx)
  await ctx.tx.$queryRaw`SELECT "id" FROM "Source"
    WHERE "projectId" = ${projectId}::uuid AND "id" = ANY(${[...ids]}::uuid[]) ORDER BY "id" FOR UPDATE`
  const rows = await ctx.tx.source.findMany({ where: { projectId, id: { in: [...ids] } } })
  return new Map(rows.map((row) => [row.id, row]))
}

/**
 * Merges one source into another: every reference moves, in approved claims too, the name that goes becomes an alias, and
 * all that was moved is kept, so that `undoMerge` moves back exactly that. Throws `not-found`, `conflict` when either has
 * changed since it was previewed, `refused` with every reason of `mergeRefusals`.
 */
export const mergeSources = command('source:merge', mergeSourcesInput, async (ctx, input) => {
  authorise('source:merge', ctx.actor)
  await lockParents(ctx)
  const sources = await lockSources(ctx, [input.keptId, input.droppedId])
  const kept = foundOr404(sources.get(input.keptId), 'source')
  const dropped = foundOr404(sources.get(input.droppedId), 'source')
  if (kept.version !== input.keptVersion || dropped.version !== input.droppedVersion)
    throw new DomainError('conflict', [{ key: 'changedMeanwhile' }])
  refuseIf('refused', mergeRefusals(kept, dropped, await droppedFacts(ctx.tx, kept, dropped)))

  const aliases = aliasesToAdd(kept, dropped)
  // The database moves the references by itself: nobody else may touch those of approved claims.
  const [merge] = await ctx.tx.$queryRaw<{ moved: unknown }[]>`
    SELECT merge_sources(${input.id}::uuid, ${projectOf(ctx)}::uuid, ${kept.id}::uuid, ${dropped.id}::uuid,
      ${aliases}::text[], ${personOf(ctx)}::uuid, ${ctx.now}::timestamptz) AS moved`
  const moved = mergeMoved.parse(merge?.moved)
  const after = await ctx.tx.source.findUniqueOrThrow({ where: { id: kept.id } })
  return {
    result: { id: input.id, keptId: kept.id, moved: moved.references.reduce((sum, { ids }) => sum + ids.length, 0) },
    entityId: kept.id,
    before: { kept, dropped },
    after: { kept: after, mergeId: input.id, moved },
  }
})
