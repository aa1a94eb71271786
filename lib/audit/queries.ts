import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'

/** What happened to a claim, newest first: one row per command. */
export async function listActivity(ctx: Ctx, claimId: string, take = 100) {
  authorise('project:read', ctx.actor)
  const rows = await ctx.db.auditEntry.findMany({
    where: { claimId, projectId: projectOf(ctx) },
    orderBy: { sequence: 'desc' },
    take,
    select: {
      id: true,
      action: true,
      before: true,
      after: true,
      reason: true,
      at: true,
      undoesId: true,
      actor: { select: { id: true, name: true } },
    },
  })
  return rows
}
export type ActivityEntry = Awaited<ReturnType<typeof listActivity>>[number]
