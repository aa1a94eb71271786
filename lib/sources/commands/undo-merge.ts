import { command } from '@/lib/audit/record'
import { authorise } from '@/lib/auth/permissions'
import { personOf, projectOf, type TxCtx } from '@/lib/context'
import { DomainError, foundOr404, refuseIf } from '@/lib/errors'
import { leadsUpTo, lockParents } from '@/lib/sources/commands/edit-source'
import { findSameSource } from '@/lib/sources/commands/insert-source'
import { allowMoving, lockSources } from '@/lib/sources/commands/merge-sources'
import { MERGED_COLUMNS, type MergeMoved, mergeMoved, UNIQUE_KINDS, undoMergeInput } from '@/lib/sources/schema'
import { Prisma, type Source } from '@/prisma/generated/client'

/** How many of the moved references are back, and how many are not: gone, or given to another source since. */
async function moveBack(ctx: TxCtx, moved: MergeMoved, keptId: string, droppedId: string) {
  const back = { moved: 0, left: 0 }
  for (const { table, column, ids } of moved.references) {
    const known = MERGED_COLUMNS.find((each) => each.table === table && each.column === column)
    if (!known) continue
    const [into, of] = [Prisma.raw(`"${known.table}"`), Prisma.raw(`"${known.column}"`)]
    const count = await ctx.tx.$executeRaw`
      UPDATE ${into} SET ${of} = ${droppedId}::uuid
      WHERE "projectId" = ${projectOf(ctx)}::uuid AND "id" = ANY(${ids}::uuid[]) AND ${of} = ${keptId}::uuid`
    back.moved += count
    back.left += ids.length - count
  }
  return back
}

/** The name of the one that comes back must still be free: a source of the same name may have been made, or renamed, since. */
async function requireUndoable(ctx: TxCtx, kept: Source, dropped: Source) {
  const mergedSince = kept.mergedIntoId !== null
  refuseIf('refused', mergedSince ? [{ key: 'source.keptMergedSince', values: { name: kept.name } }] : [])
  const renamed = kept.kind === dropped.kind && kept.nameKey === dropped.nameKey && UNIQUE_KINDS.includes(kept.kind)
  const same = renamed ? kept : await findSameSource(ctx, dropped.kind, dropped.name, kept.id)
  refuseIf('refused', same ? [{ key: 'source.sameNameSince', values: { id: same.id, name: same.name } }] : [])
}

/**
 * Takes a merge back: what it moved and still stands as it left it goes back, and so do the aliases. What was written
 * since stays with the kept one. Answers how many references went back and how many could not. Throws `not-found`,
 * `refused` when the kept one was merged away or its name was given anew, `conflict` when it is undone already.
 */
export const undoMerge = command('source:undoMerge', undoMergeInput, async (ctx, { id }) => {
  authorise('source:undoMerge', ctx.actor)
  await lockParents(ctx)
  const merge = foundOr404(await ctx.tx.sourceMerge.findFirst({ where: { id, projectId: projectOf(ctx) } }), 'merge')
  const sources = await lockSources(ctx, [merge.keptId, merge.droppedId])
  const kept = foundOr404(sources.get(merge.keptId), 'source')
  const dropped = foundOr404(sources.get(merge.droppedId), 'source')
  const undone = await ctx.tx.sourceMerge.updateMany({
    where: { id, undoneAt: null },
    data: { undoneAt: ctx.now, undoneById: personOf(ctx) },
  })
  if (undone.count === 0) throw new DomainError('conflict', [{ key: 'source.undoneAlready' }])
  await requireUndoable(ctx, kept, dropped)

  await allowMoving(ctx)
  const moved = mergeMoved.parse(merge.moved)
  const back = await moveBack(ctx, moved, kept.id, dropped.id)
  const after = await ctx.tx.source.update({
    where: { id: kept.id },
    data: { aliases: kept.aliases.filter((alias) => !moved.aliases.includes(alias)), version: { increment: 1 } },
  })
  await ctx.tx.source.update({ where: { id: dropped.id }, data: { mergedIntoId: null, version: { increment: 1 } } })
  if (dropped.parentId && (await leadsUpTo(ctx, dropped.parentId, dropped.id)))
    throw new DomainError('refused', [{ key: 'source.undoCircle', values: { name: dropped.name } }])
  return {
    result: { id, droppedId: dropped.id, ...back },
    entityId: kept.id,
    before: { kept, dropped },
    after: { kept: after, mergeId: id },
  }
})
