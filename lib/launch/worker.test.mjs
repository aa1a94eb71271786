import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readText } from '@/lib/articles/text-reading'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { importArticle } from '@/lib/import/commands/import-article'
import { aProject, once } from '@/seeds/builders'
import { endAll } from './lifecycle.mjs'
import { hasEnded } from './processes.mjs'
import { startWorker } from './worker-process.mjs'

const db = getDb()
const superuser = new pg.Client({ connectionString: process.env.RECOUPE_TEST_SUPERUSER_URL })
beforeAll(() => superuser.connect())
afterAll(async () => {
  await endAll()
  await superuser.end()
})

/** Asks again and again until it holds; a busy machine takes its time. */
async function until(holds) {
  for (const end = Date.now() + 60_000; !(await holds()); ) {
    if (Date.now() > end) throw new Error('waited in vain')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
const jobs = () => db.$queryRaw`SELECT state::text, retry_count AS tries FROM jobs.job`
const workerFor = () => startWorker({ DATABASE_URL: process.env.DATABASE_URL, NODE_ENV: 'production' })

test('a worker that is killed in the middle of a job: the next one does it, once', { timeout: 180_000 }, async () => {
  const desk = await aProject(db)
  const text = Array.from({ length: 2000 }, (_, n) => `Il fait beau à Kaboul, dit la radio le matin numéro ${n}.`).join(
    ' ',
  )
  const bytes = new TextEncoder().encode(text)
  const { id } = await importArticle(desk.editor.ctx, { ...once(), id: newId(), bytes, title: 'Long' })
  // Nobody writes a reading while this is held: the job stands in the middle of its transaction.
  await superuser.query('BEGIN; LOCK TABLE "Passage" IN SHARE ROW EXCLUSIVE MODE')
  const waits = () =>
    superuser
      .query('SELECT 1 FROM pg_locks WHERE NOT granted AND relation = \'"Passage"\'::regclass')
      .then((r) => r.rowCount > 0)
  const first = workerFor()
  await until(waits)
  expect(await jobs()).toEqual([{ state: 'active', tries: 0 }])
  process.kill(first.pid, 'SIGKILL')
  await hasEnded(first.pid, 60_000)
  await superuser.query('ROLLBACK')

  const second = workerFor()
  await until(async () => (await jobs())[0].state === 'completed')
  expect(await jobs()).toEqual([{ state: 'completed', tries: 1 }])
  const { id: versionId, text: kept } = await db.articleVersion.findFirstOrThrow({ where: { articleId: id } })
  const { words, sentences } = readText(kept)
  expect(await db.textReading.findMany({ where: { versionId }, select: { words: true } })).toEqual([{ words }])
  expect(await db.passage.count({ where: { versionId } })).toBe(sentences.length)
  // Told to end, it does so by itself.
  process.kill(second.pid, 'SIGTERM')
  expect((await second.ended).values.code).toBe(0)
})
