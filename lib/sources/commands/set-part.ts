import { command } from '@/lib/audit/record'
import { authorise } from '@/lib/auth/permissions'
import { personOf, projectOf, type TxCtx } from '@/lib/context'
import { DomainError, foundOr404, refuseIf } from '@/lib/errors'
import { dayToDate } from '@/lib/fields'
import { lockParents } from '@/lib/sources/commands/edit-source'
import { requireLiveSources } from '@/lib/sources/commands/live-sources'
import { partRefusals } from '@/lib/sources/parts'
import { partFacts } from '@/lib/sources/queries/parts'
import { removePartInput, type SetPart, setPartInput } from '@/lib/sources/schema'

const columnsOf = ({ since, until }: SetPart) => ({
  sinceVerbatim: since?.verbatim ?? null,
  sinceEarliest: dayToDate(since?.earliest ?? null),
  sinceLatest: dayToDate(since?.latest ?? null),
  sincePrecision: since?.precision ?? null,
  untilVerbatim: until?.verbatim ?? null,
  untilEarliest: dayToDate(until?.earliest ?? null),
  untilLatest: dayToDate(until?.latest ?? null),
  untilPrecision: until?.precision ?? null,
})

async function findSources(ctx: TxCtx, { sourceId, wholeId }: SetPart) {
  const rows = await ctx.tx.source.findMany({
    where: { projectId: projectOf(ctx), id: { in: [sourceId, wholeId] } },
    select: { id: true, kind: true, name: true, mergedIntoId: true },
  })
  const find = (id: string) =>
    foundOr404(
      rows.find((row) => row.id === id),
      'source',
    )
  return [find(sourceId), find(wholeId)] as const
}

/**
 * Says that an organisation is part of another: from then on the two count as one origin in that period, unless the whole
 * is a government. Throws `not-found`, `refused` with every reason of `partRefusals`.
 */
export const setPart = command('source:setPart', setPartInput, async (ctx, input) => {
  authorise('source:setPart', ctx.actor)
  const { id, sourceId, wholeId, reason } = input
  // One change at a time: two at once could close a circle that neither sees.
  await lockParents(ctx)
  const [part, whole] = await findSources(ctx, input)
  refuseIf('refused', partRefusals(part, whole, input, await partFacts(ctx.tx, projectOf(ctx), part.id, whole.id)))
  await requireLiveSources(ctx, [part.id, whole.id])
  const after = await ctx.tx.sourcePart.create({
    data: {
      ...{ id, projectId: projectOf(ctx), sourceId, wholeId, reason, ...columnsOf(input) },
      ...{ createdById: personOf(ctx), createdAt: ctx.now },
    },
  })
  return { result: { id }, entityId: part.id, after, reason }
})

/** Takes back that an organisation is part of another; its row is kept. `conflict` when it was taken back already. */
export const removePart = command('source:removePart', removePartInput, async (ctx, { id }) => {
  authorise('source:removePart', ctx.actor)
  const where = { id, projectId: projectOf(ctx) }
  const before = foundOr404(await ctx.tx.sourcePart.findFirst({ where }), 'sourcePart')
  const [after] = await ctx.tx.sourcePart.updateManyAndReturn({
    where: { ...where, removedAt: null },
    data: { removedAt: ctx.now, removedById: personOf(ctx) },
  })
  if (!after) throw new DomainError('conflict', [{ key: 'changedMeanwhile' }])
  return { result: { id }, entityId: before.sourceId, before, after }
})
