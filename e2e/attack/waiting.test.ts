import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inTransaction, unavailable } from '@/lib/context'
import { endPing, pingDatabase } from '@/lib/database/ping'
import { getDb } from '@/lib/db'
import { databaseUrl } from '@/lib/env'
import { aProject } from '@/seeds/builders'

// What waits for the database is told so, and whoever does not need what is waited for goes on.

const db = getDb()
const superuserUrl = () => String(process.env.RECOUPE_TEST_SUPERUSER_URL)
const busy = { code: 'unavailable', reasons: [{ key: 'database.busy' }] }
let desk: Awaited<ReturnType<typeof aProject>>
let other: pg.Client

beforeAll(async () => {
  desk = await aProject()
  other = new pg.Client({ connectionString: superuserUrl() })
  other.on('error', () => {})
  await other.connect()
})
afterAll(async () => {
  endPing()
  await other.end()
})

const rename = (name: string) =>
  inTransaction(desk.editor.ctx, ({ tx }) =>
    tx.project.update({ where: { id: desk.project.id }, data: { name } }).then(() => name),
  )

describe('one locked row', () => {
  test('fourteen writers wait for it; who reads and who asks for health does not', async () => {
    await other.query('BEGIN')
    await other.query('SELECT 1 FROM "Project" WHERE id = $1 FOR UPDATE', [desk.project.id])
    const writers = Promise.allSettled(Array.from({ length: 14 }, (_, at) => rename(`Desk ${at}`)))
    // Not of pg_stat_activity, which stands still within a transaction.
    const waiting = async () =>
      (await other.query('SELECT count(*)::int AS count FROM pg_locks WHERE NOT granted')).rows
    await expect.poll(async () => (await waiting())[0].count, { timeout: 120_000 }).toBeGreaterThan(3)
    const read = await Promise.all(Array.from({ length: 20 }, () => db.project.count()))
    expect([read.length, await pingDatabase(databaseUrl())]).toEqual([20, true])
    await other.query('COMMIT')
    for (const result of await writers) if (result.status === 'rejected') expect(result.reason).toMatchObject(busy)
  })

  test('a lock that is not given in time is "busy", and nothing was saved', async () => {
    await other.query('BEGIN')
    await other.query('SELECT 1 FROM "Project" WHERE id = $1 FOR UPDATE', [desk.project.id])
    const write = inTransaction(desk.editor.ctx, async ({ tx }) => {
      await tx.$executeRaw`SET LOCAL lock_timeout = '50ms'`
      await tx.project.update({ where: { id: desk.project.id }, data: { name: 'Never' } })
    })
    await expect(write).rejects.toMatchObject(busy)
    await other.query('COMMIT')
    expect((await db.project.findUniqueOrThrow({ where: { id: desk.project.id } })).name).not.toBe('Never')
  })
})

test('every connection has its limits', async () => {
  const limits = ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout']
  const rows = await db.$queryRaw<{ name: string; setting: string }[]>`
    SELECT name, setting FROM pg_settings WHERE name = ANY (${limits}) ORDER BY name`
  expect(rows.map(({ setting }) => Number(setting))).toEqual([30_000, 8_000, 20_000])
})

describe('what goes wrong is told as it is', () => {
  test('a statement that takes too long, also outside of a command', async () => {
    const slow = inTransaction(desk.editor.ctx, async ({ tx }) => {
      await tx.$executeRaw`SET LOCAL statement_timeout = '50ms'`
      await tx.$executeRaw`SELECT pg_sleep(60)`
    })
    await expect(slow).rejects.toMatchObject(busy)
    const read: unknown = await db
      .$transaction([db.$executeRaw`SET LOCAL statement_timeout = '50ms'`, db.$executeRaw`SELECT pg_sleep(60)`])
      .catch((error) => error)
    expect(unavailable(read)).toMatchObject(busy)
  })

  test('a page whose database did not answer is noted for the gate, and its error says so', async () => {
    const requests = new AsyncLocalStorage<{ trouble: boolean }>()
    Reflect.set(globalThis, 'recoupeRequests', requests)
    const state = { trouble: false }
    const error: unknown = await requests
      .run(state, () =>
        db.$transaction(async (tx) => {
          await tx.$executeRaw`SET LOCAL statement_timeout = '50ms'`
          await tx.$executeRaw`SELECT pg_sleep(60)`
        }),
      )
      .catch((thrown) => thrown)
    Reflect.deleteProperty(globalThis, 'recoupeRequests')
    expect(state.trouble).toBe(true)
    expect(error).toMatchObject({ digest: 'unavailable' })
  })

  test('a connection that is ended in the middle: nothing was saved', async () => {
    const lost = inTransaction(desk.editor.ctx, async ({ tx }) => {
      const [row] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`
      await other.query('SELECT pg_terminate_backend($1)', [row?.pid])
      await tx.project.update({ where: { id: desk.project.id }, data: { name: 'Never' } })
    })
    await expect(lost).rejects.toMatchObject({ code: 'unavailable', reasons: [{ key: 'database.lost' }] })
  })

  test('a connection that is lost while it is committed: nobody says that nothing was saved', async () => {
    await other.query(`
      CREATE FUNCTION end_me() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
        $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$;
      CREATE CONSTRAINT TRIGGER end_at_commit AFTER UPDATE ON "Project" DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION end_me()`)
    const asked = rename('Perhaps')
    await expect(asked).rejects.toMatchObject({ code: 'unavailable', reasons: [{ key: 'database.unknown' }] })
    await other.query('DROP TRIGGER end_at_commit ON "Project"')
    await expect(rename('Now')).resolves.toBe('Now')
  })
})
