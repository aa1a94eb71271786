import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { getDb, pingDatabase } from '@/lib/db'
import { startPostgres } from './embedded-postgres.mjs'
import { say } from './messages.mjs'
import { canReach, postgresUser } from './postgres-binaries.mjs'

const base = canReach(tmpdir(), postgresUser()) ? tmpdir() : '/tmp'
const folder = mkdtempSync(join(base, 'recoupe-embedded-'))
let server
afterEach(() => vi.restoreAllMocks())
afterAll(async () => {
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function ask(sql) {
  const client = new pg.Client({ connectionString: server.url('postgres') })
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows
}
const ended = async () => {
  await server.stop()
  await server.ended
}

test('a database without its mark goes on, and keeps what it holds', async () => {
  rmSync(folder, { recursive: true })
  server = await startPostgres({ folder })
  await ask('CREATE TABLE kept AS SELECT 7 AS n')
  await ended()
  const said = vi.spyOn(console, 'log').mockImplementation(() => {})
  rmSync(join(folder, 'initialised'))
  server = await startPostgres({ folder })
  expect(await ask('SELECT n FROM kept')).toEqual([{ n: 7 }])
  expect(said.mock.calls.flat().join()).toContain(say('markerRemade', { file: join(folder, 'initialised') }))
  expect(existsSync(join(folder, 'initialised'))).toBe(true)
  await ended()
}, 90_000)

test('a missing or damaged password file is made anew, and said; a wrong one is not taken', async () => {
  const file = join(folder, 'password')
  const before = readFileSync(file, 'utf8')
  const said = vi.spyOn(console, 'log').mockImplementation(() => {})
  for (const damage of [() => rmSync(file), () => writeFileSync(file, Buffer.from([0, 1, 255]))]) {
    damage()
    server = await startPostgres({ folder })
    expect(await ask('SELECT n FROM kept')).toEqual([{ n: 7 }])
    expect(readFileSync(file, 'utf8')).not.toBe(before)
    await ended()
  }
  expect(said).toHaveBeenCalledTimes(2)
}, 90_000)

test('a database that is gone is refused: no empty one takes its place', async () => {
  renameSync(join(folder, 'cluster'), join(folder, 'moved'))
  await expect(startPostgres({ folder })).rejects.toMatchObject({ key: 'clusterMissing' })
  expect(existsSync(join(folder, 'cluster'))).toBe(false)
  renameSync(join(folder, 'moved'), join(folder, 'cluster'))
})

test('a killed database starts again at its address, and the app’s pool goes on with it', async () => {
  server = await startPostgres({ folder })
  process.env.DATABASE_URL = server.url('postgres')
  const db = getDb()
  const numbers = () => db.$queryRaw`SELECT n FROM kept`
  await Promise.all(Array.from({ length: 10 }, numbers))
  const sleeping = db.$queryRaw`SELECT pg_sleep(600)::text`.then(
    () => 'slept',
    () => 'refused',
  )
  process.kill(server.pid, 'SIGKILL')
  expect(await server.ended).toMatchObject({ key: 'databaseEnded', values: { code: 'SIGKILL' } })
  expect(await pingDatabase()).toBe(false)
  // The query that went on without its server does not keep the next one from starting.
  server = await startPostgres({ folder, port: server.port })
  expect(await sleeping).toBe('refused')
  expect(await numbers()).toEqual([{ n: 7 }])
  expect(await pingDatabase()).toBe(true)
  await db.$disconnect()
}, 120_000)
