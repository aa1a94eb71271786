import { command } from '@/lib/audit/record'
import { authorise } from '@/lib/auth/permissions'
import { personOf, projectOf } from '@/lib/context'
import { refuseIf } from '@/lib/errors'
import { dayToDate } from '@/lib/fields'
import { requireLiveSources } from '@/lib/sources/commands/live-sources'
import { judgeSourceInput } from '@/lib/sources/schema'

// The day in the zone that is farthest ahead: what is still tomorrow there is tomorrow everywhere.
const AHEAD_MS = 14 * 3_600_000

/** Judges a source's reliability (Admiralty code A to F) as of a day, with the reason. It is never edited afterwards. */
export const judgeSource = command('source:judge', judgeSourceInput, async (ctx, input) => {
  authorise('source:judge', ctx.actor)
  const latest = new Date(ctx.now.getTime() + AHEAD_MS).toISOString().slice(0, 10)
  refuseIf('invalid', input.judgedOn > latest ? [{ key: 'source.judgedInFuture', path: 'judgedOn' }] : [])
  await requireLiveSources(ctx, [input.sourceId])
  const { id, sourceId, grade, reason } = input
  const after = await ctx.tx.sourceReliability.create({
    data: {
      ...{ id, sourceId, grade, reason },
      projectId: projectOf(ctx),
      judgedOn: dayToDate(input.judgedOn) ?? ctx.now,
      createdById: personOf(ctx),
      createdAt: ctx.now,
    },
  })
  return { result: { id }, entityId: sourceId, after, reason }
})
