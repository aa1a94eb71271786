import { z } from 'zod'
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

/** Runs `work` in one transaction; a lost race, on a unique key or with another's locks, is a conflict. */
export async function inTransaction<T>(ctx: Ctx, work: (ctx: TxCtx) => Promise<T>): Promise<T> {
  try {
    return await ctx.db.$transaction((tx) => work({ ...ctx, tx }), {
      timeout: 30_000,
      maxWait: 10_000,
    })
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError) {
      if (error.code === 'P2002') throw new DomainError('conflict', [{ key: 'duplicate' }])
      // What it names was taken away in the same moment.
      if (error.code === 'P2003') throw new DomainError('conflict', [{ key: 'changedMeanwhile' }])
      if (isLostRace(error)) throw new DomainError('conflict', [{ key: 'changedMeanwhile' }])
    }
    throw error
  }
}
