import { afterEach, beforeEach, expect, test } from 'vitest'
import { readText } from '@/lib/articles/text-reading'
import { inTransaction } from '@/lib/context'
import { getDb } from '@/lib/db'
import { databaseUrl } from '@/lib/env'
import { DomainError } from '@/lib/errors'
import { claimId, newId } from '@/lib/ids'
import { importArticle } from '@/lib/import/commands/import-article'
import { askForMissingTexts } from '@/lib/jobs/commands/ask-for-missing-texts'
import { HANDLERS, type Handlers } from '@/lib/jobs/commands/handlers'
import type { JobOutcome } from '@/lib/jobs/commands/run-job'
import { reclaimJobs, takeJob } from '@/lib/jobs/commands/take-job'
import { work } from '@/lib/jobs/commands/work'
import { GivenBack, LostJob } from '@/lib/jobs/job-ends'
import { askForJob } from '@/lib/queue/commands/ask-for-job'
import { JOB_KINDS } from '@/lib/queue/kinds'
import { anArticle, aProject, once, TEST_NOW } from '@/seeds/builders'

const db = getDb()
let desk: Awaited<ReturnType<typeof aProject>>
beforeEach(async () => {
  desk = await aProject(db)
})

type JobTableRow = { name: string; state: string; retry_count: number; output: unknown; singleton_key: string }
const rowsOf = () => db.$queryRaw<JobTableRow[]>`
  SELECT name, state::text, retry_count, output, singleton_key FROM jobs.job ORDER BY created_on, id`
afterEach(() => db.$executeRaw`DELETE FROM jobs.job`)

const ask = (id: string) =>
  inTransaction(desk.editor.ctx, (ctx) => askForJob(ctx, 'claim-projection:refresh', { claimId: claimId.parse(id) }))
const refreshing = (handler: Handlers['claim-projection:refresh']): Handlers => ({
  'claim-projection:refresh': handler,
})

/** A worker that ends after so many outcomes, which it answers. */
async function workUntil(handlers: Handlers, count: number) {
  const outcomes: JobOutcome[] = []
  const errors: unknown[] = []
  const end = new AbortController()
  await work({
    ...{ databaseUrl: databaseUrl(), db, handlers, signal: end.signal, clock: () => TEST_NOW },
    onError: (error) => errors.push(error),
    onOutcome: (_, outcome) => {
      outcomes.push(outcome)
      if (outcomes.length === count) end.abort()
    },
  })
  return { outcomes, errors }
}

test('the table of kinds and the queues of the database are the same', async () => {
  const queues = await db.$queryRaw<
    { name: string; policy: string }[]
  >`SELECT name, policy FROM jobs.queue ORDER BY name`
  expect(queues).toEqual(
    Object.keys(JOB_KINDS)
      .sort()
      .map((name) => ({ name, policy: 'short' })),
  )
})

test('a job lives and dies with the transaction that asks for it', async () => {
  const id = claimId.parse(newId())
  const failing = inTransaction(desk.editor.ctx, async (ctx) => {
    await askForJob(ctx, 'claim-projection:refresh', { claimId: id })
    throw new DomainError('refused', [{ key: 'x' }])
  })
  await expect(failing).rejects.toThrow('refused')
  expect(await rowsOf()).toEqual([])
  await ask(id)
  expect(await rowsOf()).toMatchObject([{ name: 'claim-projection:refresh', state: 'created', singleton_key: id }])
})

test('what waits with the same key is not doubled, and not begun before all who asked are done', async () => {
  const id = newId()
  await ask(id)
  await inTransaction(desk.editor.ctx, async (ctx) => {
    await askForJob(ctx, 'claim-projection:refresh', { claimId: claimId.parse(id) })
    expect(await takeJob(desk.editor.ctx, 'claim-projection:refresh', 1)).toBeNull()
  })
  const seen: string[] = []
  const { outcomes } = await workUntil(
    refreshing(async (_, payload) => {
      seen.push(payload.claimId)
      // Asked while it runs: the change may have come too late for this one.
      if (seen.length === 1) await ask(id)
      return undefined
    }),
    2,
  )
  expect({ outcomes, seen }).toEqual({ outcomes: ['done', 'done'], seen: [id, id] })
})

test('many ask for the same at once: one waits, and none of them fails', async () => {
  const id = newId()
  await Promise.all(Array.from({ length: 12 }, () => ask(id)))
  expect(await rowsOf()).toHaveLength(1)
})

test('effect and end are one: what cannot be written is not done, and is tried again', async () => {
  await ask(newId())
  let tries = 0
  const name = `Écrit ${newId()}`
  const handler: Handlers['claim-projection:refresh'] = async () => async (ctx) => {
    await ctx.tx.user.create({ data: { id: newId(), email: `${newId()}@recoupe.example`, name } })
    if (++tries === 1) throw new DomainError('refused', [{ key: 'database.full' }])
  }
  const first = await workUntil(refreshing(handler), 1)
  expect(first).toEqual({ outcomes: ['failed'], errors: [] })
  expect(await db.user.count({ where: { name } })).toBe(0)
  expect(await rowsOf()).toMatchObject([{ state: 'retry', output: { reasons: [{ key: 'database.full' }] } }])
  await db.$executeRaw`UPDATE jobs.job SET start_after = now() - interval '1 second'`
  expect((await workUntil(refreshing(handler), 1)).outcomes).toEqual(['done'])
  expect(await db.user.count({ where: { name } })).toBe(1)
})

test('what nobody foresaw goes to the terminal, and its words to nobody else', async () => {
  await ask(newId())
  const { errors } = await workUntil(
    refreshing(async () => {
      throw new Error('the secret of the machine')
    }),
    1,
  )
  expect(errors).toMatchObject([{ message: 'the secret of the machine' }])
  expect(await rowsOf()).toMatchObject([{ output: { reasons: [{ key: 'job.unexpected' }] } }])
})

test('a job that gives itself back waits as if it had not been begun', async () => {
  await ask(newId())
  const handler = async () => {
    throw new GivenBack()
  }
  expect((await workUntil(refreshing(handler), 1)).outcomes).toEqual(['givenBack'])
  expect(
    (
      await workUntil(
        refreshing(async () => undefined),
        1,
      )
    ).outcomes,
  ).toEqual(['done'])
  expect(await rowsOf()).toMatchObject([{ state: 'completed', retry_count: 0 }])
})

test('the job of a worker that is gone is another’s; who comes back to it writes nothing', async () => {
  await ask(newId())
  const name = `Trop tard ${newId()}`
  const { outcomes } = await workUntil(
    refreshing(async (ctx) => {
      // Nobody holds the lock of that number.
      await db.$executeRaw`UPDATE jobs.run SET worker = 2000000000 WHERE job_id = ${ctx.jobId}::uuid`
      expect(await reclaimJobs(ctx)).toBe(1)
      await expect(ctx.tellProgress(1, 2)).rejects.toThrow(LostJob)
      return async ({ tx }) => {
        await tx.user.create({ data: { id: newId(), email: `${newId()}@recoupe.example`, name } })
      }
    }),
    1,
  )
  expect(outcomes).toEqual(['lost'])
  expect(await db.user.count({ where: { name } })).toBe(0)
  expect(await rowsOf()).toMatchObject([{ state: 'retry', output: { reasons: [{ key: 'job.workerGone' }] } }])
})

test('a job that takes its workers with it has failed at last', async () => {
  await ask(newId())
  const { retries } = JOB_KINDS['claim-projection:refresh']
  for (let tries = 0; tries <= retries; tries++) {
    // A number of nobody: taken, and gone with it.
    expect(await takeJob(desk.editor.ctx, 'claim-projection:refresh', 2_000_000_000)).not.toBeNull()
    expect(await reclaimJobs(desk.editor.ctx)).toBe(1)
  }
  expect(await rowsOf()).toMatchObject([{ state: 'failed', retry_count: retries }])
})

test('a long text comes in without its reading, and has it once its job is done', async () => {
  const text = 'Il fait beau à Kaboul, dit-on à la radio ce matin. '.repeat(1200)
  const bytes = new TextEncoder().encode(text)
  const { id } = await importArticle(desk.editor.ctx, { ...once(), id: newId(), bytes, title: 'Long' })
  const where = { version: { articleId: id } }
  expect(await db.textReading.count({ where })).toBe(0)
  expect((await workUntil(HANDLERS, 1)).outcomes).toEqual(['done'])
  const { words } = readText((await db.articleVersion.findFirstOrThrow({ where: { articleId: id } })).text)
  expect(await db.textReading.findFirstOrThrow({ where })).toMatchObject({ words })
})

test('texts from before are read by a job that says how far it is, and asked for only where there are some', async () => {
  await askForMissingTexts(desk.editor.ctx)
  expect(await rowsOf()).toEqual([])
  for (const text of ['Un.', 'Deux.', 'Trois.']) {
    const { version } = await anArticle(db, desk.project, text, text)
    await db.textReading.delete({ where: { versionId: version.id } })
  }
  await askForMissingTexts(desk.editor.ctx)
  expect((await workUntil(HANDLERS, 1)).outcomes).toEqual(['done'])
  expect(await db.$queryRaw`SELECT done, total FROM jobs.run`).toEqual([{ done: 3, total: 3 }])
})
