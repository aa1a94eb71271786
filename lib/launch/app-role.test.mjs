import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { functions, inSql, isNamed, namedTables } from './privileges.mjs'
import { appRole, comparePrivileges, grantPrivileges, ownerRole, urlAs } from './roles.mjs'

const superuserUrl = process.env.RECOUPE_TEST_SUPERUSER_URL
const connected = (connectionString) => new pg.Client({ connectionString })
const app = connected(process.env.DATABASE_URL)
const owner = connected(urlAs(ownerRole, superuserUrl))
const superuser = connected(superuserUrl)
const column = async (client, sql) => (await client.query({ text: sql, rowMode: 'array' })).rows.flat()

beforeAll(() => Promise.all([app, owner, superuser].map((client) => client.connect())))
afterAll(() => Promise.all([app, owner, superuser].map((client) => client.end())))

describe('the table of privileges', () => {
  test('names every table of the database, and no other', async () => {
    const tables = await column(
      owner,
      `SELECT CASE relnamespace WHEN 'jobs'::regnamespace THEN 'jobs.' ELSE '' END || relname FROM pg_class
      WHERE relnamespace IN ('public'::regnamespace, 'jobs'::regnamespace) AND relkind IN ('r', 'p') AND NOT relispartition ORDER BY 1`,
    )
    const unnamed = tables.filter((table) => !isNamed(table))
    const advice =
      'Say in lib/launch/privileges.mjs what the app may do to these tables, as little as its commands need: without that it may not even read them.'
    expect({ advice, unnamed }).toEqual({ advice, unnamed: [] })
    expect(namedTables.filter((table) => !tables.includes(table))).toEqual([])
  })

  test('is what the app’s role may do, to the column, and nothing more', async () => {
    expect(await comparePrivileges(app)).toEqual({ excess: [], lacking: [] })
  })

  test('tells an owner and a superuser from it', async () => {
    for (const client of [owner, superuser]) {
      const { excess } = await comparePrivileges(client)
      expect(excess).toContain('delete AuditEvent')
      expect(excess).toContain('rule over AuditEvent')
    }
  })

  test('gives a table that it does not name to nobody, and takes back what was granted besides', async () => {
    await owner.query('CREATE TABLE unnamed (id int)')
    await owner.query(`GRANT ALL ON unnamed, "AuditEvent" TO PUBLIC, ${appRole}`)
    expect((await comparePrivileges(app)).excess).toContain('delete AuditEvent')
    await grantPrivileges(owner, appRole)
    expect(await comparePrivileges(app)).toEqual({ excess: [], lacking: [] })
    await expect(app.query('SELECT * FROM unnamed')).rejects.toThrow(/permission denied/)
    await owner.query('DROP TABLE unnamed')
  })

  test('can be granted by several starts at once', async () => {
    const others = [1, 2, 3, 4].map(() => connected(urlAs(ownerRole, superuserUrl)))
    await Promise.all(others.map((client) => client.connect()))
    await Promise.all(others.map((client) => grantPrivileges(client, appRole)))
    await Promise.all(others.map((client) => client.end()))
    expect(await comparePrivileges(app)).toEqual({ excess: [], lacking: [] })
  })
})

describe('the roles', () => {
  test('have no power over the server, and belong to no other', async () => {
    const { rows } = await superuser.query(
      `SELECT rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls AS powerful,
        EXISTS (SELECT 1 FROM pg_auth_members WHERE member = r.oid) AS belongs
      FROM pg_roles r WHERE rolname IN ('${appRole}', '${ownerRole}')`,
    )
    expect(rows).toEqual([1, 2].map(() => ({ powerful: false, belongs: false })))
  })

  test('the app’s owns nothing; what the migrations made belongs to the owner', async () => {
    const owners = await column(
      superuser,
      `SELECT DISTINCT owner::regrole::text FROM (
        SELECT 'pg_class'::regclass, oid, relowner FROM pg_class WHERE relnamespace IN ('public'::regnamespace, 'jobs'::regnamespace)
        UNION ALL SELECT 'pg_proc'::regclass, oid, proowner FROM pg_proc WHERE pronamespace IN ('public'::regnamespace, 'jobs'::regnamespace)
        UNION ALL SELECT 'pg_type'::regclass, oid, typowner FROM pg_type WHERE typnamespace IN ('public'::regnamespace, 'jobs'::regnamespace)
        UNION ALL SELECT 'pg_database'::regclass, oid, datdba FROM pg_database WHERE datname = current_database()
      ) AS object (class, oid, owner)
      WHERE NOT EXISTS (SELECT 1 FROM pg_depend WHERE deptype = 'e' AND classid = class::oid AND objid = object.oid
        OR deptype = 'i' AND classid = class::oid AND objid = object.oid AND refclassid = 'pg_type'::regclass
          AND refobjid IN (SELECT objid FROM pg_depend WHERE deptype = 'e'))`,
    )
    expect(owners).toEqual([ownerRole])
  })

  test('every guard says where its names stand, and only named functions run as the owner', async () => {
    const functionsOf = (where) =>
      column(
        superuser,
        `SELECT p.oid::regprocedure::text FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
        WHERE p.pronamespace = 'public'::regnamespace AND ${where} ORDER BY 1`,
      )
    const open = await functionsOf(
      `l.lanname = 'plpgsql' AND NOT coalesce('search_path=pg_catalog, public, pg_temp' = ANY (p.proconfig), false)`,
    )
    expect(open).toEqual([])
    const asOwner = await functionsOf('p.prosecdef')
    const spoken = await column(
      superuser,
      `SELECT each::regprocedure::text FROM unnest('{${functions.map((name) => `"${name}"`)}}'::text[]) AS each ORDER BY 1`,
    )
    expect(asOwner).toEqual(spoken)
    expect(await functionsOf(`p.prosecdef AND has_function_privilege('public', p.oid, 'EXECUTE')`)).toEqual([])
  })
})

// Each is tried as the app's role, and each is refused for want of a right, not by chance.
const forbidden = {
  'switch off triggers': [
    'ALTER TABLE "AuditEvent" DISABLE TRIGGER ALL',
    'ALTER TABLE "Claim" DISABLE TRIGGER claim_guard',
  ],
  'switch off triggers for the session': [
    "SET session_replication_role = 'replica'",
    'SET LOCAL session_replication_role = replica',
  ],
  'become somebody else': [`SET ROLE ${ownerRole}`, 'SET ROLE postgres', 'SET SESSION AUTHORIZATION postgres'],
  'make itself mightier': [
    `ALTER ROLE ${appRole} SUPERUSER`,
    `ALTER ROLE ${appRole} CREATEROLE`,
    `GRANT ${ownerRole} TO ${appRole}`,
    'GRANT pg_write_all_data TO CURRENT_USER',
    `CREATE ROLE another LOGIN`,
    `ALTER ROLE ${ownerRole} PASSWORD 'x'`,
  ],
  'change tables': [
    'CREATE TABLE "Another" (id int)',
    'ALTER TABLE "Claim" ADD COLUMN x int',
    'ALTER TABLE "AuditEvent" RENAME TO "Old"',
    'DROP TABLE "Comment"',
    'DROP TRIGGER claim_guard ON "Claim"',
    'CREATE INDEX ON "Claim" ("wording")',
    'ALTER TABLE "Claim" DROP CONSTRAINT claim_approval_whole',
    'CREATE RULE r AS ON INSERT TO "AuditEvent" DO INSTEAD NOTHING',
    'ALTER TABLE "Claim" OWNER TO CURRENT_USER',
  ],
  'empty tables': namedTables.map((table) => `TRUNCATE ${inSql(table)} CASCADE`),
  'change guards': [
    'CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$',
    `CREATE OR REPLACE FUNCTION guard_claim() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$`,
    'DROP FUNCTION guard_claim() CASCADE',
    'ALTER FUNCTION guard_claim() RESET search_path',
    'CREATE TRIGGER t BEFORE INSERT ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION refuse_change()',
  ],
  'put other tables before the real ones': [
    'CREATE TEMP TABLE "Claim" (id int)',
    'CREATE TEMPORARY VIEW "Verdict" AS SELECT 1',
    'CREATE FUNCTION pg_temp.mine() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$',
    'CREATE SCHEMA mine',
    'DO $$ BEGIN CREATE TEMP TABLE "Claim" (id int); END $$',
    'SELECT 1 INTO TEMP "Verdict"',
    'CREATE SEQUENCE "Claim_number"',
    `CREATE TYPE mine AS ENUM ('x')`,
  ],
  'read and write the server’s files': [
    `SELECT pg_read_file('postgresql.conf')`,
    `SELECT pg_ls_dir('.')`,
    `COPY "Claim" TO '/tmp/claims'`,
    `COPY "Comment" FROM '/etc/passwd'`,
    `COPY (SELECT 1) TO PROGRAM 'true'`,
    `COPY "Comment" FROM PROGRAM 'true'`,
    `SELECT lo_import('/etc/passwd')`,
    `SELECT lo_from_bytea(0, 'x')`,
    'SELECT lo_create(0)',
    'SELECT lo_creat(1)',
  ],
  'bring in other languages and servers': [
    'CREATE EXTENSION dblink',
    'CREATE EXTENSION postgres_fdw',
    'CREATE EXTENSION pgcrypto',
    'CREATE LANGUAGE plperlu',
    'CREATE DATABASE another',
  ],
  'read passwords': ['SELECT * FROM pg_authid', 'SELECT * FROM pg_shadow'],
  'change settings of the server': [
    `ALTER SYSTEM SET fsync = off`,
    'SELECT pg_reload_conf()',
    'ALTER DATABASE postgres SET search_path = x',
  ],
  'move sequences': [
    `SELECT setval('"AuditEvent_sequence_seq"', 1)`,
    'ALTER SEQUENCE "AuditEvent_sequence_seq" RESTART',
  ],
  'make queues, or work with another queue than its own': [
    `SELECT jobs.create_queue('mine', '{}')`,
    `SELECT jobs.delete_queue('text:read')`,
    `INSERT INTO jobs.queue (name) VALUES ('mine')`,
    'DELETE FROM jobs.queue',
    'UPDATE jobs.version SET version = 1',
    `INSERT INTO jobs.schedule (name, cron) VALUES ('text:read', '* * * * *')`,
    'CREATE TABLE jobs.mine (id int)',
    'ALTER TABLE jobs.job DISABLE TRIGGER ALL',
    'UPDATE jobs.worker SET pid = 1',
    `UPDATE jobs.job SET data = '{}'`,
    'INSERT INTO jobs.worker (number, host, pid, started_at) OVERRIDING SYSTEM VALUE VALUES (1, $$x$$, 1, now())',
  ],
  'move references of sources by itself': [
    `UPDATE "Source" SET "mergedIntoId" = NULL`,
    `UPDATE "Hop" SET "sourceId" = NULL`,
    `INSERT INTO "SourceMerge" DEFAULT VALUES`,
    `SELECT move_source_references(NULL, NULL, NULL, NULL)`,
  ],
  'rewrite what is kept': [
    'DELETE FROM "AuditEvent"',
    `UPDATE "AuditEvent" SET "reason" = 'x'`,
    'INSERT INTO "AuditEvent" ("sequence") VALUES (1)',
    'UPDATE "AuditEvent" SET "sequence" = 1',
    'SELECT 1 FROM "AuditEvent" FOR UPDATE',
    'LOCK TABLE "AuditEvent" IN ACCESS EXCLUSIVE MODE',
    'MERGE INTO "Comment" c USING "Comment" d ON c."id" = d."id" WHEN MATCHED THEN DELETE',
    `UPDATE "Claim" SET "revisedIn" = pg_current_xact_id()`,
    `UPDATE "User" SET "isOwner" = true`,
    `UPDATE "User" SET "email" = 'x@example.org'`,
    `UPDATE "_prisma_migrations" SET "checksum" = ''`,
    'DELETE FROM "_prisma_migrations"',
  ],
}

// Parts of open claims, and what stands beside them.
const emptied = [
  'Attribution',
  'ClaimHint',
  'ClaimSpan',
  'Event',
  'EvidenceReading',
  'FetchedPage',
  'ClaimRecount',
  'Figure',
  'Hop',
  'Passage',
  'RateLimiterFlexible',
  'ReplyRequest',
  'Session',
  'SignInFailures',
  'SourceRecount',
  'SourceUse',
  'Span',
  'TextReading',
  'Warning',
  'jobs.archive',
  'jobs.job',
  'jobs.run',
  'jobs.worker',
]

const refusalOf = (query) =>
  query.then(
    () => 'done',
    (error) => `${error.code} ${error.message}`,
  )

async function attempt(statement, end = 'ROLLBACK') {
  await app.query('BEGIN')
  const answer = await refusalOf(app.query(statement))
  await app.query(end)
  return answer
}

describe('the app’s role may not', () => {
  test.each(Object.entries(forbidden))('%s', async (_, statements) => {
    for (const statement of statements) {
      let answer = await attempt(statement)
      // Some cannot be taken back, and so not be tried within a transaction.
      if (answer.startsWith('25001')) answer = await refusalOf(app.query(statement))
      // insufficient_privilege, or a language that is not there.
      expect({ statement, answer }).toEqual({ statement, answer: expect.stringMatching(/^(42501|42704|58P01)/) })
    }
  })

  test('grant itself or others anything: PostgreSQL warns, and nothing is granted', async () => {
    for (const grant of ['UPDATE ON "Verdict"', 'ALL ON ALL TABLES IN SCHEMA public', 'CREATE ON SCHEMA public'])
      await attempt(`GRANT ${grant} TO CURRENT_USER, PUBLIC`, 'COMMIT')
    expect(await comparePrivileges(app)).toEqual({ excess: [], lacking: [] })
  })

  test('delete or rewrite a row of any table but where its commands do', async () => {
    const open = []
    for (const table of namedTables) {
      for (const statement of [`DELETE FROM ${inSql(table)}`, `UPDATE ${inSql(table)} SET "id" = "id"`]) {
        const answer = await attempt(statement)
        // Refused, or without such a column.
        if (!/^(42501|42703)/.test(answer)) open.push(statement)
      }
    }
    expect(open).toEqual(
      namedTables.filter((table) => emptied.includes(table)).map((table) => `DELETE FROM ${inSql(table)}`),
    )
  })
})
