import { keepReading, writeQuoteSentences } from '@/lib/articles/commands/keep-reading'
import { readText } from '@/lib/articles/text-reading'
import { type Ctx, inTransaction } from '@/lib/context'
import type { Db } from '@/lib/db'
import { DomainError } from '@/lib/errors'
import { askForRecount } from '@/lib/queue/commands/ask-for-recount'
import { FOLDING } from '@/lib/text/fold'
import { runApart, task } from '@/lib/threads/run-apart'

// One text at a time: the longest are a million characters each.
const BATCH = 20
const PATIENCE = 10 * 60_000

const reading = task('lib/articles/text-reading', 'readText', readText)

type UnreadText = { id: string; projectId: string; text: string }

const unreadVersions = (db: Db, after: string) => db.$queryRaw<UnreadText[]>`
  SELECT v."id", v."projectId", v."text" FROM "ArticleVersion" v
  WHERE v."id" > ${after}::uuid AND NOT EXISTS (SELECT 1 FROM "TextReading" r WHERE r."versionId" = v."id" AND r."folding" >= ${FOLDING})
  ORDER BY v."id" LIMIT ${BATCH}`

const unreadQuotes = (db: Db, after: string) => db.$queryRaw<UnreadText[]>`
  SELECT e."id", e."projectId", e."quote" AS "text" FROM "Evidence" e
  WHERE e."id" > ${after}::uuid AND e."spanId" IS NULL AND e."quote" <> ''
    AND NOT EXISTS (SELECT 1 FROM "Passage" p WHERE p."evidenceId" = e."id" AND p."folding" >= ${FOLDING})
  ORDER BY e."id" LIMIT ${BATCH}`

/** How many are still to be read. */
export async function countUnreadTexts(db: Db): Promise<number> {
  const [row] = await db.$queryRaw<{ unread: number }[]>`
    SELECT (SELECT count(*) FROM "ArticleVersion" v
        WHERE NOT EXISTS (SELECT 1 FROM "TextReading" r WHERE r."versionId" = v."id" AND r."folding" >= ${FOLDING}))::int
      + (SELECT count(*) FROM "Evidence" e WHERE e."spanId" IS NULL AND e."quote" <> ''
        AND NOT EXISTS (SELECT 1 FROM "Passage" p WHERE p."evidenceId" = e."id" AND p."folding" >= ${FOLDING}))::int AS "unread"`
  return row?.unread ?? 0
}

async function readEach(
  unread: (after: string) => Promise<UnreadText[]>,
  read: (each: UnreadText) => Promise<unknown>,
) {
  for (let last = '00000000-0000-0000-0000-000000000000'; ; ) {
    const batch = await unread(last)
    for (const each of batch) await read(each)
    const next = batch.at(-1)?.id
    if (next === undefined) return
    last = next
  }
}

async function readVersion(ctx: Ctx, { id, projectId, text }: UnreadText) {
  try {
    const read = await runApart(reading, [text], { size: text.length, patience: PATIENCE })
    await inTransaction(ctx, async (txCtx) => {
      await keepReading(txCtx.tx, projectId, id, read)
      await askForRecount(txCtx)
    })
  } catch (error) {
    // One text that cannot be read in time is no reason not to read the others: its page does without.
    if (!(error instanceof DomainError)) throw error
  }
}

const readQuote = (ctx: Ctx, { id, projectId, text }: UnreadText) =>
  inTransaction(ctx, async ({ tx }) => {
    // One start at a time, so that nothing is written twice.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('passages', 0))`
    const known = await tx.fingerprintedSentence.findFirst({
      where: { projectId, evidenceId: id, folding: { gte: FOLDING } },
      select: { id: true },
    })
    if (!known) await writeQuoteSentences(tx, projectId, id, text)
  })

/**
 * Reads the texts that were there before texts were read, or were read by an earlier folding, of every project, one after the other;
 * `onRead` hears after each how many are done, of how many. Answers how many. What the machine derives leaves no audit row.
 */
export async function readMissingTexts(ctx: Ctx, onRead?: (done: number, total: number) => Promise<void>) {
  const total = await countUnreadTexts(ctx.db)
  let done = 0
  const telling = (read: (each: UnreadText) => Promise<unknown>) => async (each: UnreadText) => {
    await read(each)
    done++
    await onRead?.(done, Math.max(done, total))
  }
  const [version, quote] = [telling((each) => readVersion(ctx, each)), telling((each) => readQuote(ctx, each))]
  await readEach((after) => unreadVersions(ctx.db, after), version)
  await readEach((after) => unreadQuotes(ctx.db, after), quote)
  return done
}
