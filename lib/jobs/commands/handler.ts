import type { Ctx, TxCtx } from '@/lib/context'
import type { JobKind, JobPayload } from '@/lib/queue/kinds'

/** What a job gets beside its payload: the installation acts, in the project that the job is about. */
export type JobCtx = Ctx & {
  jobId: string
  /** Says how far it has come, for the screen. Throws where another worker has been given the job meanwhile. */
  tellProgress: (done: number, total: number) => Promise<void>
  /** The worker has been told to end: a long job gives itself back (`GivenBack`) at the next place where it can go on. */
  isEnding: () => boolean
}

/** What is left to write once a job is prepared: in the very transaction that ends the job. */
export type Effect = (ctx: TxCtx) => Promise<void>

/**
 * How a kind of job is done. A job may be begun more than once (its worker was killed, the commit failed) and its effect must be there
 * once: what a handler answers is written together with the job's end. Before that it takes its time and holds no lock; what it does
 * there outside of itself has to bear being done again. Where nothing is to be done any more it throws `LeftUndone`.
 */
export type JobHandler<K extends JobKind> = (ctx: JobCtx, payload: JobPayload<K>) => Promise<Effect | undefined>
