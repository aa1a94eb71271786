import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inRoot, root } from '../../lib/launch/places.mjs'
import { startThrowawayPostgres } from '../../lib/launch/throwaway-postgres.mjs'

const folders = ['one', 'two'].map((name) => mkdtempSync(join(tmpdir(), `recoupe-copy-${name}-`)))
let server
let client
beforeAll(async () => {
  server = await startThrowawayPostgres()
  client = new pg.Client({ connectionString: server.url('postgres') })
  await client.connect()
})
afterAll(async () => {
  await client?.end()
  await server?.stop()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** All that `npm start` does to a database before its pages are there, for a copy with that data folder. */
async function copy(folder, language = 'en_GB.UTF-8') {
  const without = ['NEXTAUTH_SECRET', 'RECOUPE_IDENTITY_KEY', 'LC_ALL', 'LC_MESSAGES']
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !without.includes(name)))
  const child = spawn(process.execPath, [inRoot('lib/launch/seed.mjs')], {
    cwd: root,
    env: { ...env, DATABASE_URL: server.url('postgres'), RECOUPE_DATA_DIR: folder, LANG: language },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let told = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (told += chunk))
  const [code] = await once(child, 'close')
  return { code, told }
}
const count = async (what) => (await client.query(`SELECT count(*)::int AS n FROM ${what}`)).rows[0].n

test('two copies that start at once on an empty database: tables once, one key, the other copy refused in a sentence', async () => {
  const done = await Promise.all([copy(folders[0]), copy(folders[1], 'fr_FR.UTF-8')])
  expect(done.map(({ code }) => code).sort(), done.map(({ told }) => told).join('\n')).toEqual([0, 1])
  const loser = done.findIndex(({ code }) => code === 1)
  expect(done[loser].told).toMatch(loser ? /✗ Cette base chiffre les identités/ : /✗ This database seals identities/)
  expect(done[loser].told).not.toMatch(/\n\s+at /)
  expect(await count('"InstallationKey"')).toBe(1)
  const names = readdirSync(inRoot('prisma/migrations')).filter((name) => /^\d/.test(name))
  expect(await count('_prisma_migrations')).toBe(names.length)
  copyFileSync(join(folders[1 - loser], 'identity-key'), join(folders[loser], 'identity-key'))
})

test('two copies with one key seed once', async () => {
  await client.query(`INSERT INTO "Project" ("id", "name", "kind") VALUES (gen_random_uuid(), 'Desk', 'LIVE')`)
  const done = await Promise.all(folders.map((folder) => copy(folder)))
  expect(
    done.map(({ code }) => code),
    done.map(({ told }) => told).join('\n'),
  ).toEqual([0, 0])
  const texts = readdirSync(inRoot('seeds/articles')).filter((name) => name.endsWith('.txt'))
  expect(await count('"Article"')).toBe(texts.length)
  expect(done.flatMap(({ told }) => told.match(/Article added/g) ?? [])).toHaveLength(texts.length)
})

test('a copy that has lost its key starts no more, and makes no other', async () => {
  const file = join(folders[0], 'identity-key')
  rmSync(file)
  const { code, told } = await copy(folders[0])
  expect(code).toBe(1)
  expect(told).toContain(`✗ ${file} is missing`)
  expect(told).not.toMatch(/\n\s+at /)
  expect(existsSync(file)).toBe(false)
})
