import { command } from '@/lib/audit/record'
import { loadClaimToChange, raiseRevision } from '@/lib/claims/commands/claim-access'
import { projectOf, type TxCtx } from '@/lib/context'
import { DomainError, foundOr404, refuseIf } from '@/lib/errors'
import { dayToDate } from '@/lib/fields'
import { removeWarningInput, saveWarningInput, type WarningFields } from '@/lib/warnings/schema'

const columnsOf = ({ sent, windowOnset, windowExpires, ...warning }: WarningFields) => ({
  ...warning,
  sentVerbatim: sent?.verbatim ?? null,
  sentEarliest: dayToDate(sent?.earliest ?? null),
  sentLatest: dayToDate(sent?.latest ?? null),
  sentPrecision: sent?.precision ?? null,
  windowOnset: dayToDate(windowOnset),
  windowExpires: dayToDate(windowExpires),
})

async function checkSources(ctx: TxCtx, { issuerId, onBehalfOfId }: WarningFields) {
  const ids = [...new Set([issuerId, onBehalfOfId].filter((id) => id !== null))]
  const found = await ctx.tx.source.count({ where: { id: { in: ids }, projectId: projectOf(ctx) } })
  foundOr404(found === ids.length ? true : null, 'source')
}

const warningOf = (ctx: TxCtx, claimId: string) =>
  ctx.tx.warning.findFirst({ where: { claimId, projectId: projectOf(ctx) } })

const changedMeanwhile = () => new DomainError('conflict', [{ key: 'changedMeanwhile' }])

/** Gives a claim its warning, or replaces it whole. Answers its id and version. `conflict` when another one is there. */
export const saveWarning = command('warning:save', saveWarningInput, async (ctx, input) => {
  const { claim } = await loadClaimToChange(ctx, input.claimId, 'warning:save')
  const { id, claimId, version, ...fields } = input
  await checkSources(ctx, fields)
  await raiseRevision(ctx, claim)
  const before = await warningOf(ctx, claimId)
  if (version === null) refuseIf('conflict', before ? [{ key: 'warning.alreadyThere' }] : [])
  else if (foundOr404(before, 'warning').id !== id) throw changedMeanwhile()
  const [warning] =
    version === null
      ? [await ctx.tx.warning.create({ data: { id, projectId: projectOf(ctx), claimId, ...columnsOf(fields) } })]
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
})

/** Takes the warning off a claim; the audit row keeps it whole. */
export const removeWarning = command('warning:remove', removeWarningInput, async (ctx, { id, claimId, version }) => {
  const { claim } = await loadClaimToChange(ctx, claimId, 'warning:remove')
  await raiseRevision(ctx, claim)
  const before = foundOr404(await warningOf(ctx, claimId), 'warning')
  const removed = await ctx.tx.warning.deleteMany({ where: { id, claimId, version } })
  if (removed.count === 0) throw changedMeanwhile()
  return { result: { id }, entityId: id, articleId: claim.articleId, claimId, before, after: null }
})
