import { type Ctx, inTransaction } from '@/lib/context'
import { countUnreadTexts } from '@/lib/copies/commands/read-missing-texts'
import { askForJob } from '@/lib/queue/commands/ask-for-job'

/** Has the texts read of which nothing is kept yet, where there are any. */
export async function askForMissingTexts(ctx: Ctx): Promise<void> {
  if ((await countUnreadTexts(ctx.db)) > 0)
    await inTransaction(ctx, (txCtx) => askForJob(txCtx, 'texts:readMissing', {}))
}
