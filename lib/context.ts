import { z } from 'zod'
import { MOST_TRANSACTIONS_WAITING, TRANSACTION, TRANSACTION_WAIT, TRANSACTIONS } from '@/lib/database/limits'
import { noteTrouble } from '@/lib/database/request-trouble'
import { type Trouble, troubleOf } from '@/lib/database/trouble'
import { makeTurns } from '@/lib/database/turns'
import type { Db, Tx } from '@/lib/db'
import { DomainError } from '@/lib/errors'
import type { ProjectId, SessionId, UserId } from '@/lib/ids'
import { Prisma, type Role } from '@/prisma/generated/client'

/** Who acts, and in which project. Read from the database at each request, never from the session's token. */
export type Actor = {
  /** null: the installation itself (seeding). */
  userId: UserId | null
  projectId: ProjectId | null
  role: Role | null
  isOwner: boolean
  /** The session that they act in; none outside the web. */
  sessionId?: SessionId
}

/** What every command and query gets: the actor, the database, and the clock. */
export type Ctx = { actor: Actor; db: Db; now: Date }

/** A context inside a transaction: reads and writes go through `tx`. */
export type TxCtx = Ctx & { tx: Tx }

/** The actor's project; refuses when there is none. */
export function projectOf(ctx: Ctx): ProjectId {
  if (!ctx.actor.projectId) throw new DomainError('not-found', [{ key: 'notFound', values: { what: 'project' } }])
  return ctx.actor.projectId
}

/** For an act of the installation: the same person, in whatever project they happen to be. */
export const ofInstallation = (ctx: Ctx): Ctx => ({ ...ctx, actor: { ...ctx.actor, projectId: null, role: null } })

/** The acting person; refuses the installation itself, which signs nothing. */
export function personOf(ctx: Ctx): UserId {
  if (!ctx.actor.userId) throw new DomainError('forbidden', [{ key: 'permission.person' }])
  return ctx.actor.userId
}

const lostRace = z.object({ kind: z.literal('TransactionWriteConflict') })

/** A deadlock or a failed serialization (40P01, 40001); of a raw query Prisma tells that only underneath its own code. */
function isLostRace({ code, meta }: Prisma.PrismaClientKnownRequestError): boolean {
  const underneath = meta?.driverAdapterError
  return code === 'P2034' || (underneath instanceof Error && lostRace.safeParse(underneath.cause).success)
}

const turns = makeTurns({
  atOnce: TRANSACTIONS,
  mostWaiting: MOST_TRANSACTIONS_WAITING,
  patience: TRANSACTION_WAIT,
})

/** What is told when the database did not work; `isDone`: all but the commit, of which no word came back. */
const asUnavailable = (trouble: Trouble, isDone: boolean): DomainError =>
  new DomainError('unavailable', [{ key: isDone && trouble !== 'full' ? 'database.unknown' : `database.${trouble}` }])

/** What an error of the database means for whoever asked; null where it is of another kind. */
export function unavailable(error: unknown): DomainError | null {
  const trouble = troubleOf(error)
  return trouble && asUnavailable(trouble, false)
}

function refusalOf(error: unknown, isDone: boolean): unknown {
  if (error instanceof Prisma.PrismaClientKnownRequestError) {
    if (error.code === 'P2002') return new DomainError('conflict', [{ key: 'duplicate' }])
    // What it names was taken away in the same moment.
    if (error.code === 'P2003') return new DomainError('conflict', [{ key: 'changedMeanwhile' }])
    if (isLostRace(error)) return new DomainError('conflict', [{ key: 'changedMeanwhile' }])
  }
  const trouble = error instanceof DomainError ? null : troubleOf(noteTrouble(error))
  return trouble ? asUnavailable(trouble, isDone) : error
}

/**
 * Runs `work` in one transaction; a lost race, on a unique key or with another's locks, is a conflict. Throws `unavailable`
 * when the database would not be done in time, has no room, or is gone: then nothing was saved, unless the connection was
 * lost while it was being committed, which the reason says.
 */
export async function inTransaction<T>(ctx: Ctx, work: (ctx: TxCtx) => Promise<T>): Promise<T> {
  let [isBegun, isDone] = [false, false]
  const whole = async (tx: Tx) => {
    isBegun = true
    const result = await work({ ...ctx, tx })
    isDone = true
    return result
  }
  const run = () => ctx.db.$transaction(whole, { timeout: TRANSACTION, maxWait: TRANSACTION_WAIT })
  try {
    const giveBack = await turns.take()
    try {
      return await run().catch((error) => {
        // A connection may have died in the pool: where nothing has begun, another one may do.
        if (isBegun || troubleOf(error) !== 'lost') throw error
        return run()
      })
    } finally {
      giveBack()
    }
  } catch (error) {
    throw refusalOf(error, isDone)
  }
}
