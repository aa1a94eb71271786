import { type CommandInput, command } from '@/lib/audit/record'
import { authorise } from '@/lib/auth/permissions'
import { type Ctx, ofInstallation, type TxCtx } from '@/lib/context'
import { DomainError, foundOr404, refuseIf } from '@/lib/errors'
import { type JobScope, retryFailedInput, retryJobInput } from '@/lib/jobs/schema'
import { JOB_KINDS } from '@/lib/queue/kinds'
import { Prisma } from '@/prisma/generated/client'

/** So many at once: what is left is retried by asking again. */
const RETRIED_AT_ONCE = 1000
// Of kinds that this version knows; with the name a job is found by its key.
const KINDS = Object.keys(JOB_KINDS)

/** The jobs that the actor may retry: those of their project; the owner outside of any those of the installation. */
const within = ({ actor }: TxCtx) =>
  actor.role === null ? Prisma.sql`true` : Prisma.sql`j."data" ->> 'projectId' = ${actor.projectId}`

type FailedJobRow = { id: string; name: string; state: string; tries: number }

/** Lets failed jobs wait for one more try, which is due at once. What they failed of stays to be read until then. */
const tryAgain = ({ tx }: TxCtx, ids: readonly string[]) => tx.$executeRaw`
  UPDATE jobs.job SET "state" = 'retry', "retry_limit" = "retry_count" + 1, "start_after" = now(), "completed_on" = NULL,
    "keep_until" = now() + interval '14 days'
  WHERE "name" = ANY(${KINDS}) AND "id" = ANY(${ids}::uuid[]) AND "state" = 'failed'`

const retryOne = command('job:retry', retryJobInput, async (ctx, { id }) => {
  authorise('job:retry', ctx.actor)
  const [found] = await ctx.tx.$queryRaw<FailedJobRow[]>`
    SELECT j."id"::text, j."name", j."state"::text, j."retry_count" + 1 AS "tries" FROM jobs.job j
    WHERE j."name" = ANY(${KINDS}) AND j."id" = ${id}::uuid AND ${within(ctx)} FOR UPDATE`
  const job = foundOr404(found, 'job')
  refuseIf('refused', job.state === 'failed' ? [] : [{ key: 'job.notFailed' }])
  await tryAgain(ctx, [id])
  return { result: { id }, entityId: id, after: { kind: job.name, tries: job.tries } }
})

const retryAll = command('job:retryFailed', retryFailedInput, async (ctx, { kind }) => {
  authorise('job:retry', ctx.actor)
  const found = await ctx.tx.$queryRaw<{ id: string }[]>`
    SELECT j."id"::text FROM jobs.job j WHERE j."name" = ${kind} AND j."state" = 'failed' AND ${within(ctx)}
    ORDER BY j."completed_on", j."id" LIMIT ${RETRIED_AT_ONCE} FOR UPDATE SKIP LOCKED`
  const ids = found.map(({ id }) => id)
  const [first] = ids
  if (first === undefined) throw new DomainError('refused', [{ key: 'job.noneFailed' }])
  await tryAgain(ctx, ids)
  return { result: { count: ids.length }, entityId: first, after: { kind, ids } }
})

const scoped = (ctx: Ctx, scope: JobScope | undefined): Ctx => (scope === 'installation' ? ofInstallation(ctx) : ctx)

/**
 * Has a job that has failed tried once more. Throws `not-found` for one that is gone or another project's, `refused` for one that has not
 * failed (any more).
 */
export const retryJob = (ctx: Ctx, input: CommandInput<typeof retryJobInput>) =>
  retryOne(scoped(ctx, input.scope), input)

/** The same for all of a kind that have failed, a thousand at once. Answers how many; throws `refused` where there is none. */
export const retryFailedJobs = (ctx: Ctx, input: CommandInput<typeof retryFailedInput>) =>
  retryAll(scoped(ctx, input.scope), input)
