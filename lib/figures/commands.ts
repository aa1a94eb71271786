import { command } from '@/lib/audit/record'
import { loadClaimToChange, raiseRevision } from '@/lib/claims/commands/claim-access'
import { projectOf, type TxCtx } from '@/lib/context'
import { DomainError, foundOr404, refuseIf } from '@/lib/errors'
import { dayToDate } from '@/lib/fields'
import { type FigureFields, removeFigureInput, saveFigureInput } from '@/lib/figures/schema'

const MAX_FIGURES = 50

const columnsOf = ({ asOf, reportedOn, ...figure }: FigureFields) => ({
  ...figure,
  asOfVerbatim: asOf?.verbatim ?? null,
  asOfEarliest: dayToDate(asOf?.earliest ?? null),
  asOfLatest: dayToDate(asOf?.latest ?? null),
  asOfPrecision: asOf?.precision ?? null,
  reportedVerbatim: reportedOn?.verbatim ?? null,
  reportedEarliest: dayToDate(reportedOn?.earliest ?? null),
  reportedLatest: dayToDate(reportedOn?.latest ?? null),
  reportedPrecision: reportedOn?.precision ?? null,
})

const figureOf = async (ctx: TxCtx, id: string, claimId: string) =>
  foundOr404(await ctx.tx.figure.findFirst({ where: { id, claimId, projectId: projectOf(ctx) } }), 'figure')

const changedMeanwhile = () => new DomainError('conflict', [{ key: 'changedMeanwhile' }])

async function addFigure(ctx: TxCtx, id: string, claimId: string, fields: FigureFields) {
  const { _count, _max } = await ctx.tx.figure.aggregate({ where: { claimId }, _count: true, _max: { position: true } })
  refuseIf('refused', _count < MAX_FIGURES ? [] : [{ key: 'figure.tooMany', values: { max: MAX_FIGURES } }])
  return ctx.tx.figure.create({
    data: { id, projectId: projectOf(ctx), claimId, position: (_max.position ?? -1) + 1, ...columnsOf(fields) },
  })
}

async function replaceFigure(ctx: TxCtx, id: string, claimId: string, version: number, fields: FigureFields) {
  const [figure] = await ctx.tx.figure.updateManyAndReturn({
    where: { id, claimId, projectId: projectOf(ctx), version },
    data: { ...columnsOf(fields), version: { increment: 1 } },
  })
  if (!figure) throw changedMeanwhile()
  return figure
}

/** Adds a figure to a claim, or replaces one whole. Answers its id and version. `conflict` when another version is there. */
export const saveFigure = command('figure:save', saveFigureInput, async (ctx, input) => {
  const { claim } = await loadClaimToChange(ctx, input.claimId, 'figure:save')
  const { id, claimId, version, ...fields } = input
  await raiseRevision(ctx, claim)
  const before = version === null ? null : await figureOf(ctx, id, claimId)
  const figure =
    version === null
      ? await addFigure(ctx, id, claimId, fields)
      : await replaceFigure(ctx, id, claimId, version, fields)
  return {
    result: { id, version: figure.version },
    entityId: id,
    articleId: claim.articleId,
    claimId,
    before,
    after: figure,
  }
})

/** Takes a figure off a claim; the audit row keeps it whole. */
export const removeFigure = command('figure:remove', removeFigureInput, async (ctx, { id, claimId, version }) => {
  const { claim } = await loadClaimToChange(ctx, claimId, 'figure:remove')
  await raiseRevision(ctx, claim)
  const before = await figureOf(ctx, id, claimId)
  const removed = await ctx.tx.figure.deleteMany({ where: { id, claimId, version } })
  if (removed.count === 0) throw changedMeanwhile()
  return { result: { id }, entityId: id, articleId: claim.articleId, claimId, before, after: null }
})
