import { type Ctx, inTransaction } from '@/lib/context'
import { DomainError, type Reason } from '@/lib/errors'
import { projectId as parseProjectId } from '@/lib/ids'
import type { JobCtx, JobHandler } from '@/lib/jobs/commands/handler'
import {
  completeJob,
  failJob,
  giveJobBack,
  holdJob,
  keepProgress,
  leaveUndone,
  type TakenJob,
} from '@/lib/jobs/commands/take-job'
import { FailedForGood, GivenBack, LeftUndone, LostJob } from '@/lib/jobs/job-ends'
import { askForRecount } from '@/lib/queue/commands/ask-for-recount'
import { JOB_KINDS, type JobKind, type JobPayload } from '@/lib/queue/kinds'

/** What became of a job in this worker's hands; `lost`: another worker has it. */
export type JobOutcome = 'done' | 'leftUndone' | 'failed' | 'givenBack' | 'lost'

type JobHooks = { isEnding: () => boolean; onError: (error: unknown, job: TakenJob) => void }

async function doJob<K extends JobKind>(ctx: JobCtx, handler: JobHandler<K>, kind: K, job: TakenJob): Promise<void> {
  // Each line of the table parses its own kind's payload.
  const payload = JOB_KINDS[kind].payload.parse(job.payload) as JobPayload<K>
  const write = await handler(ctx, payload)
  await inTransaction(ctx, async (txCtx) => {
    await holdJob(txCtx, job)
    await write?.(txCtx)
    // What a job writes marks claims as what a command writes does.
    await askForRecount(txCtx)
    await completeJob(txCtx, job)
  })
}

/** Why it failed, in words for the screen. What nobody foresaw is told to the terminal, not to people. */
function reasonsOf(error: unknown, job: TakenJob, { onError }: JobHooks): readonly Reason[] {
  if (error instanceof DomainError || error instanceof FailedForGood) return error.reasons
  onError(error, job)
  return [{ key: 'job.unexpected' }]
}

/** Ends a try that did not come to its effect. */
async function endOf(error: unknown, ctx: Ctx, job: TakenJob, told: JobHooks): Promise<JobOutcome> {
  if (error instanceof GivenBack) return giveJobBack(ctx, job).then(() => 'givenBack')
  if (error instanceof LeftUndone) return leaveUndone(ctx, job, error.reasons).then(() => 'leftUndone')
  return failJob(ctx, job, reasonsOf(error, job, told), error instanceof FailedForGood).then(() => 'failed')
}

/** Does a job that was taken. Its effect and its end are one; what fails is tried again by and by. */
export async function runJob<K extends JobKind>(
  ctx: Ctx,
  handler: JobHandler<K>,
  job: TakenJob & { kind: K },
  told: JobHooks,
): Promise<JobOutcome> {
  const projectId = parseProjectId.nullable().parse(job.projectId)
  const actor = { userId: null, projectId, role: null, isOwner: false } as const
  const jobCtx: JobCtx = {
    ...ctx,
    ...{ actor, jobId: job.id, isEnding: told.isEnding },
    tellProgress: (done, total) => keepProgress(ctx, job, done, total),
  }
  try {
    await doJob(jobCtx, handler, job.kind, job)
    return 'done'
  } catch (error) {
    if (error instanceof LostJob) return 'lost'
    return endOf(error, ctx, job, told).catch((late: unknown) => {
      if (late instanceof LostJob) return 'lost'
      throw late
    })
  }
}
