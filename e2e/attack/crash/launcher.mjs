import { spawn } from 'node:child_process'
import { migrateDatabase, openOurDatabase } from '../../../lib/launch/database.mjs'
import { startPostgres } from '../../../lib/launch/embedded-postgres.mjs'
import { keepRunning } from '../../../lib/launch/keep-running.mjs'
import { atEnd, endOnSignals } from '../../../lib/launch/lifecycle.mjs'
import { root } from '../../../lib/launch/places.mjs'
import { quietly } from '../../../lib/launch/run-node.mjs'

// Stands in for `npm start`: the same database and the same way of keeping things running, with a writer in the place of the pages.
const [folder, acknowledged] = process.argv.slice(2)
endOnSignals(() => 0)

function startWriter(url) {
  const leaves = ['--import', './lib/launch/leave-with-parent.mjs']
  const child = spawn(
    process.execPath,
    [...quietly, ...leaves, '--import', 'tsx', 'e2e/attack/crash/writer.ts', acknowledged],
    {
      cwd: root,
      env: { ...process.env, DATABASE_URL: url, NEXTAUTH_SECRET: 'a secret of this test alone, and of nobody else' },
      detached: true,
      stdio: ['pipe', 'inherit', 'inherit'],
    },
  )
  child.stdin.on('error', () => {})
  const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(new Error(`${code ?? signal}`))))
  atEnd(async () => {
    child.kill('SIGKILL')
    await ended
  })
  console.log(`app ${child.pid}`)
  return { ended }
}

async function startDatabase(port) {
  const server = await startPostgres({ folder, port })
  atEnd(server.stop)
  console.log(`database ${server.pid}`)
  return server
}

const database = await startDatabase()
const opened = await openOurDatabase(database)
await migrateDatabase(opened)
const { url } = opened
await Promise.race([
  keepRunning('server', startWriter(url), async () => startWriter(url)),
  keepRunning('database', database, () => startDatabase(database.port)),
])
process.exit(1)
