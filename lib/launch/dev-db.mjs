import { atEnd, endOnSignals } from './lifecycle.mjs'
import { applyMigrations } from './migrate.mjs'
import { startThrowawayPostgres } from './throwaway-postgres.mjs'
import { whenRun } from './when-run.mjs'

/** `node lib/launch/dev-db.mjs`: a migrated, empty throwaway database until Ctrl+C, for trying things and for RECOUPE_TEST_SERVER. */
await whenRun(import.meta.url, async () => {
  endOnSignals(() => 0)
  const server = await startThrowawayPostgres()
  atEnd(server.stop)
  await applyMigrations(server.url('postgres'))
  console.log(server.url('postgres'))
  // PostgreSQL alone does not keep this process.
  setInterval(() => {}, 2 ** 30)
  throw await server.ended
})
