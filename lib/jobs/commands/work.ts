import type { Ctx } from '@/lib/context'
import type { Db } from '@/lib/db'
import type { JobHandler } from '@/lib/jobs/commands/handler'
import type { Handlers } from '@/lib/jobs/commands/handlers'
import { type JobOutcome, runJob } from '@/lib/jobs/commands/run-job'
import { reclaimJobs, type TakenJob, takeJob } from '@/lib/jobs/commands/take-job'
import { openWorkerSession } from '@/lib/jobs/commands/worker-session'
import { bossOver } from '@/lib/queue/commands/boss'
import { isJobKind, type JobKind } from '@/lib/queue/kinds'

/** In milliseconds. Of new jobs a worker is told at once; what waits for its next try falls due by itself. */
const LOOKS_EVERY = 2_000
const RECLAIMS_EVERY = 5_000
const TIDIES_EVERY = 10 * 60_000

type Work = {
  databaseUrl: string
  db: Db
  clock: () => Date
  handlers: Handlers
  /** Aborted: the jobs in hand are done, no other is begun. */
  signal: AbortSignal
  onOutcome?: (job: TakenJob, outcome: JobOutcome) => void
  onError: (error: unknown, job?: TakenJob) => void
  /** Called once, when this worker is known to the others. */
  onReady?: (number: number) => void
}

/** Lets loops rest until something may have happened. What rings while nobody rests is not missed. */
function makeBell(signal: AbortSignal) {
  let rung = 0
  const resting = new Set<() => void>()
  const ring = () => {
    rung++
    for (const wake of resting) wake()
  }
  signal.addEventListener('abort', ring)
  const rest = (since: number, most: number) =>
    new Promise<void>((resolve) => {
      if (rung !== since || signal.aborted) return resolve()
      const wake = () => {
        clearTimeout(timer)
        resting.delete(wake)
        resolve()
      }
      const timer = setTimeout(wake, most)
      resting.add(wake)
    })
  return { ring, rest, count: () => rung }
}

const nobody = { userId: null, projectId: null, role: null, isOwner: false } as const

/**
 * Works on jobs until told to end, one of each kind at a time. Throws when the connection by which it is known to live is lost, or
 * the end of a job cannot be written: then it is nobody any more, and what it had in hand is another's.
 */
export async function work({ databaseUrl, db, clock, handlers, signal, ...told }: Work): Promise<void> {
  const stop = new AbortController()
  const ended = AbortSignal.any([signal, stop.signal])
  const bell = makeBell(ended)
  const session = await openWorkerSession(databaseUrl, Object.keys(handlers), bell.ring)
  const context = (): Ctx => ({ actor: nobody, db, now: clock() })
  const isEnding = () => ended.aborted

  async function workOn<K extends JobKind>(kind: K, handler: JobHandler<K>) {
    while (!isEnding()) {
      const since = bell.count()
      const job = await takeJob(context(), kind, session.number).catch((error) => told.onError(error))
      if (!job) {
        await bell.rest(since, LOOKS_EVERY)
        continue
      }
      const outcome = await runJob(context(), handler, { ...job, kind }, { isEnding, onError: told.onError })
      told.onOutcome?.(job, outcome)
    }
  }

  async function every(time: number, task: () => Promise<unknown>) {
    while (!isEnding()) {
      await task().catch((error) => told.onError(error))
      for (const until = performance.now() + time; !isEnding() && performance.now() < until; )
        await bell.rest(bell.count(), Math.max(1, until - performance.now()))
    }
  }

  const reclaim = async () => {
    if ((await reclaimJobs(context())) > 0) bell.ring()
  }
  const tidy = bossOver({ executeSql: session.execute })
  const lost = session.lost.then(() => {
    if (!isEnding()) throw new Error('The connection to the database is lost.')
  })
  // Every kind that is in the table with its own handler.
  const loops = Object.entries(handlers).map(([kind, handler]) =>
    isJobKind(kind) ? workOn(kind, handler as JobHandler<typeof kind>) : undefined,
  )
  told.onReady?.(session.number)
  try {
    const all = [...loops, every(RECLAIMS_EVERY, reclaim), every(TIDIES_EVERY, () => tidy.maintain())]
    await Promise.race([Promise.all(all), lost.then(() => Promise.all(all))])
  } finally {
    stop.abort()
    lost.catch(() => {})
    await session.end().catch(() => {})
  }
}
