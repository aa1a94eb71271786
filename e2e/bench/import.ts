import pg from 'pg'
import { makeTexts } from '@/e2e/bench/made-texts'
import type { Ctx } from '@/lib/context'
import { getDb } from '@/lib/db'
import { databaseUrl } from '@/lib/env'
import { newId, projectId, userId } from '@/lib/ids'
import { receiveFiles, startBatch } from '@/lib/import/commands/receive-files'
import { groupsToSend } from '@/lib/import/files-to-send'
import { sha256 } from '@/lib/sha256'
import { codePointLength } from '@/lib/text/code-points'
import { once } from '@/seeds/builders'

const [COUNT, LENGTH, BAR, RUNS] = [200, 3_000, 3, 3]

/** What has to be written of these texts, and nothing else: each row by its own statement, all in one transaction. */
async function bareInserts(client: pg.Client, project: string, texts: readonly string[]) {
  const since = performance.now()
  await client.query('BEGIN')
  for (const [at, text] of texts.entries()) {
    const [source, article, version] = [newId(), newId(), newId()]
    const received = Buffer.from(text)
    const title = `Texte ${at}`
    await client.query(
      `INSERT INTO "Source" ("id", "projectId", "kind", "name", "nameKey", "aliases") VALUES ($1, $2, 'DOCUMENT', $3, $3, '{}')`,
      [source, project, title],
    )
    await client.query(`INSERT INTO "Article" ("id", "projectId", "title", "sourceId") VALUES ($1, $2, $3, $4)`, [
      ...[article, project, title, source],
    ])
    await client.query(
      `INSERT INTO "ArticleVersion" ("id", "projectId", "articleId", "number", "text", "sha256", "codePoints", "received",
        "receivedSha256", "encoding") VALUES ($1, $2, $3, 1, $4, $5, $6, $7, $8, 'utf-8')`,
      [version, project, article, text, sha256(text), codePointLength(text), received, sha256(received)],
    )
  }
  await client.query('COMMIT')
  return performance.now() - since
}

const waitingOf = async (batchId: string) => getDb().importFile.count({ where: { batchId, state: 'WAITING' } })
const unreadOf = async (project: string) =>
  getDb().articleVersion.count({ where: { projectId: project, reading: null } })

async function until(isDone: () => Promise<boolean>) {
  while (!(await isDone())) await new Promise((resolve) => setTimeout(resolve, 20))
}

/** From the first file sent to the last one an article, by the queue and its worker; and until their sentences are read too. */
async function throughTheQueue(ctx: Ctx, project: string, texts: readonly string[]) {
  const id = newId()
  const since = performance.now()
  await startBatch(ctx, { ...once(), id, expected: texts.length })
  const files = texts.map((text, position) => {
    const bytes = new TextEncoder().encode(text)
    return { id: newId(), position, fileName: `${position}.txt`, size: bytes.byteLength, bytes }
  })
  for (const group of groupsToSend(files)) await receiveFiles(ctx, { ...once(), id, files: group })
  const received = performance.now() - since
  await until(async () => (await waitingOf(id)) === 0)
  const articles = performance.now() - since
  await until(async () => (await unreadOf(project)) === 0)
  return { received, articles, compared: performance.now() - since }
}

async function aDesk() {
  const db = getDb()
  const project = await db.project.create({ data: { id: newId(), name: `Bench ${newId()}`, kind: 'TRAINING' } })
  const user = await db.user.create({ data: { id: newId(), email: `${newId()}@recoupe.example`, name: 'Bench' } })
  await db.membership.create({ data: { id: newId(), projectId: project.id, userId: user.id, role: 'EDITOR' } })
  const who = { userId: userId.parse(user.id), projectId: projectId.parse(project.id), isOwner: false }
  const ctx: Ctx = { actor: { ...who, role: 'EDITOR' }, db, now: new Date() }
  return { ctx, project: project.id }
}

const seconds = (time: number) => `${(time / 1000).toFixed(2)} s`

/** `npm run bench -- import`: many texts through the queue, beside their bare inserts. Answers how many bars are missed. */
export async function benchImport(): Promise<number> {
  process.env.NEXTAUTH_SECRET ||= 'a secret of the bench alone, which opens nothing'
  const client = new pg.Client({ connectionString: databaseUrl() })
  await client.connect()
  console.log(`\nImport: ${COUNT} texts of ${LENGTH} characters, ${RUNS} runs after one that does not count\n`)
  const ratios: number[] = []
  for (let run = 0; run <= RUNS; run++) {
    const { texts } = makeTexts(COUNT, LENGTH)
    const own = texts.map((text) => `${text}\n\n${newId()}`)
    const { ctx, project } = await aDesk()
    const { received, articles, compared } = await throughTheQueue(ctx, project, own)
    const bare = await bareInserts(client, (await aDesk()).project, own)
    // The first one warms both up.
    if (run > 0) ratios.push(articles / bare)
    console.log(
      `  bare inserts ${seconds(bare)} | received after ${seconds(received)}, all articles after ${seconds(articles)}` +
        ` (× ${(articles / bare).toFixed(1)}), sentences read after ${seconds(compared)}`,
    )
  }
  await client.end()
  const best = ratios.sort((one, other) => one - other)[Math.floor(RUNS / 2)] ?? Number.NaN
  console.log(`\n  median × ${best.toFixed(1)} of the bare inserts (bar × ${BAR}; before 7.5 s, Label Studio 0.5 s)`)
  return best > BAR ? 1 : 0
}
