import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { inTransaction } from '@/lib/context'
import { getDb } from '@/lib/db'
import { databaseUrl } from '@/lib/env'
import { claimId, newId, versionId } from '@/lib/ids'
import { retryFailedJobs, retryJob } from '@/lib/jobs/commands/retry-job'
import { openWorkerSession } from '@/lib/jobs/commands/worker-session'
import { listAllJobs, listProjectJobs, SHOWN } from '@/lib/jobs/queries/list-jobs'
import { askForJob } from '@/lib/queue/commands/ask-for-job'
import { actingAs, anArticle, aProject, aUser, once } from '@/seeds/builders'

const db = getDb()
let desk: Awaited<ReturnType<typeof aProject>>
beforeEach(async () => {
  desk = await aProject(db)
})
afterEach(() => db.$executeRaw`DELETE FROM jobs.job`)

const REASONS = JSON.stringify({ reasons: [{ key: 'database.full' }] })

/** A job of the desk that has failed as often as it may. */
async function aFailedJob({ admin, project } = desk) {
  const id = newId()
  await inTransaction(admin.ctx, (ctx) => askForJob(ctx, 'claim-projection:refresh', { claimId: claimId.parse(id) }))
  const [job] = await db.$queryRaw<{ id: string }[]>`
    UPDATE jobs.job SET state = 'failed', started_on = now(), completed_on = now(), retry_count = retry_limit,
      output = ${REASONS}::jsonb
    WHERE singleton_key = ${id} AND data ->> 'projectId' = ${project.id} RETURNING id::text`
  return job?.id ?? ''
}
const stateOf = async (id: string) => {
  const [job] = await db.$queryRaw<{ state: string; left: number }[]>`
    SELECT state::text, retry_limit - retry_count AS "left" FROM jobs.job WHERE id = ${id}::uuid`
  return job
}
const anOwner = async () => actingAs(await aUser(db, 'Owner', true), null, null)

describe('retrying', () => {
  test('gives a failed job one more try, at once; said twice it is one', async () => {
    const id = await aFailedJob()
    const input = { ...once(), scope: 'project', id } as const
    expect(await retryJob(desk.admin.ctx, input)).toEqual({ id })
    expect(await retryJob(desk.admin.ctx, input)).toEqual({ id })
    expect(await stateOf(id)).toEqual({ state: 'retry', left: 1 })
    const { running, failed, waiting } = await listProjectJobs(desk.editor.ctx)
    expect([running, failed]).toEqual([[], []])
    expect(waiting).toMatchObject([{ id, tries: 6, reasons: [{ key: 'database.full' }] }])
    const entry = await db.auditEntry.findUniqueOrThrow({ where: { commandId: input.commandId } })
    expect(entry).toMatchObject({ action: 'job:retry', entityId: id, after: { tries: 6 }, projectId: desk.project.id })
  })

  test('is refused for what has not failed, and says nothing of what is gone or another project’s', async () => {
    const id = await aFailedJob()
    await retryJob(desk.admin.ctx, { ...once(), scope: 'project', id })
    await expect(retryJob(desk.admin.ctx, { ...once(), scope: 'project', id })).rejects.toMatchObject({
      reasons: [{ key: 'job.notFailed' }],
    })
    const foreign = await aFailedJob(await aProject(db))
    for (const hidden of [foreign, newId()])
      await expect(retryJob(desk.admin.ctx, { ...once(), scope: 'project', id: hidden })).rejects.toMatchObject({
        code: 'not-found',
      })
    // Nobody gets further by calling it the installation's.
    await expect(retryJob(desk.admin.ctx, { ...once(), scope: 'installation', id: foreign })).rejects.toMatchObject({
      code: 'not-found',
    })
    expect(await stateOf(foreign)).toMatchObject({ state: 'failed' })
  })

  test('of two at once one is done', async () => {
    const id = await aFailedJob()
    const answers = await Promise.allSettled(
      [1, 2, 3].map(() => retryJob(desk.admin.ctx, { ...once(), scope: 'project', id })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
    expect(await stateOf(id)).toEqual({ state: 'retry', left: 1 })
  })

  test('all of a kind: those of the project for its admin, all for the owner', async () => {
    const other = await aProject(db)
    const ids = [await aFailedJob(), await aFailedJob(), await aFailedJob(other)]
    const all = { kind: 'claim-projection:refresh' } as const
    expect(await retryFailedJobs(desk.admin.ctx, { ...once(), ...all, scope: 'project' })).toEqual({ count: 2 })
    await expect(retryFailedJobs(desk.admin.ctx, { ...once(), ...all, scope: 'project' })).rejects.toMatchObject({
      reasons: [{ key: 'job.noneFailed' }],
    })
    expect(await stateOf(ids[2] ?? '')).toMatchObject({ state: 'failed' })
    expect(await retryFailedJobs(await anOwner(), { ...once(), ...all, scope: 'installation' })).toEqual({ count: 1 })
  })
})

describe('the lists', () => {
  test('tell a project its own jobs, with what they are about', async () => {
    const { article, version } = await anArticle(db, desk.project, 'Un texte.', 'Un titre')
    await inTransaction(desk.editor.ctx, (ctx) =>
      askForJob(ctx, 'text:read', { versionId: versionId.parse(version.id) }),
    )
    await aFailedJob(await aProject(db))
    const jobs = await listProjectJobs(desk.editor.ctx)
    expect(jobs.failed).toEqual([])
    expect(jobs.waiting).toMatchObject([
      {
        ...{ kind: 'text:read', tries: 0, reasons: null, askedBy: desk.editor.user.name, project: null },
        subject: { what: 'article', articleId: article.id, title: 'Un titre' },
      },
    ])
  })

  test('tell the owner those of all projects by name, and no text', async () => {
    const { version } = await anArticle(db, desk.project, 'Un texte.', 'Un titre secret')
    await inTransaction(desk.editor.ctx, (ctx) =>
      askForJob(ctx, 'text:read', { versionId: versionId.parse(version.id) }),
    )
    const jobs = await listAllJobs(await anOwner())
    expect(jobs.waiting).toMatchObject([{ kind: 'text:read', project: desk.project.name, subject: null }])
    expect(JSON.stringify(jobs)).not.toContain('secret')
  })

  test('are bounded, and say that there is more', async () => {
    await db.$executeRaw`
      INSERT INTO jobs.job (name, data, state, completed_on, policy)
      SELECT 'text:read', jsonb_build_object('payload', '{}'::jsonb, 'projectId', ${desk.project.id}::text, 'askedById', NULL),
        'failed', now(), 'short' FROM generate_series(1, 1200)`
    const { failed, counts, failedKinds } = await listProjectJobs(desk.editor.ctx)
    expect(failed).toHaveLength(SHOWN)
    expect(counts.failed).toEqual({ count: 1000, more: true })
    expect(failedKinds).toEqual([{ kind: 'text:read', count: { count: 1000, more: true } }])
  })

  test('say whether a worker lives, and what none of them does', async () => {
    await aFailedJob()
    await retryFailedJobs(desk.admin.ctx, { ...once(), scope: 'project', kind: 'claim-projection:refresh' })
    expect(await listProjectJobs(desk.editor.ctx)).toMatchObject({ workers: [], undone: [] })
    const session = await openWorkerSession(databaseUrl(), ['text:read'], () => {})
    const { workers, undone } = await listProjectJobs(desk.editor.ctx)
    expect(workers).toMatchObject([{ number: session.number, kinds: ['text:read'] }])
    expect(undone).toEqual(['claim-projection:refresh'])
    await session.end()
  })

  test('tell of what was done, but not of the upkeep after each change', async () => {
    await inTransaction(desk.admin.ctx, async (ctx) => {
      await askForJob(ctx, 'claim-projection:refresh', { claimId: claimId.parse(newId()) })
      await askForJob(ctx, 'text:read', { versionId: versionId.parse(newId()) })
    })
    expect((await listProjectJobs(desk.editor.ctx)).waiting).toHaveLength(2)
    await db.$executeRaw`UPDATE jobs.job SET state = 'completed', completed_on = now()`
    expect((await listProjectJobs(desk.editor.ctx)).done.map(({ kind }) => kind)).toEqual(['text:read'])
  })

  test('are an editor’s to read, and nothing to a checker or to outsiders', async () => {
    await expect(listProjectJobs(desk.checker.ctx)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(listAllJobs(desk.admin.ctx)).rejects.toMatchObject({ code: 'forbidden' })
  })
})
