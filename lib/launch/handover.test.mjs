import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrateDatabase, openOurDatabase } from './database.mjs'
import { applyMigrations } from './migrate.mjs'
import { migrationList } from './migration-engine.mjs'
import { appRole, comparePrivileges, ownerRole } from './roles.mjs'

// An installation from before there were roles: everything in it was made by the superuser, by the migrations of that time.
const superuserUrl = process.env.RECOUPE_TEST_SUPERUSER_URL
const name = `recoupe_handover_${process.pid}`
const url = (database) => {
  const other = new URL(superuserUrl)
  other.pathname = `/${database}`
  return other.href
}
const superuser = new pg.Client({ connectionString: superuserUrl })
const old = new pg.Client({ connectionString: url(name) })
const [project, person, event] = ['1', '2', '3'].map((digit) => `00000000-0000-4000-8000-00000000000${digit}`)

const owners = async () => {
  const { rows } = await old.query(`
    SELECT DISTINCT owner::regrole::text AS owner FROM (
      SELECT 'pg_class'::regclass, oid, relowner FROM pg_class WHERE relnamespace::regnamespace::text IN ('public', 'jobs')
      UNION ALL SELECT 'pg_proc'::regclass, oid, proowner FROM pg_proc WHERE pronamespace::regnamespace::text IN ('public', 'jobs')
      UNION ALL SELECT 'pg_type'::regclass, oid, typowner FROM pg_type WHERE typnamespace::regnamespace::text IN ('public', 'jobs') AND typtype = 'e'
      UNION ALL SELECT 'pg_database'::regclass, oid, datdba FROM pg_database WHERE datname = current_database()
    ) AS object (class, oid, owner)
    WHERE (class::oid, object.oid) NOT IN (SELECT classid, objid FROM pg_depend WHERE deptype = 'e') ORDER BY 1`)
  return rows.map(({ owner }) => owner)
}

beforeAll(async () => {
  await superuser.connect()
  await superuser.query(`CREATE DATABASE "${name}" TEMPLATE template0`)
  const ofThatTime = migrationList()
  ofThatTime.migrationDirectories = ofThatTime.migrationDirectories.filter(({ path }) => path < '20261201')
  await applyMigrations(url(name), ofThatTime)
  await old.connect()
  await old.query(`
    INSERT INTO "Project" ("id", "name", "kind") VALUES ('${project}', 'Desk', 'LIVE');
    INSERT INTO "User" ("id", "email", "name") VALUES ('${person}', 'a@recoupe.example', 'A');
    INSERT INTO "AuditEvent" ("id", "commandId", "projectId", "action", "entity", "entityId", "result", "at")
      VALUES ('${event}', '${event}', '${project}', 'project.create', 'project', '${project}', '{}', now())`)
})
afterAll(async () => {
  await old.end()
  await superuser.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
  await superuser.end()
})

test('old data are handed to the two roles, whole, and the app goes on with them', async () => {
  const { rows } = await superuser.query('SELECT current_user AS name')
  expect(await owners()).toEqual([rows[0].name])
  // Broken off half way: some of it is the owner's already, and the rest is not.
  await old.query(
    `CREATE TABLE IF NOT EXISTS "Half" (id int); DROP TABLE "Half"; ALTER TABLE "Claim" OWNER TO ${ownerRole}`,
  )
  expect(await owners()).toHaveLength(2)

  const database = await openOurDatabase({ url }, name)
  await migrateDatabase(database)
  expect(await owners()).toEqual([ownerRole])
  const app = new pg.Client({ connectionString: database.url })
  await app.connect()
  expect(await comparePrivileges(app)).toEqual({ excess: [], lacking: [] })
  const { rows: kept } = await app.query('SELECT "id", "sequence" FROM "AuditEvent"')
  expect(kept).toEqual([{ id: event, sequence: '1' }])
  const added = await app.query(`
    INSERT INTO "AuditEvent" ("id", "commandId", "action", "entity", "entityId", "result", "at")
    VALUES (gen_random_uuid(), gen_random_uuid(), 'x', 'x', gen_random_uuid(), '{}', now()) RETURNING "sequence"`)
  expect(added.rows).toEqual([{ sequence: '2' }])
  await expect(app.query('DELETE FROM "AuditEvent"')).rejects.toThrow(/permission denied/)
  await app.end()
})

test('a further start changes nothing and finds nothing to hand over', async () => {
  const before = await old.query(
    `SELECT oid, relowner, relacl FROM pg_class WHERE relnamespace = 'public'::regnamespace ORDER BY oid`,
  )
  await migrateDatabase(await openOurDatabase({ url }, name))
  const after = await old.query(
    `SELECT oid, relowner, relacl FROM pg_class WHERE relnamespace = 'public'::regnamespace ORDER BY oid`,
  )
  expect(after.rows).toEqual(before.rows)
})

test('a database that others use is closed to everybody but the two', async () => {
  const { rows } = await superuser.query(
    `SELECT has_database_privilege('${appRole}', '${name}', 'CONNECT') AS enters,
      has_database_privilege('${appRole}', '${name}', 'CREATE') OR has_database_privilege('${appRole}', '${name}', 'TEMP') AS makes,
      has_database_privilege('public', '${name}', 'CONNECT') AS open`,
  )
  expect(rows).toEqual([{ enters: true, makes: false, open: false }])
})

test('what the app’s role has set for itself is taken back', async () => {
  const database = await openOurDatabase({ url }, name)
  const app = new pg.Client({ connectionString: database.url })
  await app.connect()
  // One that changes nothing: other tests use the role meanwhile.
  await app.query(`ALTER ROLE CURRENT_USER IN DATABASE "${name}" SET application_name = 'tried'`)
  await app.query(`ALTER ROLE CURRENT_USER SET application_name = 'tried'`)
  await app.end()
  const settings = async () => {
    const { rows } = await superuser.query('SELECT 1 FROM pg_db_role_setting WHERE setrole = $1::regrole', [appRole])
    return rows.length
  }
  expect(await settings()).toBe(2)
  await openOurDatabase({ url }, name)
  expect(await settings()).toBe(0)
})
