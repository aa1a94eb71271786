import type { JobHandler } from '@/lib/jobs/commands/handler'
import { countClaims, countMarkedClaims } from '@/lib/jobs/commands/refresh-projections'
import { GivenBack } from '@/lib/jobs/job-ends'

/** Counts one claim anew; nothing where it has been counted already. */
export const refreshProjectionJob: JobHandler<'claim-projection:refresh'> = async ({ db }, { claimId }) => {
  const marked = await db.claimRecount.findFirst({ where: { claimId }, select: { projectId: true } })
  return marked ? countClaims(db, marked.projectId, [claimId]) : undefined
}

/** Counts every claim that a wide change has marked, or that was there before claims were counted. */
export const refreshMarkedJob: JobHandler<'claim-projections:refreshMarked'> = async (ctx, { projectId }) => {
  await countMarkedClaims(ctx, projectId, async (done, total) => {
    await ctx.tellProgress(done, total)
    if (ctx.isEnding()) throw new GivenBack()
  })
  return undefined
}
