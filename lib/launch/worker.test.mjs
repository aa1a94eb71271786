import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readText } from '@/lib/articles/text-reading'
import { inTransaction } from '@/lib/context'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { importArticle } from '@/lib/import/commands/import-article'
import { inviteMember } from '@/lib/projects/commands/hand-out-link'
import { askForJob } from '@/lib/queue/commands/ask-for-job'
import { anArticle, aProject, once } from '@/seeds/builders'
import { endAll } from './lifecycle.mjs'
import { hasEnded } from './processes.mjs'
import { makeCertificate } from './test-certificate.mjs'
import { startTestMailServer } from './test-mail-server.mjs'
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
const workerFor = (env = {}) => startWorker({ DATABASE_URL: process.env.DATABASE_URL, NODE_ENV: 'production', ...env })

/** Links by mail go to the server of this address. */
function mailsTo(url) {
  vi.stubEnv('SMTP_URL', url)
  vi.stubEnv('MAIL_FROM', 'recoupe@desk.example')
  vi.stubEnv('NEXTAUTH_SECRET', 'a secret of the tests')
  vi.stubEnv('NEXTAUTH_URL', 'https://recoupe.example')
}
/** Workers look at the clock: links of the tests' own time would long be over. */
async function invited(desk, name, now = new Date()) {
  const [id, userId] = [newId(), newId()]
  const person = { id, userId, name, email: `${id}@recoupe.example`, role: 'CHECKER' }
  await inviteMember({ ...desk.admin.ctx, now }, { ...once(), ...person })
}

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
  expect(await db.fingerprintedSentence.count({ where: { versionId } })).toBe(sentences.length)
  // Told to end, it does so by itself.
  process.kill(second.pid, 'SIGTERM')
  expect((await second.ended).values.code).toBe(0)
})

test('workers killed again and again among many jobs: each job is done in the end, each effect is there once', {
  timeout: 300_000,
}, async () => {
  await db.$executeRaw`DELETE FROM jobs.job`
  const desk = await aProject(db)
  const [texts, people, kills] = [24, 9, [3, 5, 8]]
  const versions = []
  for (let n = 0; n < texts; n++) {
    const text = Array.from(
      { length: 120 },
      (_, at) => `Phrase ${at} du texte numéro ${n}, dit la radio ce matin.`,
    ).join(' ')
    const { version } = await anArticle(db, desk.project, text, `Texte ${n}`)
    await db.textReading.delete({ where: { versionId: version.id } })
    await db.fingerprintedSentence.deleteMany({ where: { versionId: version.id } })
    versions.push(version)
    await inTransaction(desk.editor.ctx, (ctx) => askForJob(ctx, 'text:read', { versionId: version.id }))
  }
  // The mail server has a mail, and has not said so: then the worker that sent it dies, whatever else it has in hand.
  let running
  const server = await startTestMailServer({
    onMail() {
      if (!kills.includes(server.mails.length)) return
      process.kill(running.pid, 'SIGKILL')
      return running.ended
    },
  })
  mailsTo(server.url)
  const now = new Date()
  for (let n = 0; n < people; n++) await invited(desk, `Camille ${'abcdefghi'[n]}`, now)

  for (const _ of kills) {
    running = workerFor()
    await running.ended
  }
  running = workerFor()
  await until(async () => (await jobs()).every(({ state }) => state === 'completed'))
  expect(await jobs()).toHaveLength(texts + people)
  for (const { id: versionId, text } of versions) {
    expect(await db.textReading.count({ where: { versionId } })).toBe(1)
    expect(await db.fingerprintedSentence.count({ where: { versionId } })).toBe(readText(text).sentences.length)
  }
  expect(await db.oneTimeLink.count({ where: { projectId: desk.project.id, mailedAt: { not: null } } })).toBe(people)
  // A mail whose worker died before it could write that down came twice, and is told for one by its name.
  const names = server.mails.map((raw) => /^Message-ID: (.*)$/im.exec(raw)[1])
  expect(names).toHaveLength(people + kills.length)
  expect(new Set(names).size).toBe(people)
  process.kill(running.pid, 'SIGTERM')
  await running.ended
  await server.stop()
})

test('a mail server’s own certificate: a worker that is told to trust it sends by STARTTLS, another sends nothing', {
  timeout: 180_000,
}, async () => {
  await db.$executeRaw`DELETE FROM jobs.job`
  const folder = mkdtempSync(join(tmpdir(), 'recoupe-test-'))
  const { key, cert } = makeCertificate()
  const trusted = join(folder, 'mail-server.pem')
  writeFileSync(trusted, cert)
  const safely = []
  const server = await startTestMailServer({ key, cert, onMail: (_, secure) => safely.push(secure) })
  mailsTo(`${server.url}?tls=required`)
  await invited(await aProject(db), 'Camille Élan')

  const doubtful = workerFor()
  await until(async () => (await jobs())[0].state === 'retry')
  const [{ output }] = await db.$queryRaw`SELECT output FROM jobs.job`
  expect(output).toEqual({ reasons: [{ key: 'mail.notSecure' }] })
  process.kill(doubtful.pid, 'SIGTERM')
  await doubtful.ended
  expect(server.mails).toEqual([])

  await db.$executeRaw`UPDATE jobs.job SET start_after = now() - interval '1 second'`
  const trusting = workerFor({ NODE_EXTRA_CA_CERTS: trusted })
  await until(async () => (await jobs())[0].state === 'completed')
  expect(safely).toEqual([true])
  process.kill(trusting.pid, 'SIGTERM')
  await trusting.ended
  await server.stop()
  rmSync(folder, { recursive: true })
})
