import { keepReading } from '@/lib/articles/commands/keep-reading'
import { readText } from '@/lib/articles/text-reading'
import { type Ctx, inTransaction } from '@/lib/context'
import { DomainError } from '@/lib/errors'
import { askForRecount } from '@/lib/queue/commands/ask-for-recount'
import { runApart, task } from '@/lib/threads/run-apart'

const reading = task('lib/articles/text-reading', 'readText', readText)
const PATIENCE = 10 * 60_000
const AT_ONCE = 20

type UnreadVersion = { id: string; projectId: string; text: string }

const unread = ({ db }: Ctx, batchId: string, after: string) => db.$queryRaw<UnreadVersion[]>`
  SELECT v."id"::text, v."projectId"::text, v."text" FROM "ImportFile" f JOIN "ArticleVersion" v ON v."articleId" = f."articleId"
  WHERE f."batchId" = ${batchId}::uuid AND f."state" = 'SAVED' AND v."id" > ${after}::uuid
    AND NOT EXISTS (SELECT 1 FROM "TextReading" r WHERE r."versionId" = v."id")
  ORDER BY v."id" LIMIT ${AT_ONCE}`

/** Reads the texts that came with a batch: their words, and the sentences by which copies are found. */
export async function readBatchTexts(ctx: Ctx, batchId: string, onRead: () => Promise<void> = async () => {}) {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const versions = await unread(ctx, batchId, after)
    const last = versions.at(-1)
    if (!last) return
    const read = await Promise.all(
      versions.map(({ text }) =>
        runApart(reading, [text], { size: text.length, patience: PATIENCE }).catch((error: unknown) => {
          // A text that cannot be read in time is no reason not to read the others: its page does without.
          if (error instanceof DomainError) return null
          throw error
        }),
      ),
    )
    await inTransaction(ctx, async (txCtx) => {
      for (const [at, { id, projectId }] of versions.entries()) {
        const each = read[at]
        if (each) await keepReading(txCtx.tx, projectId, id, each)
      }
      await askForRecount(txCtx)
    })
    await onRead()
    after = last.id
  }
}
