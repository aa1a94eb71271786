import PgBoss from 'pg-boss'
import type { Db, Tx } from '@/lib/db'

const asParameter = (value: unknown): unknown => {
  if (value === undefined) return null
  const isPlain = typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
  return isPlain ? JSON.stringify(value) : value
}

/** Lets pg-boss work through somebody else's transaction: what it writes lives and dies with that. */
export const through = (tx: Tx | Db): PgBoss.Db => ({
  executeSql: async (text, values: unknown[] = []) => ({
    rows: await tx.$queryRawUnsafe<Record<string, unknown>[]>(text, ...values.map(asParameter)),
  }),
})

const DAY = 24 * 60 * 60

/**
 * pg-boss over the schema that our migrations make: it makes nothing itself, and keeps no time. What is done is kept for a day, what
 * has failed for thirty; then it lies in the archive for a week.
 */
export const bossOver = (db: PgBoss.Db) =>
  new PgBoss({
    schema: 'jobs',
    db,
    migrate: false,
    supervise: false,
    schedule: false,
    archiveCompletedAfterSeconds: DAY,
    archiveFailedAfterSeconds: 30 * DAY,
    deleteAfterDays: 7,
    retentionDays: 14,
  })

/** For calls that say through which transaction they go. */
export const boss = bossOver({
  executeSql: () => Promise.reject(new Error('Say through which transaction: `{ db: through(tx) }`.')),
})
