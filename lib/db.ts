import { PrismaPg } from '@prisma/adapter-pg'
import { databaseUrl } from '@/lib/env'
import { type Prisma, PrismaClient } from '@/prisma/generated/client'

export type Db = PrismaClient
export type Tx = Prisma.TransactionClient

// Next's development server loads modules anew at each change: the pool must outlive that.
const kept = globalThis as typeof globalThis & { recoupeDb?: Db }

/** The one client of this process, made at first use. */
export function getDb(): Db {
  kept.recoupeDb ??= new PrismaClient({
    adapter: new PrismaPg({ connectionString: databaseUrl(), max: 10 }),
  })
  return kept.recoupeDb
}

/** True when the database answers. */
export async function pingDatabase(): Promise<boolean> {
  try {
    await getDb().$queryRaw`SELECT 1`
    return true
  } catch {
    return false
  }
}
