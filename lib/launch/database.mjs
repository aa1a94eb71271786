import { join } from 'node:path'
import pg from 'pg'
import { chooseDatabaseFolder, databaseFolder } from './data-folder.mjs'
import { startPostgres } from './embedded-postgres.mjs'
import { LaunchError } from './launch-error.mjs'
import { atEnd } from './lifecycle.mjs'
import { applyMigrations } from './migrate.mjs'
import { runningUrl } from './postmaster.mjs'
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
function shown(url) {
  try {
    const { protocol, hostname, port, pathname } = new URL(url)
    if (/^postgres(ql)?:$/.test(protocol)) return `${hostname}${port && `:${port}`}${pathname}`
  } catch {
    // said below
  }
  throw new LaunchError('databaseUrlInvalid')
}

async function checkOwnDatabase(url) {
  const address = shown(url)
  const encoding = await withClient(url, async (client) => {
    const { rows } = await client.query('SHOW server_encoding')
    return rows[0].server_encoding
  }).catch((cause) => {
    const reason = cause.message || cause.errors?.[0]?.message || cause.code
    throw new LaunchError('databaseUnreachable', { address, reason }, { cause })
  })
  if (encoding !== 'UTF8') throw new LaunchError('databaseNotUtf8', { address, encoding })
}

async function ensureDatabase(server, name) {
  await withClient(server.url('postgres'), async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (!rowCount) await client.query(`CREATE DATABASE "${name}"`)
  })
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
  await ensureDatabase(server, 'recoupe').catch((error) => {
    throw error.code === wrongPassword
      ? new LaunchError('passwordFileBroken', { file: join(place, 'password') })
      : error
  })
  return { url: server.url('recoupe'), embedded: true, server, startAgain: () => start(server.port) }
}

/** The embedded database of a data folder that a running Recoupe has started. */
export const runningDatabase = (folder) => ({ url: runningUrl(databaseFolder(folder))('recoupe'), embedded: true })

/** The database of this start, checked and with its tables up to date: that of DATABASE_URL, else the embedded one of the data folder. */
export async function openDatabase(folder) {
  const own = process.env.DATABASE_URL
  const database = own
    ? { url: own, embedded: false }
    : await step('startingDatabase', () => openEmbeddedDatabase(folder))
  if (own) await step('checkingDatabase', () => checkOwnDatabase(own))
  await step('migrating', () => applyMigrations(database.url))
  return database
}
