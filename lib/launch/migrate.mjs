import pg from 'pg'
import { LaunchError } from './launch-error.mjs'
import { migrationList, withEngine } from './migration-engine.mjs'

const lock = "pg_advisory_lock(hashtext('recoupe:migrate'))"
const noFilters = { externalTables: [], externalEnums: [] }

/**
 * Applies the migrations that a database lacks, with Prisma's own engine, as `prisma migrate deploy` does; one start at a time.
 * Returns the names of those that it applied. LaunchError when one fails or the history does not fit.
 */
export async function applyMigrations(databaseUrl, migrations = migrationList()) {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query(`SELECT ${lock}`)
    const input = { migrationsList: migrations, filters: noFilters }
    return await withEngine(databaseUrl, async (engine) => (await engine.applyMigrations(input)).appliedMigrationNames)
  } catch (error) {
    throw new LaunchError('migrationFailed', { reason: error.message }, { cause: error })
  } finally {
    await client.end()
  }
}
