import type { JobHandler } from '@/lib/jobs/commands/handler'
import { countClaims, countMarkedClaims } from '@/lib/jobs/commands/refresh-projections'
import { countMarkedSources } from '@/lib/jobs/commands/refresh-source-uses'
import { GivenBack } from '@/lib/jobs/job-ends'

// What marks a source marks a claim, too: the jobs of claims count both, and a command asks for no more than one.

/** Counts one claim anew, and the sources that are marked in its project; nothing where it has been counted already. */
export const refreshProjectionJob: JobHandler<'claim-projection:refresh'> = async (ctx, { claimId }) => {
  const marked = await ctx.db.claimRecount.findFirst({ where: { claimId }, select: { projectId: true } })
  if (!marked) return undefined
  await countMarkedSources(ctx, marked.projectId)
  return countClaims(ctx.db, marked.projectId, [claimId])
}

/** Counts every claim, and every source, that a wide change has marked, or that was there before they were counted. */
export const refreshMarkedJob: JobHandler<'claim-projections:refreshMarked'> = async (ctx, { projectId }) => {
  const goOn = async () => {
    if (ctx.isEnding()) throw new GivenBack()
  }
  await countMarkedSources(ctx, projectId, goOn)
  await countMarkedClaims(ctx, projectId, async (done, total) => {
    await ctx.tellProgress(done, total)
    await goOn()
  })
  return undefined
}
