import { createServer } from 'node:http'
import pg from 'pg'
import { migrateDatabase, openOurDatabase } from './database.mjs'
import { hashOf } from './places.mjs'
import { appRole, closeDatabase, urlAs } from './roles.mjs'
import { startThrowawayPostgres } from './throwaway-postgres.mjs'

const databaseOf = (serverUrl, name) => {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

// Of the same migrations and privileges, and made in the same way.
const templateName = () =>
  `recoupe_template_${hashOf(['prisma/migrations', 'lib/launch/privileges.mjs', 'lib/launch/roles.mjs']).slice(0, 12)}`

async function makeTemplate(admin, serverUrl) {
  const name = templateName()
  await admin.query("SELECT pg_advisory_lock(hashtext('recoupe:template'))")
  const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
  if (!rowCount) {
    const server = { url: (database) => databaseOf(serverUrl, database) }
    try {
      await migrateDatabase(await openOurDatabase(server, `${name}_draft`))
      await admin.query(`ALTER DATABASE "${name}_draft" RENAME TO "${name}"`)
    } finally {
      await admin.query(`DROP DATABASE IF EXISTS "${name}_draft" WITH (FORCE)`)
    }
  }
  await admin.query("SELECT pg_advisory_unlock(hashtext('recoupe:template'))")
  return name
}

/**
 * Makes migrated databases, each a copy of one template: on the server that RECOUPE_TEST_SERVER names, else on a throwaway one that starts
 * at the first `make()`. `stop()` drops what is left of them.
 */
export function testDatabases() {
  const made = new Set()
  let count = 0
  let opening
  async function open() {
    const server = process.env.RECOUPE_TEST_SERVER ? undefined : await startThrowawayPostgres()
    const serverUrl = process.env.RECOUPE_TEST_SERVER ?? server.url('postgres')
    const admin = new pg.Client({ connectionString: serverUrl })
    admin.on('error', () => {})
    await admin.connect()
    return { server, serverUrl, admin, template: await makeTemplate(admin, serverUrl) }
  }
  const drop = async (name) => {
    const { admin } = await opening
    made.delete(name)
    await admin.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
  }
  const clone = async () => {
    const { admin, serverUrl, template } = await opening
    const name = `recoupe_test_${process.pid}_${++count}`
    made.add(name)
    await admin.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`)
    // A copy holds the rights within, and not those over the database itself.
    await closeDatabase(admin, name)
    const superuserUrl = databaseOf(serverUrl, name)
    return { name, url: urlAs(appRole, superuserUrl), superuserUrl }
  }
  // A copy takes a third of a second: the next one is made while a test file uses the last.
  let spare
  return {
    async make() {
      opening ??= open()
      const ready = spare ?? clone()
      spare = ready.then(clone)
      spare.catch(() => {})
      return ready
    },
    drop,
    async stop() {
      if (!opening) return
      const { admin, server } = await opening
      await spare?.catch(() => {})
      if (!server) for (const name of made) await drop(name)
      await admin.end()
      await server?.stop()
    },
  }
}

/** Vitest's global setup: hands databases to the test files over HTTP on this machine (`GET /` makes one, `DELETE /name` drops it). */
export default async function setup(project) {
  const databases = testDatabases()
  const answer = async ({ method, url }) =>
    method === 'DELETE' ? databases.drop(decodeURIComponent(url.slice(1))) : databases.make()
  const http = createServer((request, response) => {
    // A line that is kept for the next request is closed after five quiet seconds, perhaps just when a test file asks again.
    response.setHeader('connection', 'close')
    answer(request).then(
      (result) => response.end(JSON.stringify(result ?? {})),
      (error) => response.writeHead(500).end(String(error?.message ?? error)),
    )
  })
  await new Promise((resolve) => http.listen(0, '127.0.0.1', resolve))
  project.provide('testDatabases', `http://127.0.0.1:${http.address().port}`)
  return async () => {
    http.closeAllConnections()
    http.close()
    await databases.stop()
  }
}
