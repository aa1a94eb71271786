import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import { type CountPreview, previewCounts } from '@/lib/independence/queries/preview-counts'

/** What merging two sources would do to the counts of claims and to decisions; nothing is changed. */
export async function previewMerge(ctx: Ctx, keptId: string, droppedId: string): Promise<CountPreview> {
  authorise('project:read', ctx.actor)
  const supposed = { kind: 'merged', keptId, droppedId, at: ctx.now } as const
  return previewCounts(ctx.db, projectOf(ctx), [keptId, droppedId], supposed)
}
