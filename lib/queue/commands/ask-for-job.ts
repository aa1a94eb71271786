import type { TxCtx } from '@/lib/context'
import { boss, through } from '@/lib/queue/commands/boss'
import { JOB_KINDS, type JobData, type JobKind, type JobPayload } from '@/lib/queue/kinds'

/** The table's line, its payload still being any: TypeScript does not see that line and payload are of one kind. */
type AnyKind = {
  key: (payload: unknown) => string
  payload: { parse: (value: unknown) => unknown }
  retries: number
  delay: number
  longest: number
}

// Each time a worker would have to take the one that waits in between.
const MOST_TRIES = 20

/**
 * The one that waits, held: a worker passes it by until this transaction has ended, and so will see what it has changed.
 */
async function isWaiting({ tx }: TxCtx, kind: JobKind, key: string): Promise<boolean> {
  const found = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM jobs.job WHERE "name" = ${kind} AND "singleton_key" = ${key} AND "state" = 'created' FOR KEY SHARE`
  return found.length > 0
}

/**
 * Asks for work in the background, within the caller's transaction: no change without its job, and no job without its change.
 * Where the same work waits already, that one will do.
 */
export async function askForJob<K extends JobKind>(ctx: TxCtx, kind: K, payload: JobPayload<K>): Promise<void> {
  const { payload: schema, key: keyOf, retries, delay, longest } = JOB_KINDS[kind] as AnyKind
  const { projectId, userId } = ctx.actor
  const data: JobData = { payload: schema.parse(payload), projectId, askedById: userId }
  const key = keyOf(payload)
  const options = {
    singletonKey: key,
    retryLimit: retries,
    retryDelay: delay,
    retryBackoff: true,
    expireInSeconds: longest,
    db: through(ctx.tx),
  }
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    if (await isWaiting(ctx, kind, key)) return
    // Null where another asks for the same in this moment: the insertion has waited for them, and now theirs is held.
    if (await boss.send(kind, data, options)) return
  }
  throw new Error(`No job of the kind ${kind} can be added: is its queue there?`)
}
