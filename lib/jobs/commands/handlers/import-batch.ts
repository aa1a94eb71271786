import { readBatchTexts } from '@/lib/import/commands/read-batch-texts'
import { workOnBatch } from '@/lib/import/commands/work-on-batch'
import type { JobHandler } from '@/lib/jobs/commands/handler'
import { GivenBack } from '@/lib/jobs/job-ends'

/** Takes many files in, some with each transaction. */
export const importBatchJob: JobHandler<'import:read'> = async (ctx, { batchId }) => {
  await workOnBatch(ctx, batchId, async (done, total) => {
    await ctx.tellProgress(done, total)
    if (ctx.isEnding()) throw new GivenBack()
  })
  return undefined
}

/** Reads the texts that have come in so. */
export const readBatchTextsJob: JobHandler<'import:readTexts'> = async (ctx, { batchId }) => {
  await readBatchTexts(ctx, batchId, async () => {
    if (ctx.isEnding()) throw new GivenBack()
  })
  return undefined
}
