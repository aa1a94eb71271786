import type { z } from 'zod'
import { command } from '@/lib/audit/record'
import { authorise } from '@/lib/auth/permissions'
import { projectOf, type TxCtx } from '@/lib/context'
import { DomainError, foundOr404, type Reason, refuseIf } from '@/lib/errors'
import { removeEventInput, saveEventInput } from '@/lib/events/schema'
import { dayToDate } from '@/lib/fields'
import { nameKey } from '@/lib/sources/name-key'

type EventInput = z.output<typeof saveEventInput>

const columnsOf = ({ title, place, note, happened }: EventInput) => ({
  title,
  titleKey: nameKey(title),
  place,
  note,
  happenedVerbatim: happened?.verbatim ?? null,
  happenedEarliest: dayToDate(happened?.earliest ?? null),
  happenedLatest: dayToDate(happened?.latest ?? null),
  happenedPrecision: happened?.precision ?? null,
  happenedFrom: happened?.clock?.from ?? null,
  happenedUntil: happened?.clock?.until ?? null,
  happenedZone: happened?.clock?.zone ?? null,
})

const changedMeanwhile = () => new DomainError('conflict', [{ key: 'changedMeanwhile' }])

/** Refuses the title of another event, and waits for others that take the same one. */
async function refuseSameTitle(ctx: TxCtx, { id, title }: EventInput) {
  const [projectId, titleKey] = [projectOf(ctx), nameKey(title)]
  if (!/[\p{L}\p{N}]/u.test(titleKey)) throw new DomainError('invalid', [{ key: 'event.titleMissing', path: 'title' }])
  await ctx.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`event ${projectId} ${titleKey}`}, 0))`
  const same = await ctx.tx.event.findFirst({ where: { projectId, titleKey, id: { not: id } } })
  refuseIf('refused', same ? [{ key: 'event.alreadyThere', values: { id: same.id, title: same.title } }] : [])
}

const eventOf = async (ctx: TxCtx, id: string) =>
  foundOr404(await ctx.tx.event.findFirst({ where: { id, projectId: projectOf(ctx) } }), 'event')

async function replaceEvent(ctx: TxCtx, { id, version, ...input }: EventInput & { version: number }) {
  const [event] = await ctx.tx.event.updateManyAndReturn({
    where: { id, projectId: projectOf(ctx), version },
    data: { ...columnsOf({ id, version, ...input }), version: { increment: 1 } },
  })
  if (!event) throw changedMeanwhile()
  return event
}

/**
 * Adds an event, or replaces one whole. The title of another event is refused with `event.alreadyThere`, whose values name
 * that one, so that the screen can offer it. `conflict` when another version is there.
 */
export const saveEvent = command('event:save', saveEventInput, async (ctx, input) => {
  authorise('event:save', ctx.actor)
  const { version } = input
  const before = version === null ? null : await eventOf(ctx, input.id)
  await refuseSameTitle(ctx, input)
  const event =
    version === null
      ? await ctx.tx.event.create({
          data: { id: input.id, projectId: projectOf(ctx), createdAt: ctx.now, ...columnsOf(input) },
        })
      : await replaceEvent(ctx, { ...input, version })
  return {
    result: { id: event.id, title: event.title, version: event.version },
    entityId: event.id,
    before,
    after: event,
  }
})

/** Takes away an event on which nothing stands; figures and warnings of deleted claims stand on it too: they may come back. */
export const removeEvent = command('event:remove', removeEventInput, async (ctx, { id, version }) => {
  authorise('event:remove', ctx.actor)
  const before = await eventOf(ctx, id)
  // Held until the end: whoever puts a figure on it meanwhile waits, and is told that it is gone.
  await ctx.tx.$queryRaw`SELECT 1 FROM "Event" WHERE "id" = ${id}::uuid FOR UPDATE`
  const [figures, warnings] = [
    await ctx.tx.figure.count({ where: { eventId: id } }),
    await ctx.tx.warning.count({ where: { eventId: id } }),
  ]
  const standing: Reason[] = []
  if (figures > 0) standing.push({ key: 'event.hasFigures', values: { count: figures } })
  if (warnings > 0) standing.push({ key: 'event.hasWarnings', values: { count: warnings } })
  refuseIf('refused', standing)
  const removed = await ctx.tx.event.deleteMany({ where: { id, projectId: projectOf(ctx), version } })
  if (removed.count === 0) throw changedMeanwhile()
  return { result: { id }, entityId: id, before, after: null }
})
