import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from './embedded-postgres.mjs'
import { canReach, postgresUser } from './postgres-binaries.mjs'

/** A PostgreSQL for tests and tools: in a new temporary folder, without durability unless asked for, gone with its files once stopped or once this process has ended. */
export async function startThrowawayPostgres({ durable = false, settings = [] } = {}) {
  // A temporary folder of root's own can be closed to the user that PostgreSQL runs as.
  const base = canReach(tmpdir(), postgresUser()) ? tmpdir() : '/tmp'
  const folder = mkdtempSync(join(base, 'recoupe-postgres-'))
  try {
    return await startPostgres({ folder, throwaway: true, durable, settings })
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}
