import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import { worldDateFrom } from '@/lib/fields'
import type { FigureFields } from '@/lib/figures/schema'
import type { Figure } from '@/prisma/generated/client'

export type FigureView = FigureFields & { id: string; claimId: string; version: number }

const viewOf = (row: Figure): FigureView => ({
  id: row.id,
  claimId: row.claimId,
  version: row.version,
  measure: row.measure,
  unit: row.unit,
  verbatim: row.verbatim,
  qualifier: row.qualifier,
  low: row.low,
  best: row.best,
  high: row.high,
  population: row.population,
  nationality: row.nationality,
  includesAttackers: row.includesAttackers,
  asOf: worldDateFrom(row.asOfVerbatim, row.asOfEarliest, row.asOfLatest, row.asOfPrecision),
  reportedOn: worldDateFrom(row.reportedVerbatim, row.reportedEarliest, row.reportedLatest, row.reportedPrecision),
  place: row.place,
  basis: row.basis,
  rank: row.rank,
})

const IN_ORDER = [{ claimId: 'asc' }, { position: 'asc' }] as const

/** The figures that a claim states, in their order. */
export async function listFigures(ctx: Ctx, claimId: string): Promise<FigureView[]> {
  authorise('project:read', ctx.actor)
  const where = { claimId, projectId: projectOf(ctx), claim: { deletedAt: null } }
  return (await ctx.db.figure.findMany({ where, orderBy: [...IN_ORDER] })).map(viewOf)
}

/** The figures of all claims of an article, by claim. */
export async function listFiguresOfArticle(ctx: Ctx, articleId: string): Promise<Map<string, FigureView[]>> {
  authorise('project:read', ctx.actor)
  const where = { projectId: projectOf(ctx), claim: { articleId, deletedAt: null } }
  const figures = (await ctx.db.figure.findMany({ where, orderBy: [...IN_ORDER] })).map(viewOf)
  const byClaim = new Map<string, FigureView[]>()
  for (const figure of figures) byClaim.set(figure.claimId, [...(byClaim.get(figure.claimId) ?? []), figure])
  return byClaim
}
