import type { z } from 'zod'
import { parseInput } from '@/lib/audit/record'
import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import { foundOr404, type Reason } from '@/lib/errors'
import { sourcePartId } from '@/lib/ids'
import { type CountPreview, previewCounts } from '@/lib/independence/queries/preview-counts'
import { daysOf, partRefusals } from '@/lib/sources/parts'
import { partFacts } from '@/lib/sources/queries/parts'
import { setPartInput } from '@/lib/sources/schema'

export type PartPreview = CountPreview & {
  /** Why it cannot be said, the person's rights aside. */
  reasons: Reason[]
}

/** What saying that one organisation is part of another would do to the counts of claims; nothing is changed. */
export async function previewPart(ctx: Ctx, raw: z.input<typeof setPartInput>): Promise<PartPreview> {
  authorise('project:read', ctx.actor)
  const input = parseInput(setPartInput, raw)
  const projectId = projectOf(ctx)
  const rows = await ctx.db.source.findMany({
    where: { projectId, id: { in: [input.sourceId, input.wholeId] } },
    select: { id: true, kind: true, name: true, mergedIntoId: true },
  })
  const find = (id: string) =>
    foundOr404(
      rows.find((row) => row.id === id),
      'source',
    )
  const [part, whole] = [find(input.sourceId), find(input.wholeId)]
  const reasons = partRefusals(part, whole, input, await partFacts(ctx.db, projectId, part.id, whole.id))
  // Nothing is counted for what cannot be said: a circle would have no top.
  if (reasons.length > 0) return { claims: [], total: 0, droppedDecisions: [], reasons }
  const supposed = { kind: 'part', sourceId: part.id, wholeId: whole.id, ...daysOf(input) } as const
  return { ...(await previewCounts(ctx.db, projectId, [part.id], supposed)), reasons }
}

/** What taking such a relation back would do to the counts of claims; nothing is changed. Throws `not-found`. */
export async function previewPartRemoval(ctx: Ctx, id: string): Promise<CountPreview> {
  authorise('project:read', ctx.actor)
  const projectId = projectOf(ctx)
  const partId = foundOr404(sourcePartId.safeParse(id).data, 'sourcePart')
  const part = foundOr404(await ctx.db.sourcePart.findFirst({ where: { projectId, id: partId } }), 'sourcePart')
  return previewCounts(ctx.db, projectId, [part.sourceId], { kind: 'apart', partId })
}
