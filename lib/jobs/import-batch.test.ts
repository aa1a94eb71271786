import { afterEach, expect, test } from 'vitest'
import { getDb } from '@/lib/db'
import { databaseUrl } from '@/lib/env'
import { newId } from '@/lib/ids'
import { receiveFiles, startBatch } from '@/lib/import/commands/receive-files'
import { MOST_FILES_SENT } from '@/lib/import/schema'
import { HANDLERS, type Handlers } from '@/lib/jobs/commands/handlers'
import type { JobOutcome } from '@/lib/jobs/commands/run-job'
import { reclaimJobs } from '@/lib/jobs/commands/take-job'
import { work } from '@/lib/jobs/commands/work'
import { aProject, once, TEST_NOW } from '@/seeds/builders'

const db = getDb()
afterEach(() => db.$executeRaw`DELETE FROM jobs.job`)

const importing: Handlers = { 'import:read': HANDLERS['import:read'], 'import:readTexts': HANDLERS['import:readTexts'] }

/** A worker that ends after so many outcomes, which it answers. */
async function workUntil(handlers: Handlers, count: number) {
  const outcomes: JobOutcome[] = []
  const end = new AbortController()
  await work({
    ...{ databaseUrl: databaseUrl(), db, handlers, signal: end.signal, clock: () => TEST_NOW },
    onError: (error) => {
      throw error
    },
    onOutcome: (_, outcome) => {
      outcomes.push(outcome)
      if (outcomes.length === count) end.abort()
    },
  })
  return outcomes
}

test('files are taken in by a job that says how far it is; what a killed worker left is done by the next, each file once', async () => {
  const desk = await aProject()
  const [id, count] = [newId(), MOST_FILES_SENT + 10]
  const all = Array.from({ length: count }, (_, position) => {
    const bytes = new TextEncoder().encode(`Le pont numéro ${position} est coupé. Personne ne sait pourquoi.`)
    return { id: newId(), position, fileName: `${position}.txt`, size: bytes.byteLength, bytes }
  })
  await startBatch(desk.editor.ctx, { ...once(), id, expected: count })
  for (const files of [all.slice(0, MOST_FILES_SENT), all.slice(MOST_FILES_SENT)])
    await receiveFiles(desk.editor.ctx, { ...once(), id, files })
  const articles = () => db.article.count({ where: { projectId: desk.project.id } })
  const real = HANDLERS['import:read']

  const killed: Handlers['import:read'] = async (ctx, payload) => {
    const tellProgress = async (done: number, total: number) => {
      // Nobody holds the lock of that number: this worker is gone.
      await db.$executeRaw`UPDATE jobs.run SET worker = 2000000000 WHERE job_id = ${ctx.jobId}::uuid`
      expect(await reclaimJobs(ctx)).toBe(1)
      await ctx.tellProgress(done, total)
    }
    return real?.({ ...ctx, tellProgress }, payload)
  }
  expect(await workUntil({ 'import:read': killed }, 1)).toEqual(['lost'])
  expect(await articles()).toBe(MOST_FILES_SENT)

  expect(await workUntil(importing, 2)).toEqual(['done', 'done'])
  expect(await articles()).toBe(count)
  expect(await db.$queryRaw`SELECT done, total FROM jobs.run WHERE name = 'import:read'`).toEqual([
    { done: count, total: count },
  ])
  expect(await db.importFile.count({ where: { batchId: id, state: 'SAVED', bytes: null } })).toBe(count)
})
