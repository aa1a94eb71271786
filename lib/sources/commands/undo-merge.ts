import { command } from '@/lib/audit/record'
import { authorise } from '@/lib/auth/permissions'
import { personOf, projectOf, type TxCtx } from '@/lib/context'
import { DomainError, foundOr404, refuseIf } from '@/lib/errors'
import { leadsUpTo, lockParents } from '@/lib/sources/commands/edit-source'
import { lockSources } from '@/lib/sources/commands/merge-sources'
import { findSameSource } from '@/lib/sources/commands/same-source'
import { UNIQUE_KINDS } from '@/lib/sources/kinds'
import { type MergeMoved, mergeMoved, undoMergeInput } from '@/lib/sources/schema'
import type { Source } from '@/prisma/generated/client'

const referencesIn = (moved: MergeMoved) => moved.references.reduce((sum, { ids }) => sum + ids.length, 0)

/** How many of the moved references are back, and how many are not: gone, or given to another source since. */
async function moveBack(ctx: TxCtx, id: string, merged: MergeMoved) {
  const [undone] = await ctx.tx.$queryRaw<{ references: unknown }[]>`
    SELECT undo_source_merge(${id}::uuid, ${projectOf(ctx)}::uuid, ${personOf(ctx)}::uuid, ${ctx.now}::timestamptz)
      AS "references"`
  const back = referencesIn(mergeMoved.parse({ references: undone?.references, aliases: [] }))
  return { moved: back, left: referencesIn(merged) - back }
}

/** The name of the one that comes back must still be free: a source of the same name may have been made, or renamed, since. */
async function requireUndoable(ctx: TxCtx, kept: Source, dropped: Source) {
  const mergedSince = kept.mergedIntoId !== null
  refuseIf('refused', mergedSince ? [{ key: 'source.keptMergedSince', values: { name: kept.name } }] : [])
  const isSame = kept.kind === dropped.kind && kept.nameKey === dropped.nameKey && UNIQUE_KINDS.includes(kept.kind)
  const renamed = isSame && !kept.sharesName && !dropped.sharesName
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
  // Read again under the lock: whoever undoes it at the same moment was first.
  const standing = await ctx.tx.sourceMerge.findFirst({ where: { id, undoneAt: null } })
  if (!standing) throw new DomainError('conflict', [{ key: 'source.undoneAlready' }])
  await requireUndoable(ctx, kept, dropped)

  const back = await moveBack(ctx, id, mergeMoved.parse(merge.moved))
  const after = await ctx.tx.source.findUniqueOrThrow({ where: { id: kept.id } })
  if (dropped.parentId && (await leadsUpTo(ctx, dropped.parentId, dropped.id)))
    throw new DomainError('refused', [{ key: 'source.undoCircle', values: { name: dropped.name } }])
  return {
    result: { id, droppedId: dropped.id, ...back },
    entityId: kept.id,
    before: { kept, dropped },
    after: { kept: after, mergeId: id },
  }
})
