import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import { type EventFigure, listFigures, listFiguresOfEvents } from '@/lib/figures/queries'
import { seriesKey } from '@/lib/figures/series'
import type { FigureOrigins } from '@/lib/independence/figure-origins'
import { figureOriginsIn } from '@/lib/independence/queries/figure-origins'
import { groupBy } from '@/lib/lists/group-by'

export type RivalFigure = EventFigure & { origins: FigureOrigins | null }

/** What an event's figures say of one thing: those of the claim itself, and those of others. */
export type Rivals = {
  key: string
  event: { id: string; title: string }
  own: [RivalFigure, ...RivalFigure[]]
  others: RivalFigure[]
}

/**
 * For each thing that a claim states a figure of (one measure of one population of an event): the other figures of it, the
 * earliest situation first. Those of dropped claims are no rivals. Only what has any.
 */
export async function listRivals(ctx: Ctx, claimId: string): Promise<Rivals[]> {
  authorise('project:read', ctx.actor)
  const own = (await listFigures(ctx, claimId)).flatMap((figure) => figure.event?.id ?? [])
  if (own.length === 0) return []
  const figures = (await listFiguresOfEvents(ctx, [...new Set(own)])).filter(
    (figure) => figure.claimId === claimId || figure.claim.state !== 'DROPPED',
  )
  const origins = await figureOriginsIn(ctx.db, projectOf(ctx), figures)
  const named = figures.map((figure): RivalFigure => ({ ...figure, origins: origins.get(figure.id) ?? null }))
  return [...groupBy(named, (figure) => `${figure.event?.id} ${seriesKey(figure)}`)].flatMap(([key, series]) => {
    const event = series[0]?.event
    const [first, ...rest] = series.filter((figure) => figure.claimId === claimId)
    const others = series.filter((figure) => figure.claimId !== claimId)
    // A claim that gives two numbers for one thing is its own rival.
    return event && first && series.length > 1 ? [{ key, event, own: [first, ...rest], others }] : []
  })
}
