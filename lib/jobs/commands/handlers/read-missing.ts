import { readMissingTexts } from '@/lib/copies/commands/read-missing-texts'
import type { JobHandler } from '@/lib/jobs/commands/handler'
import { GivenBack } from '@/lib/jobs/job-ends'

/** Reads what was there before texts were read, one text a transaction: what is read stays so, whatever happens to the rest. */
export const readMissingJob: JobHandler<'texts:readMissing'> = async (ctx) => {
  await readMissingTexts(ctx, async (done, total) => {
    await ctx.tellProgress(done, total)
    if (ctx.isEnding()) throw new GivenBack()
  })
  return undefined
}
