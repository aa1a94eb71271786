import { type Ctx, inTransaction } from '@/lib/context'
import { askForJob } from '@/lib/queue/commands/ask-for-job'

/**
 * Has the claims and sources counted that are marked and that nobody has asked for, where there are any: those from before they were
 * counted, and sources that were renamed while no claim names them.
 */
export async function askForMarkedClaims(ctx: Ctx): Promise<void> {
  const select = { id: true } as const
  if ((await ctx.db.claimRecount.findFirst({ select })) ?? (await ctx.db.sourceRecount.findFirst({ select })))
    await inTransaction(ctx, (txCtx) => askForJob(txCtx, 'claim-projections:refreshMarked', { projectId: null }))
}
