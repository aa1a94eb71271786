import { command } from '@/lib/audit/record'
import { loadClaimToChange, raiseRevision } from '@/lib/claims/commands/claim-access'
import { projectOf, type TxCtx } from '@/lib/context'
import { DomainError, foundOr404, refuseIf } from '@/lib/errors'
import { dateToDay, dayToDate } from '@/lib/fields'
import { requireLiveSources } from '@/lib/sources/commands/live-sources'
import { type DatedWarning, referenceRefusals } from '@/lib/warnings/references'
import {
  removeWarningInput,
  type SeenWarning,
  saveWarningInput,
  type WarningFields,
  type WarningInput,
  windowZoneOf,
} from '@/lib/warnings/schema'

const columnsOf = ({ sent, windowOnset, windowExpires, ...warning }: WarningFields) => ({
  ...warning,
  sentVerbatim: sent?.verbatim ?? null,
  sentEarliest: dayToDate(sent?.earliest ?? null),
  sentLatest: dayToDate(sent?.latest ?? null),
  sentPrecision: sent?.precision ?? null,
  sentFrom: sent?.clock?.from ?? null,
  sentUntil: sent?.clock?.until ?? null,
  sentZone: sent?.clock?.zone ?? null,
  windowOnset: dayToDate(windowOnset),
  windowExpires: dayToDate(windowExpires),
  windowZone: windowZoneOf(warning),
})

async function checkEvent(ctx: TxCtx, eventId: string | null) {
  if (eventId) foundOr404(await ctx.tx.event.findFirst({ where: { id: eventId, projectId: projectOf(ctx) } }), 'event')
}

/** A warning and all that it refers to, step by step; a circle is walked once. */
const walkBack = (ctx: TxCtx, from: string) => ctx.tx.$queryRaw<DatedWarning[]>`
  WITH RECURSIVE back AS (
    SELECT "id", "refersToId", "sentEarliest", "sentLatest", "sentFrom", "sentUntil", "sentZone", 0 AS step, ARRAY["id"] AS seen
    FROM "Warning" WHERE "id" = ${from}::uuid AND "projectId" = ${projectOf(ctx)}::uuid
    UNION ALL
    SELECT w."id", w."refersToId", w."sentEarliest", w."sentLatest", w."sentFrom", w."sentUntil", w."sentZone", step + 1, seen || w."id"
    FROM "Warning" w JOIN back ON w."id" = back."refersToId" WHERE w."id" <> ALL (seen))
  SELECT "id", "sentEarliest"::text, "sentLatest"::text, "sentFrom", "sentUntil", "sentZone" FROM back ORDER BY step`

async function checkReferences(ctx: TxCtx, id: string, { refersToId, sent }: WarningFields) {
  const projectId = projectOf(ctx)
  // Two references that close a circle together wait for each other.
  await ctx.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`warnings ${projectId}`}, 0))`
  const earlier = refersToId ? await walkBack(ctx, refersToId) : []
  if (refersToId) foundOr404(earlier[0], 'warning')
  const referring = await ctx.tx.warning.findMany({ where: { projectId, refersToId: id, claim: { deletedAt: null } } })
  const times = { sentFrom: sent?.clock?.from, sentUntil: sent?.clock?.until, sentZone: sent?.clock?.zone }
  const warning = { id, sentEarliest: sent?.earliest ?? null, sentLatest: sent?.latest ?? null, ...times }
  const later = referring.map((each) => ({
    id: each.id,
    sentEarliest: dateToDay(each.sentEarliest),
    sentLatest: dateToDay(each.sentLatest),
    ...{ sentFrom: each.sentFrom, sentUntil: each.sentUntil, sentZone: each.sentZone },
  }))
  refuseIf('refused', referenceRefusals({ warning, earlier, later }))
}

const warningOf = (ctx: TxCtx, claimId: string) =>
  ctx.tx.warning.findFirst({ where: { claimId, projectId: projectOf(ctx) } })

const changedMeanwhile = () => new DomainError('conflict', [{ key: 'changedMeanwhile' }])

/** Gives a claim its warning, puts one back (`former`), or replaces it whole, within the caller's command. `conflict` when another one is there. */
export async function writeWarning(ctx: TxCtx, input: WarningInput, former: { version: number } | null = null) {
  const { claim } = await loadClaimToChange(ctx, input.claimId, 'warning:save')
  const { id, claimId, version, ...fields } = input
  await requireLiveSources(ctx, [fields.issuerId, fields.onBehalfOfId])
  await checkEvent(ctx, fields.eventId)
  await checkReferences(ctx, id, fields)
  await raiseRevision(ctx, claim)
  const before = await warningOf(ctx, claimId)
  if (version === null) refuseIf('conflict', before ? [{ key: 'warning.alreadyThere' }] : [])
  else if (foundOr404(before, 'warning').id !== id) throw changedMeanwhile()
  const [warning] =
    version === null
      ? [
          await ctx.tx.warning.create({
            data: { id, projectId: projectOf(ctx), claimId, version: former?.version ?? 1, ...columnsOf(fields) },
          }),
        ]
      : await ctx.tx.warning.updateManyAndReturn({
          where: { id, claimId, projectId: projectOf(ctx), version },
          data: { ...columnsOf(fields), version: { increment: 1 } },
        })
  if (!warning) throw changedMeanwhile()
  return {
    result: { id, version: warning.version },
    entityId: id,
    articleId: claim.articleId,
    claimId,
    before,
    after: warning,
  }
}

/** Takes the warning off a claim, within the caller's command. Refused while another one refers to it. */
export async function takeWarningOff(ctx: TxCtx, { id, claimId, version }: SeenWarning) {
  const { claim } = await loadClaimToChange(ctx, claimId, 'warning:remove')
  await raiseRevision(ctx, claim)
  const before = foundOr404(await warningOf(ctx, claimId), 'warning')
  const referring = await ctx.tx.warning.findFirst({ where: { refersToId: id }, select: { claim: true } })
  refuseIf('refused', referring ? [{ key: 'warning.referredTo', values: { wording: referring.claim.wording } }] : [])
  const removed = await ctx.tx.warning.deleteMany({ where: { id, claimId, version } })
  if (removed.count === 0) throw changedMeanwhile()
  return { result: { id }, entityId: id, articleId: claim.articleId, claimId, before, after: null }
}

/** Gives a claim its warning, or replaces it whole. Answers its id and version. */
export const saveWarning = command('warning:save', saveWarningInput, async (ctx, input) => writeWarning(ctx, input))

/** Takes the warning off a claim; the audit row keeps it whole. */
export const removeWarning = command('warning:remove', removeWarningInput, async (ctx, input) =>
  takeWarningOff(ctx, input),
)
