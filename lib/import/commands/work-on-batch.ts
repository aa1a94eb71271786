import { addArticles, type NewArticle, titleRefusals } from '@/lib/articles/commands/add-article'
import { holdTexts } from '@/lib/articles/commands/version-row'
import { recordForEach } from '@/lib/audit/record'
import { authorise } from '@/lib/auth/permissions'
import { actorNow } from '@/lib/auth/queries/actor-now'
import { type Actor, type Ctx, inTransaction, projectOf, type TxCtx } from '@/lib/context'
import { DomainError, type Reason } from '@/lib/errors'
import { importBatchId, newId, projectId, userId } from '@/lib/ids'
import { AS_PROPOSED } from '@/lib/import/choices'
import { leftOutOf, outletNamed } from '@/lib/import/commands/import-article'
import { doubtsOfFacts, doubtsOfLetters } from '@/lib/import/look'
import { costOf, readFile } from '@/lib/import/read-file'
import type { ReadText } from '@/lib/import/received'
import { MAX_RECEIVED_BYTES, MOST_FILES_SENT } from '@/lib/import/schema'
import { askForJob } from '@/lib/queue/commands/ask-for-job'
import { askForRecount } from '@/lib/queue/commands/ask-for-recount'
import { sha256 } from '@/lib/sha256'
import { findPublisher } from '@/lib/sources/queries/find-publisher'
import { runApart, task } from '@/lib/threads/run-apart'
import type { ImportState } from '@/prisma/generated/enums'

const reading = task('lib/import/read-file', 'readFile', readFile)
const PATIENCE = 60_000

type WaitingFile = { id: string; fileName: string | null; bytes: Uint8Array; accepted: boolean; mend: boolean }
type FileOutcome = { file: WaitingFile } & (
  | { read: ReadText; outletId: string | null }
  | { reasons: readonly Reason[] }
)

/** The next files that wait, as many as one transaction takes in. */
const nextFiles = ({ db }: Ctx, batchId: string) => db.$queryRaw<WaitingFile[]>`
  SELECT n."id"::text, n."fileName", n."bytes", n."accepted", n."mend" FROM (
    SELECT f.*, sum(f."size") OVER (ORDER BY f."position") AS "sum", row_number() OVER (ORDER BY f."position") AS "nth"
    FROM (SELECT * FROM "ImportFile" WHERE "batchId" = ${batchId}::uuid AND "state" = 'WAITING'
      ORDER BY "position" LIMIT ${MOST_FILES_SENT}) f) n
  WHERE n."nth" = 1 OR n."sum" <= ${MAX_RECEIVED_BYTES} ORDER BY n."position"`

async function readOne(file: WaitingFile): Promise<ReadText | readonly Reason[]> {
  try {
    const choices = { ...AS_PROPOSED, mend: file.mend }
    const read = await runApart(reading, [file.bytes, choices], { size: costOf(file.bytes), patience: PATIENCE })
    const refused = titleRefusals(read.title)
    return refused.length > 0 ? refused : read
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return error.reasons
  }
}

/** Reads the files, holding no lock, and looks up whom their texts name as outlets. */
async function readAll(ctx: Ctx, files: readonly WaitingFile[]): Promise<FileOutcome[]> {
  const outcomes: FileOutcome[] = []
  const publishers = new Map<string, string | null>()
  // Only looked up: whether they may write is asked when it is written.
  const reader: Ctx = { ...ctx, actor: { ...ctx.actor, role: 'EDITOR' } }
  for (const file of files) {
    const read = await readOne(file)
    if (!('text' in read)) {
      outcomes.push({ file, reasons: read })
      continue
    }
    const { outlet } = read.facts
    if (outlet && !publishers.has(outlet)) publishers.set(outlet, (await findPublisher(reader, outlet))?.id ?? null)
    outcomes.push({ file, read, outletId: (outlet && publishers.get(outlet)) ?? null })
  }
  return outcomes
}

type Settled = { id: string; state: ImportState; reasons: readonly Reason[]; title?: string; articleId?: string }

const settle = async ({ tx }: TxCtx, settled: readonly Settled[]) => {
  if (settled.length === 0) return
  const rows = settled.map(({ id, state, reasons, title, articleId }) => ({
    ...{ id, state, title: title ?? null, articleId: articleId ?? null },
    reasons: reasons.length > 0 ? reasons : null,
  }))
  // The bytes are kept with the article, or for another try.
  await tx.$executeRaw`
    UPDATE "ImportFile" f SET "state" = s."state"::"ImportState", "reasons" = s."reasons", "title" = s."title",
      "articleId" = s."articleId", "bytes" = CASE WHEN s."state" IN ('SAVED', 'KNOWN') THEN NULL ELSE f."bytes" END
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS s("id" uuid, "state" text, "reasons" jsonb, "title" text, "articleId" uuid)
    WHERE f."id" = s."id"`
}

/** The outlet that a text names, made where it is new; none where the directory wants a person's word about the name. */
async function outletOf(ctx: TxCtx, name: string | null, made: Map<string, string | null>): Promise<string | null> {
  if (!name) return null
  const known = made.get(name)
  if (known !== undefined) return known
  const id = await outletNamed(ctx, name).catch((error: unknown) => {
    if (error instanceof DomainError) return null
    throw error
  })
  made.set(name, id)
  return id
}

type ReadFileOutcome = Extract<FileOutcome, { read: ReadText }>

const articleOf = ({ file, read }: ReadFileOutcome, outletId: string | null): NewArticle => ({
  ...{ id: newId(), text: read.text, reading: null, received: file.bytes, fileName: file.fileName },
  ...{ encoding: read.encoding ?? read.format, title: read.title, language: read.language, outletId, seedFile: null },
  // As it was read, but for a date in doubt, which is left open.
  published: read.facts.date?.doubt ? null : read.published,
  ...{ byline: read.facts.byline, dateline: read.facts.dateline, originUrl: read.facts.address },
})

async function addNew(ctx: TxCtx, outcomes: readonly ReadFileOutcome[]): Promise<Settled[]> {
  const projectId = projectOf(ctx)
  const hashes = outcomes.map(({ read }) => sha256(read.text))
  await holdTexts(ctx, projectId, hashes)
  const known = new Map<string, string>()
  const there = await ctx.tx.articleVersion.findMany({
    where: { projectId, sha256: { in: hashes } },
    orderBy: { createdAt: 'desc' },
    select: { sha256: true, articleId: true },
  })
  for (const { sha256: hash, articleId } of there) known.set(hash, articleId)
  const outlets = new Map<string, string | null>()
  const added: NewArticle[] = []
  const settled: Settled[] = []
  const leftOut: unknown[] = []
  for (const [at, outcome] of outcomes.entries()) {
    const { file, read, outletId } = outcome
    const hash = hashes[at] ?? ''
    const same = known.get(hash)
    if (same) {
      settled.push({ id: file.id, state: 'KNOWN', reasons: [], title: read.title, articleId: same })
      continue
    }
    const article = articleOf(outcome, outletId ?? (await outletOf(ctx, read.facts.outlet, outlets)))
    added.push(article)
    known.set(hash, article.id)
    leftOut.push(leftOutOf(read, AS_PROPOSED))
    const reasons = doubtsOfFacts(read)
    settled.push({ id: file.id, state: 'SAVED', reasons, title: article.title, articleId: article.id })
  }
  const rows = await addArticles(ctx, added)
  await recordForEach(
    ctx,
    'article:import',
    rows.map(({ row, version }, at) => ({
      ...{ entityId: row.id, articleId: row.id },
      after: { ...row, versionAdded: version, leftOut: leftOut[at] },
    })),
  )
  return settled
}

/** Writes what became of these files, of those that still wait: others were let go, or are done by another worker. */
async function saveAll(ctx: TxCtx, batchId: string, outcomes: readonly FileOutcome[]): Promise<void> {
  const ids = outcomes.map(({ file }) => file.id)
  const where = { id: { in: ids }, batchId, state: 'WAITING' } as const
  const held = new Set((await ctx.tx.importFile.findMany({ where, select: { id: true } })).map(({ id }) => id))
  const failed: Settled[] = []
  const good: ReadFileOutcome[] = []
  for (const outcome of outcomes.filter(({ file }) => held.has(file.id))) {
    const { file } = outcome
    if (!('read' in outcome)) {
      failed.push({ id: file.id, state: 'FAILED', reasons: outcome.reasons })
      continue
    }
    const doubts = file.accepted ? [] : doubtsOfLetters(outcome.read)
    if (doubts.length > 0) failed.push({ id: file.id, state: 'DOUBTFUL', reasons: doubts, title: outcome.read.title })
    else good.push(outcome)
  }
  const saved = good.length > 0 ? await addNew(ctx, good) : []
  await settle(ctx, [...failed, ...saved])
  // Reading what is in would only keep waiting what is not.
  const left = await ctx.tx.importFile.findFirst({ where: { batchId, state: 'WAITING' }, select: { id: true } })
  if (!left) await askForJob(ctx, 'import:readTexts', { batchId: importBatchId.parse(batchId) })
}

/** Who asked may not any more: what waits is not taken in, and somebody else can have it read. */
const refuseWaiting = (ctx: Ctx, batchId: string) =>
  inTransaction(ctx, async (txCtx) => {
    const reasons = [{ key: 'import.askerMayNot' }]
    await txCtx.tx.importFile.updateMany({ where: { batchId, state: 'WAITING' }, data: { state: 'FAILED', reasons } })
    await askForJob(txCtx, 'import:readTexts', { batchId: importBatchId.parse(batchId) })
  })

/** Takes some files in, as whoever asked for it, with the rights that they have at this moment. False where they may not. */
async function saveAs(ctx: Ctx, batchId: string, outcomes: readonly FileOutcome[]): Promise<boolean> {
  return inTransaction(ctx, async (txCtx) => {
    const actor = await actorNow(txCtx.tx, ctx.actor)
    authorise('article:import', actor)
    // Held first, so that letting go of the batch and taking it in follow each other.
    await txCtx.tx.$queryRaw`SELECT 1 FROM "ImportBatch" WHERE "id" = ${batchId}::uuid FOR UPDATE`
    await saveAll({ ...txCtx, actor }, batchId, outcomes)
    await askForRecount(txCtx)
    return true
  }).catch((error: unknown) => {
    if (error instanceof DomainError && (error.code === 'forbidden' || error.code === 'not-found')) return false
    throw error
  })
}

/**
 * Reads the files of a batch that wait, and takes them in, some with each transaction: what is in stays so, whatever happens to the rest,
 * and is not taken in again. `onSaved` hears after each how many are done, of how many.
 */
export async function workOnBatch(
  ctx: Ctx,
  batchId: string,
  onSaved: (done: number, total: number) => Promise<void> = async () => {},
): Promise<void> {
  const batch = await ctx.db.importBatch.findUnique({ where: { id: batchId } })
  if (!batch) return
  for (;;) {
    const { askedById } = (await ctx.db.importBatch.findUnique({ where: { id: batchId } })) ?? batch
    const who = { projectId: projectId.parse(batch.projectId), isOwner: false }
    const actor: Actor = askedById
      ? { ...who, userId: userId.parse(askedById), role: null }
      : { ...who, userId: null, role: 'EDITOR' }
    const acting: Ctx = { ...ctx, actor }
    const files = await nextFiles(ctx, batchId)
    if (files.length === 0) return
    if (!(await saveAs(acting, batchId, await readAll(acting, files)))) return void (await refuseWaiting(ctx, batchId))
    const [row] = await ctx.db.$queryRaw<{ done: number; total: number }[]>`
      SELECT count(*) FILTER (WHERE "state" <> 'WAITING')::int AS "done", count(*)::int AS "total"
      FROM "ImportFile" WHERE "batchId" = ${batchId}::uuid`
    await onSaved(row?.done ?? 0, row?.total ?? 0)
  }
}
