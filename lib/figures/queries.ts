import { publishedOf } from '@/lib/articles/queries'
import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import { compareWorldDates } from '@/lib/dates/world-moments'
import { foundOr404 } from '@/lib/errors'
import type { EventValue } from '@/lib/events/schema'
import { clockFrom, type WorldDate, worldDateFrom } from '@/lib/fields'
import { countryOfFigure } from '@/lib/figures/country'
import type { FigureFacts } from '@/lib/figures/schema'
import { standingRank } from '@/lib/figures/standing'
import { groupBy } from '@/lib/lists/group-by'
import type { Prisma } from '@/prisma/generated/client'
import type { FigureRank, FigureRelation } from '@/prisma/generated/enums'

/** Another figure, as the one that names it shows it. */
export type FigureReference = { id: string; claimId: string; articleId: string; verbatim: string; wording: string }

/** `rank` is the one that it has: deprecated, once another figure took its place; `givenRank` the one that a person gave. */
export type FigureView = FigureFacts & {
  id: string
  claimId: string
  version: number
  event: EventValue | null
  relation: FigureRelation | null
  relatedTo: FigureReference | null
  supersedes: FigureReference | null
  supersedesReason: string | null
  /** Those that took its place; nothing else of it is changed by them. */
  supersededBy: FigureReference[]
  givenRank: FigureRank
  /** The chains that a person said state it; those that were removed since too. */
  statedBy: string[]
}

const linked = {
  id: true,
  claimId: true,
  verbatim: true,
  claim: { select: { articleId: true, wording: true } },
} satisfies Prisma.FigureSelect
type LinkedRow = Prisma.FigureGetPayload<{ select: typeof linked }>

const parts = {
  populationSource: { select: { id: true, name: true, kind: true, role: true } },
  event: { select: { id: true, title: true } },
  relatedTo: { select: linked },
  supersedes: { select: linked },
  supersededBy: { where: { claim: { deletedAt: null } }, select: linked, orderBy: { id: 'asc' } },
} satisfies Prisma.FigureInclude
type FigureWithParts = Prisma.FigureGetPayload<{ include: typeof parts }>

const linkedOf = ({ claim, ...figure }: LinkedRow): FigureReference => ({ ...figure, ...claim })

type AsOf = Pick<FigureWithParts, `asOf${'Verbatim' | 'Earliest' | 'Latest' | 'Precision' | 'From' | 'Until' | 'Zone'}`>
const asOfFrom = (row: AsOf): WorldDate | null => {
  const times = clockFrom(row.asOfFrom, row.asOfUntil, row.asOfZone)
  return worldDateFrom(row.asOfVerbatim, row.asOfEarliest, row.asOfLatest, row.asOfPrecision, times)
}

const viewOf = (row: FigureWithParts): FigureView => ({
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
  group: row.populationSource,
  country: countryOfFigure(row),
  nationality: row.nationality,
  includesAttackers: row.includesAttackers,
  asOf: asOfFrom(row),
  reportedOn: worldDateFrom(
    row.reportedVerbatim,
    row.reportedEarliest,
    row.reportedLatest,
    row.reportedPrecision,
    clockFrom(row.reportedFrom, row.reportedUntil, row.reportedZone),
  ),
  place: row.place,
  basis: row.basis,
  rank: standingRank(row),
  givenRank: row.rank,
  statedBy: row.statedBy,
  event: row.event,
  relation: row.relation,
  relatedTo: row.relatedTo && linkedOf(row.relatedTo),
  supersedes: row.supersedes && linkedOf(row.supersedes),
  supersedesReason: row.supersedesReason,
  supersededBy: row.supersededBy.map(linkedOf),
})

const IN_ORDER = [{ claimId: 'asc' }, { position: 'asc' }] as const

/** The figures that a claim states, in their order. */
export async function listFigures(ctx: Ctx, claimId: string): Promise<FigureView[]> {
  authorise('project:read', ctx.actor)
  const where = { claimId, projectId: projectOf(ctx), claim: { deletedAt: null } }
  return (await ctx.db.figure.findMany({ where, include: parts, orderBy: [...IN_ORDER] })).map(viewOf)
}

/** The figures of all claims of an article, by claim. */
export async function listFiguresOfArticle(ctx: Ctx, articleId: string): Promise<Map<string, FigureView[]>> {
  authorise('project:read', ctx.actor)
  const where = { projectId: projectOf(ctx), claim: { articleId, deletedAt: null } }
  const figures = (await ctx.db.figure.findMany({ where, include: parts, orderBy: [...IN_ORDER] })).map(viewOf)
  return groupBy(figures, ({ claimId }) => claimId)
}

const rating = { select: { key: true, labelFr: true, labelEn: true, value: true, colour: true } } as const
const ofClaim = {
  select: {
    id: true,
    number: true,
    wording: true,
    state: true,
    article: true,
    approvedVerdict: { select: { rating } },
  },
} satisfies Prisma.ClaimDefaultArgs

/** The figures of events, each with its claim; those of an earlier situation first, those of no known date last. */
export async function listFiguresOfEvents(ctx: Ctx, eventIds: readonly string[]) {
  authorise('project:read', ctx.actor)
  const rows = await ctx.db.figure.findMany({
    where: { eventId: { in: [...eventIds] }, projectId: projectOf(ctx), claim: { deletedAt: null } },
    include: { ...parts, claim: ofClaim },
    orderBy: [{ asOfEarliest: { sort: 'asc', nulls: 'last' } }, { asOfLatest: 'asc' }, { id: 'asc' }],
  })
  const figures = rows.map((row) => {
    const { approvedVerdict, article, ...claim } = row.claim
    const shown = { ...claim, article: { id: article.id, title: article.title } }
    const published = publishedOf(article)
    return { ...viewOf(row), published, claim: { ...shown, rating: approvedVerdict?.rating ?? null } }
  })
  // Times of several zones are put in order here, where their moments are known.
  return figures.sort((a, b) => compareWorldDates(a.asOf, b.asOf))
}

/** The same of one event. */
export const listFiguresOfEvent = (ctx: Ctx, eventId: string) => listFiguresOfEvents(ctx, [eventId])

export type EventFigure = Awaited<ReturnType<typeof listFiguresOfEvents>>[number]

/** A figure that another can name: of its event, or of its claim. */
export type FigureChoice = FigureReference & Pick<FigureFacts, (typeof TOLD)[number]> & { asOf: WorldDate | null }
// By which people tell the figures of an event apart.
const TOLD = ['measure', 'unit', 'qualifier', 'low', 'best', 'high', 'population'] as const

/** The figures that one of this claim, about this event, can be put to: 100 at most. */
export async function listFigureChoices(ctx: Ctx, claimId: string, eventId: string | null): Promise<FigureChoice[]> {
  authorise('project:read', ctx.actor)
  const rows = await ctx.db.figure.findMany({
    where: {
      projectId: projectOf(ctx),
      claim: { deletedAt: null },
      OR: [{ claimId, ...(eventId ? { eventId: null } : {}) }, ...(eventId ? [{ eventId }] : [])],
    },
    include: { claim: linked.claim },
    orderBy: [{ asOfLatest: { sort: 'desc', nulls: 'last' } }, { id: 'desc' }],
    take: 100,
  })
  return rows.map(({ id, verbatim, claim, ...row }) => {
    const { measure, unit, qualifier, low, best, high, population } = row
    return {
      ...linkedOf({ id, verbatim, claim, claimId: row.claimId }),
      ...{ measure, unit, qualifier, low, best, high, population },
      asOf: asOfFrom(row),
    }
  })
}

/** When the article of a claim was published, as far as it is known: what "yesterday" in it counts from. `not-found`. */
export async function findPublishedOfClaim(ctx: Ctx, claimId: string) {
  authorise('project:read', ctx.actor)
  const where = { id: claimId, projectId: projectOf(ctx), deletedAt: null }
  const claim = await ctx.db.claim.findFirst({ where, include: { article: true } })
  return publishedOf(foundOr404(claim, 'claim').article)
}
