import { type Ctx, inTransaction } from '@/lib/context'
import { askForJob } from '@/lib/queue/commands/ask-for-job'

/** Has the claims counted that are marked and that nobody has asked for, where there are any: those from before claims were counted. */
export async function askForMarkedClaims(ctx: Ctx): Promise<void> {
  if (await ctx.db.claimRecount.findFirst({ select: { id: true } }))
    await inTransaction(ctx, (txCtx) => askForJob(txCtx, 'claim-projections:refreshMarked', { projectId: null }))
}
