import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyMigrations } from './migrate.mjs'
import { schemaDiff } from './migration.mjs'
import { migrationList, migrationsFolder } from './migration-engine.mjs'

// The harness gives this file a database (it imports pg); these tests make empty ones beside it.
const client = new pg.Client({ connectionString: process.env.RECOUPE_TEST_SUPERUSER_URL })
const folder = mkdtempSync(join(tmpdir(), 'recoupe-migrations-'))
const names = []

async function emptyDatabase() {
  const name = `recoupe_migrate_${process.pid}_${names.length}`
  names.push(name)
  await client.query(`CREATE DATABASE "${name}" TEMPLATE template0`)
  const url = new URL(process.env.RECOUPE_TEST_SUPERUSER_URL)
  url.pathname = `/${name}`
  return url.href
}

async function query(url, sql) {
  const other = new pg.Client({ connectionString: url })
  await other.connect()
  const { rows } = await other.query(sql)
  await other.end()
  return rows
}

beforeAll(async () => {
  await client.connect()
  cpSync(join(migrationsFolder, 'migration_lock.toml'), join(folder, 'migration_lock.toml'))
  for (const [name, sql] of [
    [
      '20260101000000_one',
      'CREATE FUNCTION two() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 2; END $$;',
    ],
    ['20260101000001_two', 'CREATE TABLE t (id int); SELECT 1;'],
  ]) {
    mkdirSync(join(folder, name))
    writeFileSync(join(folder, name, 'migration.sql'), sql)
  }
})

afterAll(async () => {
  for (const name of names) await client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
  await client.end()
  rmSync(folder, { recursive: true, force: true })
})

test('applies what lacks, function bodies included, once, and keeps Prisma’s record of it', async () => {
  const url = await emptyDatabase()
  expect(await applyMigrations(url, migrationList(folder))).toEqual(['20260101000000_one', '20260101000001_two'])
  expect(await applyMigrations(url, migrationList(folder))).toEqual([])
  expect(await query(url, 'SELECT two()')).toEqual([{ two: 2 }])
  const record = await query(url, 'SELECT migration_name, applied_steps_count, finished_at FROM _prisma_migrations')
  expect(record).toHaveLength(2)
  expect(record.every((row) => row.finished_at && row.applied_steps_count === 1)).toBe(true)
})

test('two starts at once do not collide', async () => {
  const url = await emptyDatabase()
  const applied = await Promise.all([applyMigrations(url), applyMigrations(url)])
  expect(applied.map((list) => list.length).sort()).toEqual([0, migrationList().migrationDirectories.length])
})

test('a migration that fails is said with PostgreSQL’s reason and leaves nothing of itself', async () => {
  const url = await emptyDatabase()
  const list = migrationList(folder)
  list.migrationDirectories[1].migrationFile.content.value = 'CREATE TABLE half (id int); SELECT 1/0;'
  await expect(applyMigrations(url, list)).rejects.toMatchObject({
    key: 'migrationFailed',
    values: { reason: expect.stringContaining('division by zero') },
  })
  expect(await query(url, "SELECT to_regclass('half') AS half")).toEqual([{ half: null }])
})

test('the migrations lead to the models, and to nothing else', async () => {
  const { exitCode, stdout } = await schemaDiff(await emptyDatabase())
  expect(exitCode === 0 ? '' : stdout).toBe('')
})
