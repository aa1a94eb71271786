import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { openDatabase } from './database.mjs'
import { comparePrivileges } from './roles.mjs'
import { runNode } from './run-node.mjs'

// A PostgreSQL of one's own, with the roles that docs/database-roles.md makes.
const superuserUrl = process.env.RECOUPE_TEST_SUPERUSER_URL
const superuser = new pg.Client({ connectionString: superuserUrl })
const name = `recoupe_own_${process.pid}`
const [appRole, ownerRole] = [`desk_app_${process.pid}`, `desk_owner_${process.pid}`]
const urlOf = (role, database = name) => {
  const url = new URL(superuserUrl)
  url.pathname = `/${database}`
  if (role) [url.username, url.password] = [role, 'a password']
  return url.href
}
const [app, owner] = [urlOf(appRole), urlOf(ownerRole)]
const said = []

const asApp = async (work) => {
  const client = new pg.Client({ connectionString: app })
  await client.connect()
  return work(client).finally(() => client.end())
}

beforeAll(async () => {
  await superuser.connect()
  for (const role of [appRole, ownerRole]) await superuser.query(`CREATE ROLE ${role} LOGIN PASSWORD 'a password'`)
})
beforeEach(async () => {
  await superuser.query(`CREATE DATABASE ${name} OWNER ${ownerRole} TEMPLATE template0 ENCODING 'UTF8'`)
  await superuser.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`)
  await superuser.query(`GRANT CONNECT ON DATABASE ${name} TO ${appRole}`)
  said.length = 0
  vi.spyOn(console, 'log').mockImplementation((line) => said.push(line))
  vi.spyOn(process.stdout, 'write').mockReturnValue(true)
})
afterEach(async () => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  await superuser.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
})
afterAll(async () => {
  for (const role of [appRole, ownerRole]) await superuser.query(`DROP ROLE IF EXISTS ${role}`)
  await superuser.end()
})

const open = (url, ownerUrl = '') => {
  vi.stubEnv('DATABASE_URL', url)
  vi.stubEnv('MIGRATION_DATABASE_URL', ownerUrl)
  return openDatabase('/nowhere')
}

test('with both addresses the owner migrates, the app gets its rights, and nothing is to be cautious of', async () => {
  expect(await open(app, owner)).toEqual({ url: app, ownerUrl: owner, embedded: false })
  // What is started from here does not have it.
  expect(process.env.MIGRATION_DATABASE_URL).toBeUndefined()
  expect(await asApp(comparePrivileges)).toEqual({ excess: [], lacking: [] })
  expect(said.join()).not.toMatch(/Caution|Attention/)
  await open(app, owner)
  expect(said.join()).not.toMatch(/Caution|Attention/)
})

test('a start that has nothing to migrate does without the owner; one that has says that it needs it', async () => {
  await expect(open(app)).rejects.toMatchObject({ key: 'migrationUrlNeeded' })
  await open(app, owner)
  await expect(open(app)).resolves.toMatchObject({ url: app })
  expect(said.join()).not.toMatch(/Caution|Attention/)
  const other = new pg.Client({ connectionString: owner })
  await other.connect()
  await other.query(`REVOKE INSERT ON "Comment" FROM ${appRole}`)
  await expect(open(app)).rejects.toMatchObject({ key: 'migrationUrlNeeded' })
  await open(app, owner)
  await expect(open(app)).resolves.toMatchObject({ url: app })
  await other.query(
    `DELETE FROM _prisma_migrations WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations)`,
  )
  await other.end()
  await expect(open(app)).rejects.toMatchObject({ key: 'migrationUrlNeeded' })
})

test.each([
  ['the owner alone', () => [owner], ownerRole],
  ['a superuser alone', () => [urlOf(undefined)], new URL(superuserUrl).username],
  ['the owner twice', () => [owner, owner], ownerRole],
  ['a superuser beside the owner', () => [urlOf(undefined), owner], new URL(superuserUrl).username],
])('%s works, and is told of what it could switch off', async (_, urls, role) => {
  await open(...urls())
  expect(said.join()).toContain(role)
  expect(said.join()).toContain('docs/database-roles.md')
})

test('an app’s role that belongs to the owner’s is told of', async () => {
  await superuser.query(`GRANT ${ownerRole} TO ${appRole}`)
  await open(app, owner)
  expect(said.join()).toContain(appRole)
  await superuser.query(`REVOKE ${ownerRole} FROM ${appRole}`)
})

test('two databases, a missing one and the owner’s address alone are refused in a sentence', async () => {
  await expect(open(app, urlOf(undefined, 'postgres'))).rejects.toMatchObject({ key: 'databasesDiffer' })
  await expect(open(app, urlOf(ownerRole, 'nowhere'))).rejects.toMatchObject({
    key: 'databaseUnreachable',
    values: { variable: 'MIGRATION_DATABASE_URL' },
  })
  await expect(open(app, 'mysql://x')).rejects.toMatchObject({ key: 'databaseUrlInvalid' })
  await expect(open('', owner)).rejects.toMatchObject({ key: 'migrationUrlAlone' })
})

test('another key is the owner’s to bring in: without its address nothing is changed', async () => {
  await open(app, owner)
  const folder = mkdtempSync(join(tmpdir(), 'recoupe-keys-'))
  const keys = (ownerUrl, ...values) =>
    runNode(['lib/launch/keys.mjs', ...values], {
      env: { RECOUPE_DATA_DIR: folder, DATABASE_URL: app, MIGRATION_DATABASE_URL: ownerUrl, LANG: 'en' },
      quiet: true,
      check: false,
    })
  const known = async () =>
    (await asApp((client) => client.query('SELECT "retiredAt" IS NULL AS "seals" FROM "InstallationKey" ORDER BY 1')))
      .rows
  const refused = await keys('', 'rotate')
  expect(refused).toMatchObject({ code: 1, output: expect.stringContaining('MIGRATION_DATABASE_URL') })
  expect(readdirSync(folder)).not.toContain('identity-key')
  expect(await known()).toEqual([])
  expect(await keys(owner, 'rotate', 'identity')).toMatchObject({ code: 0 })
  expect(await known()).toEqual([{ seals: true }])
  expect(await keys(owner, 'rotate', 'identity')).toMatchObject({ code: 0 })
  expect(await known()).toEqual([{ seals: false }, { seals: true }])
  expect(await keys('')).toMatchObject({ code: 0, output: expect.stringContaining('seals since') })
  rmSync(folder, { recursive: true })
})
