import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuild } from './build.mjs'
import { migrateDatabase, openOurDatabase } from './database.mjs'
import { freePort } from './free-port.mjs'
import { ensureIdentityKey } from './identity-key.mjs'
import { atEnd } from './lifecycle.mjs'
import { appEnvironment } from './run-app.mjs'
import { checkSecrets, demoPasswords } from './secrets.mjs'
import { runSeeds } from './seeding.mjs'
import { step } from './steps.mjs'
import { startTestMailServer } from './test-mail-server.mjs'
import { startThrowawayPostgres } from './throwaway-postgres.mjs'
import { startWebServer } from './web-server.mjs'
import { startWorker } from './worker-process.mjs'

/** A mail server whose mails lie in a folder. Each mailbox whose name begins with `once` refuses its first mail. */
async function startMails(folder) {
  const mails = join(folder, 'mails')
  mkdirSync(mails)
  const known = new Set()
  let count = 0
  const server = await startTestMailServer({
    answerTo(address) {
      if (!address.startsWith('once') || known.has(address)) return ''
      known.add(address)
      return '550 This mailbox is closed today'
    },
    onMail(raw) {
      const path = join(mails, `${++count}.eml`)
      writeFileSync(`${path}.part`, raw)
      renameSync(`${path}.part`, path)
    },
  })
  atEnd(server.stop)
  return { mails, settings: { SMTP_URL: server.url, MAIL_FROM: 'Recoupe <recoupe@recoupe.example>' } }
}

/**
 * Starts the built app on a free port, with a throwaway database of its own that holds the demo, everybody's password being RECOUPE_DEMO_PASSWORD.
 * Returns what a runner against it needs in its environment. It ends with this process.
 */
export async function startTestApp({ durable = false, settings = [] } = {}) {
  await ensureBuild()
  process.env.RECOUPE_DEMO_PASSWORD ||= 'recoupe-demo-password'
  // Tests never touch the data of the person who runs them.
  delete process.env.NEXTAUTH_URL
  const folder = mkdtempSync(join(tmpdir(), 'recoupe-test-'))
  atEnd(() => rmSync(folder, { recursive: true, force: true }))
  const server = await step('startingDatabase', () => startThrowawayPostgres({ durable, settings }))
  atEnd(server.stop)
  const database = await openOurDatabase(server)
  await step('migrating', () => migrateDatabase(database))
  checkSecrets(folder)
  await ensureIdentityKey(folder, database.url)
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const { mails, settings: mail } = await startMails(folder)
  // Where a story has a web site of its own.
  const pages = await freePort()
  const whole = appEnvironment({ database, folder, address, demo: demoPasswords(folder) })
  const env = { ...whole, ...mail, RECOUPE_FETCH_ALLOW: `127.0.0.1:${pages}`, NODE_ENV: 'production' }
  const { lines } = await step('seeding', () => runSeeds(env))
  for (const line of lines) console.log(line)
  await step('starting', () => startWebServer({ mode: 'start', host: '127.0.0.1', port, address, env }))
  // Before anybody waits for it, the server loads its code and opens a connection.
  await fetch(`${address}/sign-in`).then((response) => response.text())
  startWorker(env)
  return {
    BASE_URL: address,
    DATABASE_URL: database.url,
    MIGRATION_DATABASE_URL: database.ownerUrl,
    RECOUPE_DEMO_PASSWORD: process.env.RECOUPE_DEMO_PASSWORD,
    RECOUPE_TEST_MAILS: mails,
    RECOUPE_TEST_PAGES: String(pages),
    // For benches that ask PostgreSQL how it works.
    ...(settings.length > 0 && { BENCH_SUPERUSER_URL: server.url('recoupe'), BENCH_POSTGRES_LOG: server.log }),
  }
}
