import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { startPostgres } from '../../lib/launch/embedded-postgres.mjs'
import { inRoot, root } from '../../lib/launch/places.mjs'
import { canReach, postgresUser } from '../../lib/launch/postgres-binaries.mjs'
import { hasEnded, isAlive } from '../../lib/launch/processes.mjs'

const rounds = process.env.RECOUPE_ATTACK === 'long' ? 10 : 1
// What is killed long after the last time counts anew: within a round nothing is killed more often than the launcher puts up with.
const kinds = ['app', 'database', 'launcher', 'app and database', 'everything']

const base = canReach(tmpdir(), postgresUser()) ? tmpdir() : '/tmp'
const folder = mkdtempSync(join(base, 'recoupe-crash-'))
// PostgreSQL's user has to pass.
chmodSync(folder, 0o711)
const acknowledged = join(folder, 'acknowledged')
let launcher
let server
afterAll(async () => {
  launcher?.kill('SIGTERM')
  if (launcher && launcher.exitCode === null && !launcher.signalCode) await once(launcher, 'exit')
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const answers = () => (existsSync(acknowledged) ? readFileSync(acknowledged, 'utf8').split('\n').filter(Boolean) : [])

async function until(what, holds) {
  for (const end = Date.now() + 150_000; !holds(); ) {
    const gone = launcher.exitCode !== null
    if (gone || Date.now() > end) throw new Error(`waited in vain: ${what}\n${told.join('\n')}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

const told = []
const pids = {}
function launch() {
  const child = spawn(
    process.execPath,
    [inRoot('e2e/attack/crash/launcher.mjs'), join(folder, 'postgres'), acknowledged],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      told.push(line)
      const [, name, pid] = /^(app|database) (\d+)$/.exec(line) ?? []
      if (name) pids[name] = Number(pid)
    })
  }
  pids.launcher = child.pid
  launcher = child
}

async function writesGoOn() {
  const before = answers().length
  await until('writes go on', () => answers().length >= before + 25)
}

async function kill(kind) {
  const names = { 'app and database': ['app', 'database'], everything: ['launcher', 'app', 'database'] }[kind] ?? [kind]
  const victims = names.map((name) => pids[name])
  for (const pid of victims) process.kill(pid, 'SIGKILL')
  if (names.includes('launcher')) {
    // Its children leave with it.
    for (const pid of [pids.app, pids.database]) await hasEnded(pid, 60_000)
    launch()
  } else {
    await until(`${kind} is started again`, () =>
      names.every((name, i) => pids[name] !== victims[i] && isAlive(pids[name])),
    )
  }
}

test(`every acknowledged write is found after ${rounds} × SIGKILL of ${kinds.join(', ')}`, async () => {
  launch()
  await writesGoOn()
  const killed = Object.fromEntries(kinds.map((kind) => [kind, 0]))
  for (let round = 0; round < rounds; round++) {
    for (const kind of kinds) {
      await kill(kind)
      await writesGoOn()
      killed[kind] += 1
    }
  }
  launcher.kill('SIGTERM')
  await once(launcher, 'exit')
  expect(launcher.exitCode).toBe(0)
  for (const pid of [pids.app, pids.database]) expect(isAlive(pid)).toBe(false)

  server = await startPostgres({ folder: join(folder, 'postgres') })
  const client = new pg.Client({ connectionString: server.url('recoupe') })
  await client.connect()
  const ids = answers()
  const { rows } = await client.query(
    `SELECT a."commandId" AS id FROM "AuditEvent" a JOIN "Source" s ON s."id" = a."entityId" WHERE a."commandId" = ANY($1)`,
    [ids],
  )
  await client.end()
  const found = new Set(rows.map(({ id }) => id))
  expect(ids.filter((id) => !found.has(id))).toEqual([])
  console.log(
    `attack: SIGKILL: ${Object.values(killed).reduce((a, b) => a + b)} tried, all held; acknowledged writes: ${ids.length}, found: ${found.size}`,
  )
}, 1_200_000)
