import { type Ctx, inTransaction, type TxCtx } from '@/lib/context'
import { LIVING_WORKER } from '@/lib/database/worker-lock'
import type { Reason } from '@/lib/errors'
import { LostJob } from '@/lib/jobs/job-ends'
import { boss, through } from '@/lib/queue/commands/boss'
import { type JobData, type JobKind, jobData } from '@/lib/queue/kinds'
import { Prisma } from '@/prisma/generated/client'

/** A job in the hands of a worker. */
export type TakenJob = JobData & { kind: JobKind; id: string; worker: number }

/** Takes the next job of a kind that is due, or null. That it runs and who runs it are written as one. */
export const takeJob = (ctx: Ctx, kind: JobKind, worker: number): Promise<TakenJob | null> =>
  inTransaction(ctx, async ({ tx }) => {
    const [job] = await boss.fetch<object>(kind, { batchSize: 1, db: through(tx) })
    if (!job) return null
    await tx.$executeRaw`
      INSERT INTO jobs.run (name, job_id, worker) VALUES (${kind}, ${job.id}::uuid, ${worker})
      ON CONFLICT (name, job_id) DO UPDATE SET worker = excluded.worker, done = NULL, total = NULL`
    return { ...jobData.parse(job.data), kind, id: job.id, worker }
  })

/** Holds a job until the transaction's end. Throws `LostJob` where it is no longer this worker's. */
export async function holdJob({ tx }: TxCtx, { kind, id, worker }: TakenJob): Promise<void> {
  const held = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM jobs.job j JOIN jobs.run r ON r.name = j.name AND r.job_id = j.id
    WHERE j.name = ${kind} AND j.id = ${id}::uuid AND j.state = 'active' AND r.worker = ${worker} FOR UPDATE OF j`
  if (held.length === 0) throw new LostJob(`${kind} ${id}`)
}

/** Writes how far a job has come. Throws `LostJob` where it is no longer this worker's. */
export async function keepProgress({ db }: Ctx, { kind, id, worker }: TakenJob, done: number, total: number) {
  const kept = await db.$executeRaw`
    UPDATE jobs.run SET done = ${done}, total = ${total}
    WHERE name = ${kind} AND job_id = ${id}::uuid AND worker = ${worker}`
  if (kept === 0) throw new LostJob(`${kind} ${id}`)
}

/** Ends a job as done, in the transaction of its effect. */
export const completeJob = async (ctx: TxCtx, { kind, id }: TakenJob, output: { reasons?: readonly Reason[] } = {}) => {
  await boss.complete(kind, id, output, { db: through(ctx.tx) })
}

/** Ends a job of which nothing was done, and is not to be any more. */
export const leaveUndone = (ctx: Ctx, job: TakenJob, reasons: readonly Reason[]) =>
  inTransaction(ctx, async (txCtx) => {
    await holdJob(txCtx, job)
    await completeJob(txCtx, job, { reasons })
  })

/** Ends this try: the job waits for the next one, or has failed; at once where trying again is of no use (`isFinal`). */
export const failJob = (ctx: Ctx, job: TakenJob, reasons: readonly Reason[], isFinal = false) =>
  inTransaction(ctx, async (txCtx) => {
    await holdJob(txCtx, job)
    if (isFinal)
      await txCtx.tx.$executeRaw`
        UPDATE jobs.job SET retry_limit = retry_count WHERE name = ${job.kind} AND id = ${job.id}::uuid`
    await boss.fail(job.kind, job.id, { reasons }, { db: through(txCtx.tx) })
  })

/** Lets a job wait again, as if it had not been begun. */
export const giveJobBack = (ctx: Ctx, job: TakenJob) =>
  inTransaction(ctx, async (txCtx) => {
    await holdJob(txCtx, job)
    await txCtx.tx.$executeRaw`
      UPDATE jobs.job SET state = 'retry', started_on = NULL, start_after = now()
      WHERE name = ${job.kind} AND id = ${job.id}::uuid`
  })

const WORKER_GONE = JSON.stringify({ reasons: [{ key: 'job.workerGone' }] satisfies Reason[] })

/** Takes the jobs of workers that are gone out of their hands: they wait again, or have failed where that happened too often. */
export const reclaimJobs = ({ db }: Ctx): Promise<number> => db.$executeRaw`
  UPDATE jobs.job j SET start_after = now(), output = ${WORKER_GONE}::jsonb,
    state = (CASE WHEN retry_count < retry_limit THEN 'retry' ELSE 'failed' END)::jobs.job_state,
    completed_on = CASE WHEN retry_count < retry_limit THEN NULL ELSE now() END
  WHERE state = 'active' AND NOT EXISTS (
    SELECT 1 FROM jobs.run r JOIN pg_locks l ON l.objid = r.worker::oid
    WHERE r.name = j.name AND r.job_id = j.id AND ${Prisma.raw(LIVING_WORKER)})`
