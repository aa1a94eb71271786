import type { TxCtx } from '@/lib/context'
import { claimId } from '@/lib/ids'
import { askForJob } from '@/lib/queue/commands/ask-for-job'

/**
 * Has the claims counted anew that this transaction concerned: the database has marked them, table by table, and keeps in a setting of the
 * transaction whether it was one or more. A claim that nobody asked for is still marked, and counted with the next ones.
 */
export async function askForRecount(ctx: TxCtx): Promise<void> {
  const [row] = await ctx.tx.$queryRaw<
    { marked: string | null }[]
  >`SELECT current_setting('recoupe.marked', true) AS "marked"`
  if (!row?.marked) return
  const { data: one } = claimId.safeParse(row.marked)
  if (one) await askForJob(ctx, 'claim-projection:refresh', { claimId: one })
  else await askForJob(ctx, 'claim-projections:refreshMarked', { projectId: ctx.actor.projectId })
}
