import { command } from '@/lib/audit/record'
import { loadClaimToChange, raiseRevision } from '@/lib/claims/commands/claim-access'
import { projectOf, type TxCtx } from '@/lib/context'
import { DomainError, foundOr404, refuseIf } from '@/lib/errors'
import { dayToDate } from '@/lib/fields'
import { type FigureNode, linkReasons } from '@/lib/figures/relations'
import {
  type FigureFields,
  type FigureInput,
  removeFigureInput,
  type SeenFigure,
  saveFigureInput,
} from '@/lib/figures/schema'
import { notify } from '@/lib/notices/commands'
import { requireLiveSources } from '@/lib/sources/commands/live-sources'
import type { Figure } from '@/prisma/generated/client'

const MAX_FIGURES = 50

const columnsOf = ({ asOf, reportedOn, supersedesReason, ...figure }: FigureFields) => ({
  ...figure,
  supersedesReason: figure.supersedesId ? supersedesReason : null,
  asOfVerbatim: asOf?.verbatim ?? null,
  asOfEarliest: dayToDate(asOf?.earliest ?? null),
  asOfLatest: dayToDate(asOf?.latest ?? null),
  asOfPrecision: asOf?.precision ?? null,
  asOfFrom: asOf?.clock?.from ?? null,
  asOfUntil: asOf?.clock?.until ?? null,
  asOfZone: asOf?.clock?.zone ?? null,
  reportedVerbatim: reportedOn?.verbatim ?? null,
  reportedEarliest: dayToDate(reportedOn?.earliest ?? null),
  reportedLatest: dayToDate(reportedOn?.latest ?? null),
  reportedPrecision: reportedOn?.precision ?? null,
  reportedFrom: reportedOn?.clock?.from ?? null,
  reportedUntil: reportedOn?.clock?.until ?? null,
  reportedZone: reportedOn?.clock?.zone ?? null,
})

const figureOf = async (ctx: TxCtx, id: string, claimId: string) =>
  foundOr404(await ctx.tx.figure.findFirst({ where: { id, claimId, projectId: projectOf(ctx) } }), 'figure')

const changedMeanwhile = () => new DomainError('conflict', [{ key: 'changedMeanwhile' }])

const NODE = {
  ...{ id: true, claimId: true, eventId: true, measure: true, unit: true },
  ...{ relation: true, relatedToId: true, supersedesId: true },
} as const

/** The figures that a figure names and those that name it, and so on; those of deleted claims can be named no more. */
async function linkedFigures(ctx: TxCtx, figure: FigureNode): Promise<FigureNode[]> {
  const projectId = projectOf(ctx)
  const found = new Map<string, FigureNode>()
  const namedBy = (nodes: readonly FigureNode[]) =>
    nodes.flatMap(({ relatedToId, supersedesId }) => [relatedToId, supersedesId]).filter((id) => id !== null)
  const named = namedBy([figure])
  const alive = { id: { in: named }, projectId, claim: { deletedAt: null } }
  const shown = new Set((await ctx.tx.figure.findMany({ where: alive, select: { id: true } })).map(({ id }) => id))
  foundOr404(named.every((id) => id === figure.id || shown.has(id)) || null, 'figure')
  for (let open = [figure]; open.length > 0; ) {
    const ids = open.map(({ id }) => id)
    const next = await ctx.tx.figure.findMany({
      where: {
        projectId,
        OR: [{ id: { in: namedBy(open) } }, { relatedToId: { in: ids } }, { supersedesId: { in: ids } }],
      },
      select: NODE,
    })
    open = next.filter(({ id }) => id !== figure.id && !found.has(id))
    for (const node of open) found.set(node.id, node)
  }
  return [...found.values()]
}

/** Refuses an event of elsewhere, and links that do not hold. Links of one project are made one after the other. */
async function checkLinks(ctx: TxCtx, figure: FigureNode) {
  const projectId = projectOf(ctx)
  if (figure.eventId) {
    const event = await ctx.tx.event.findFirst({ where: { id: figure.eventId, projectId }, select: { id: true } })
    foundOr404(event, 'event')
  }
  await ctx.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`figures ${projectId}`}, 0))`
  refuseIf('refused', linkReasons(figure, await linkedFigures(ctx, figure)))
}

/** Chains that are named anew are of this claim; one that was named and is gone stays named: its removal can be taken back. */
async function checkChains(ctx: TxCtx, claimId: string, named: readonly string[], before: FormerFigure | null) {
  const added = named.filter((id) => !before?.statedBy.includes(id))
  const where = { id: { in: added }, claimId, projectId: projectOf(ctx) }
  foundOr404((await ctx.tx.attribution.count({ where })) === added.length || null, 'attribution')
}

/** Refuses to prefer what another figure has taken the place of. */
async function checkRank(ctx: TxCtx, id: string, { rank }: FigureFields, before: Figure | null) {
  if (rank !== 'PREFERRED' || !before || before.rank === 'PREFERRED') return
  const successors = await ctx.tx.figure.count({ where: { supersedesId: id, claim: { deletedAt: null } } })
  refuseIf('refused', successors > 0 ? [{ key: 'figure.supersededPreferred', path: 'rank' }] : [])
}

/** Tells who checks, who judged and who reviewed the claim of a figure that another one has just taken the place of. */
async function tellSuperseded(ctx: TxCtx, supersededId: string | null) {
  const where = { id: supersededId ?? '', projectId: projectOf(ctx) }
  const superseded = supersededId ? await ctx.tx.figure.findFirst({ where, select: { claimId: true } }) : null
  if (!superseded) return
  const claim = await ctx.tx.claim.findFirst({
    where: { id: superseded.claimId, deletedAt: null, state: { not: 'DROPPED' }, verdicts: { some: {} } },
    select: {
      approvedById: true,
      approvedVerdict: { select: { authorId: true } },
      verdicts: { orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: 1, select: { authorId: true } },
      assignments: { where: { endedAt: null }, select: { assigneeId: true, reviewerId: true } },
    },
  })
  if (!claim) return
  const verdict = claim.approvedVerdict ?? claim.verdicts[0]
  const people = claim.assignments.flatMap(({ assigneeId, reviewerId }) => [assigneeId, reviewerId])
  await notify(ctx, 'FIGURE_SUPERSEDED', superseded.claimId, [
    ...new Set([...people, verdict?.authorId ?? null, claim.approvedById]),
  ])
}

/** Where a figure stood that comes back, what it named, and the version that it has then. */
export type FormerFigure = Pick<Figure, 'position' | 'version' | 'statedBy'>

async function addFigure(ctx: TxCtx, input: FigureInput, former: FormerFigure | null) {
  const { id, claimId, version: _, ...fields } = input
  const { _count, _max } = await ctx.tx.figure.aggregate({ where: { claimId }, _count: true, _max: { position: true } })
  refuseIf('refused', _count < MAX_FIGURES ? [] : [{ key: 'figure.tooMany', values: { max: MAX_FIGURES } }])
  const position = former?.position ?? (_max.position ?? -1) + 1
  const version = former?.version ?? 1
  return ctx.tx.figure.create({
    data: { id, projectId: projectOf(ctx), claimId, position, version, ...columnsOf(fields) },
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

/** Adds a figure to a claim, puts one back (`former`), or replaces one whole, within the caller's command. `conflict` when another version is there. */
export async function writeFigure(ctx: TxCtx, input: FigureInput, former: FormerFigure | null = null) {
  const { claim } = await loadClaimToChange(ctx, input.claimId, 'figure:save')
  const { id, claimId, version, ...fields } = input
  await requireLiveSources(ctx, [fields.populationSourceId])
  await raiseRevision(ctx, claim)
  await checkLinks(ctx, { id, claimId, ...fields })
  const before = version === null ? null : await figureOf(ctx, id, claimId)
  await checkChains(ctx, claimId, fields.statedBy ?? [], before ?? former)
  await checkRank(ctx, id, fields, before)
  const figure =
    version === null ? await addFigure(ctx, input, former) : await replaceFigure(ctx, id, claimId, version, fields)
  if (figure.supersedesId !== before?.supersedesId) await tellSuperseded(ctx, figure.supersedesId)
  return {
    result: { id, version: figure.version },
    entityId: id,
    articleId: claim.articleId,
    claimId,
    before,
    after: figure,
  }
}

/** Takes a figure off a claim, within the caller's command. Refused while others name it. */
export async function takeFigureOff(ctx: TxCtx, { id, claimId, version }: SeenFigure) {
  const { claim } = await loadClaimToChange(ctx, claimId, 'figure:remove')
  await raiseRevision(ctx, claim)
  const before = await figureOf(ctx, id, claimId)
  // Held until the end: whoever names it meanwhile waits, and is told that it is gone.
  await ctx.tx.$queryRaw`SELECT 1 FROM "Figure" WHERE "id" = ${id}::uuid FOR UPDATE`
  const naming = await ctx.tx.figure.count({ where: { OR: [{ relatedToId: id }, { supersedesId: id }] } })
  refuseIf('refused', naming > 0 ? [{ key: 'figure.namedByOthers', values: { count: naming } }] : [])
  const removed = await ctx.tx.figure.deleteMany({ where: { id, claimId, version } })
  if (removed.count === 0) throw changedMeanwhile()
  return { result: { id }, entityId: id, articleId: claim.articleId, claimId, before, after: null }
}

/** Adds a figure to a claim, or replaces one whole. Answers its id and version. */
export const saveFigure = command('figure:save', saveFigureInput, async (ctx, input) => writeFigure(ctx, input))

/** Takes a figure off a claim; the audit row keeps it whole. */
export const removeFigure = command('figure:remove', removeFigureInput, async (ctx, input) => takeFigureOff(ctx, input))
