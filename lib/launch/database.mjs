import { join } from 'node:path'
import pg from 'pg'
import { chooseDatabaseFolder, databaseFolder } from './data-folder.mjs'
import { startPostgres } from './embedded-postgres.mjs'
import { LaunchError } from './launch-error.mjs'
import { atEnd } from './lifecycle.mjs'
import { say } from './messages.mjs'
import { applyMigrations } from './migrate.mjs'
import { migrationList } from './migration-engine.mjs'
import { runningUrl } from './postmaster.mjs'
import { appRole, comparePrivileges, grantPrivileges, handOver, makeRoles, ownerRole, urlAs } from './roles.mjs'
import { step } from './steps.mjs'

/** What PostgreSQL says of a password that is another one's. */
const wrongPassword = '28P01'

async function withClient(connectionString, work) {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

// Without the password: this goes to the terminal.
function shown(variable, url) {
  try {
    const { protocol, hostname, port, pathname } = new URL(url)
    if (/^postgres(ql)?:$/.test(protocol)) return `${hostname}${port && `:${port}`}${pathname}`
  } catch {
    // said below
  }
  throw new LaunchError('databaseUrlInvalid', { variable })
}

/** Who one is at that address, and where; LaunchError when nothing fit answers there. */
async function lookAt(variable, url) {
  const address = shown(variable, url)
  const found = await withClient(url, async (client) => {
    const { rows } = await client.query(`
      SELECT current_user AS role, current_setting('server_encoding') AS encoding,
        current_database() || pg_postmaster_start_time() || coalesce(current_schema(), '') AS place`)
    return rows[0]
  }).catch((cause) => {
    const reason = cause.message || cause.errors?.[0]?.message || cause.code
    throw new LaunchError('databaseUnreachable', { variable, address, reason }, { cause })
  })
  if (found.encoding !== 'UTF8') throw new LaunchError('databaseNotUtf8', { address, encoding: found.encoding })
  return found
}

async function ensureDatabase(superuserUrl, name) {
  await withClient(superuserUrl, async (client) => {
    await makeRoles(client)
    await client.query('REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC')
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (!rowCount) await client.query(`CREATE DATABASE "${name}" OWNER ${ownerRole} TEMPLATE template0 ENCODING 'UTF8'`)
  })
}

/** A database of a server of ours (`url` tells its addresses), made if need be, in the hands of its two roles. */
export async function openOurDatabase({ url }, name = 'recoupe') {
  await ensureDatabase(url('postgres'), name)
  await withClient(url(name), (client) => handOver(client, name))
  return { url: urlAs(appRole, url(name)), ownerUrl: urlAs(ownerRole, url(name)) }
}

/** Starts the embedded database of a data folder. `server.ended` resolves if it should end by itself, and `startAgain` starts it at the same address. */
export async function openEmbeddedDatabase(folder) {
  const place = chooseDatabaseFolder(folder)
  const start = async (port) => {
    const server = await startPostgres({ folder: place, port })
    const forget = atEnd(server.stop)
    server.ended.then(forget)
    return server
  }
  const server = await start()
  const ours = await openOurDatabase(server).catch((error) => {
    throw error.code === wrongPassword
      ? new LaunchError('passwordFileBroken', { file: join(place, 'password') })
      : error
  })
  return { ...ours, embedded: true, server, startAgain: () => start(server.port) }
}

/** The embedded database of a data folder that a running Recoupe has started. */
export function runningDatabase(folder) {
  const superuserUrl = runningUrl(databaseFolder(folder))('recoupe')
  return { url: urlAs(appRole, superuserUrl), ownerUrl: urlAs(ownerRole, superuserUrl), embedded: true }
}

/** True when the role at that address may retire a key of the installation, so that another one seals. */
export const mayRetireKeys = (url) =>
  withClient(url, async (client) => {
    const { rows } = await client.query(
      `SELECT has_column_privilege('"InstallationKey"', 'retiredAt', 'UPDATE') AS may`,
    )
    return rows[0].may
  })

/** Brings the tables up to date as their owner, and grants the app's role what it may do to them. */
export async function migrateDatabase({ url, ownerUrl }) {
  await applyMigrations(ownerUrl)
  const { role } = await lookAt('DATABASE_URL', url)
  await withClient(ownerUrl, (client) => grantPrivileges(client, role))
}

/** True when a role that owns nothing finds every migration applied and every privilege granted. */
async function isUpToDate(client) {
  const wanted = migrationList().migrationDirectories.map(({ path }) => path)
  const { rows } = await client.query(
    'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  )
  const applied = new Set(rows.map(({ migration_name }) => migration_name))
  return wanted.every((name) => applied.has(name)) && (await comparePrivileges(client)).lacking.length === 0
}

// With one address alone: a role that may not make tables has to find them made.
const migrateAlone = (url) =>
  withClient(url, async (client) => {
    const { rows } = await client.query(
      "SELECT coalesce(has_schema_privilege(current_schema(), 'CREATE'), false) AS may",
    )
    if (rows[0].may) return applyMigrations(url)
    if (!(await isUpToDate(client).catch(() => false))) throw new LaunchError('migrationUrlNeeded')
  })

/** The database of DATABASE_URL, migrated by the role of MIGRATION_DATABASE_URL if there is one; told of, if the app could undo its guards. */
async function openOwnDatabase(url, ownerUrl) {
  const [app, owner] = await step('checkingDatabase', async () => [
    await lookAt('DATABASE_URL', url),
    ownerUrl && (await lookAt('MIGRATION_DATABASE_URL', ownerUrl)),
  ])
  if (owner && owner.place !== app.place) throw new LaunchError('databasesDiffer')
  await step('migrating', () =>
    owner && owner.role !== app.role ? migrateDatabase({ url, ownerUrl }) : migrateAlone(url),
  )
  const { excess } = await withClient(url, comparePrivileges)
  if (excess.length > 0) console.log(`\n${say('guardsOff', { role: app.role })}\n`)
  return { url, ownerUrl: ownerUrl || url, embedded: false }
}

/**
 * The database of this start, checked and with its tables up to date: that of DATABASE_URL, else the embedded one of the data folder.
 * `ownerUrl` is for the launcher alone, and that of the app where there is no other.
 */
export async function openDatabase(folder) {
  const { DATABASE_URL: url, MIGRATION_DATABASE_URL: ownerUrl } = process.env
  // Nothing that is started from here gets the owner's address.
  delete process.env.MIGRATION_DATABASE_URL
  if (url) return openOwnDatabase(url, ownerUrl)
  if (ownerUrl) throw new LaunchError('migrationUrlAlone')
  const database = await step('startingDatabase', () => openEmbeddedDatabase(folder))
  await step('migrating', () => migrateDatabase(database))
  return database
}
