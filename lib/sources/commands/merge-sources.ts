import { command } from '@/lib/audit/record'
import { authorise } from '@/lib/auth/permissions'
import { personOf, projectOf, type TxCtx } from '@/lib/context'
import { DomainError, foundOr404, refuseIf } from '@/lib/errors'
import { lockParents } from '@/lib/sources/commands/edit-source'
import { aliasesToAdd, mergeRefusals } from '@/lib/sources/merging'
import { droppedFacts } from '@/lib/sources/queries/merge-preview'
import { MERGED_COLUMNS, type MergeMoved, mergeSourcesInput } from '@/lib/sources/schema'
import { Prisma } from '@/prisma/generated/client'

type Moved = MergeMoved['references'][number]

/** The guards of approved claims let references to sources move in this transaction, and nothing else. */
export const allowMoving = (ctx: TxCtx) => ctx.tx.$queryRaw`SELECT set_config('recoupe.merging_sources', 'on', true)`

/** Both rows, for nobody else to refer to or change until this transaction ends. In one order, so that two never wait for each other. */
export async function lockSources(ctx: TxCtx, ids: readonly string[]) {
  const projectId = projectOf(ctx)
  await ctx.tx.$queryRaw`SELECT "id" FROM "Source"
    WHERE "projectId" = ${projectId}::uuid AND "id" = ANY(${[...ids]}::uuid[]) ORDER BY "id" FOR UPDATE`
  const rows = await ctx.tx.source.findMany({ where: { projectId, id: { in: [...ids] } } })
  return new Map(rows.map((row) => [row.id, row]))
}

async function moveReferences(ctx: TxCtx, fromId: string, toId: string): Promise<Moved[]> {
  const moved: Moved[] = []
  for (const { table, column } of MERGED_COLUMNS) {
    // From the closed list in the schema: neither is anything that a person wrote.
    const [into, of] = [Prisma.raw(`"${table}"`), Prisma.raw(`"${column}"`)]
    const rows = await ctx.tx.$queryRaw<{ id: string }[]>`
      UPDATE ${into} SET ${of} = ${toId}::uuid
      WHERE "projectId" = ${projectOf(ctx)}::uuid AND ${of} = ${fromId}::uuid RETURNING "id"`
    if (rows.length > 0) moved.push({ table, column, ids: rows.map(({ id }) => id) })
  }
  return moved
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

  await allowMoving(ctx)
  const references = await moveReferences(ctx, dropped.id, kept.id)
  const aliases = aliasesToAdd(kept, dropped)
  await ctx.tx.source.update({
    where: { id: dropped.id },
    data: { mergedIntoId: kept.id, version: { increment: 1 } },
  })
  const after = await ctx.tx.source.update({
    where: { id: kept.id },
    data: { aliases: [...kept.aliases, ...aliases], version: { increment: 1 } },
  })
  const moved: MergeMoved = { references, aliases }
  await ctx.tx.sourceMerge.create({
    data: {
      id: input.id,
      projectId: projectOf(ctx),
      keptId: kept.id,
      droppedId: dropped.id,
      moved,
      createdById: personOf(ctx),
      createdAt: ctx.now,
    },
  })
  return {
    result: { id: input.id, keptId: kept.id, moved: references.reduce((sum, { ids }) => sum + ids.length, 0) },
    entityId: kept.id,
    before: { kept, dropped },
    after: { kept: after, mergeId: input.id, moved },
  }
})
