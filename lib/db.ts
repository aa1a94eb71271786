import { PrismaPg } from '@prisma/adapter-pg'
import { lookAtDatabase as look, pingDatabase as ping } from '@/lib/database/ping'
import { openPool } from '@/lib/database/pool'
import { noteTrouble } from '@/lib/database/request-trouble'
import { databaseUrl } from '@/lib/env'
import { type Prisma, PrismaClient } from '@/prisma/generated/client'

export type Db = PrismaClient
export type Tx = Prisma.TransactionClient

// Next's development server loads modules anew at each change: the pool must outlive that.
const kept = globalThis as typeof globalThis & { recoupeDb?: Db }

/** A client of its own, as the role of that address. */
export function openDb(url: string): Db {
  const pool = openPool(url)
  const client = new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: true }) })
  const watched = client.$extends({
    query: {
      async $allOperations({ args, query }) {
        try {
          return await query(args)
        } catch (error) {
          throw noteTrouble(error)
        }
      },
    },
  })
  // An extension that changes neither queries nor results: it is the client, for all that this code asks of it.
  return watched as unknown as Db
}

/** The one client of this process, made at first use. */
export function getDb(): Db {
  kept.recoupeDb ??= openDb(databaseUrl())
  return kept.recoupeDb
}

/** True when the database answers within a second and a half, however many wait for it. */
export const pingDatabase = (): Promise<boolean> => ping(databaseUrl())

/** The same, and whether a worker of background jobs is there. */
export const lookAtDatabase = () => look(databaseUrl())
