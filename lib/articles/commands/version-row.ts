import { keepReading } from '@/lib/articles/commands/keep-reading'
import { articleOfHash } from '@/lib/articles/queries/same-text'
import type { TextReading } from '@/lib/articles/text-reading'
import { projectOf, type TxCtx } from '@/lib/context'
import { versionId } from '@/lib/ids'
import { askForJob } from '@/lib/queue/commands/ask-for-job'
import { sha256 } from '@/lib/sha256'
import { codePointLength } from '@/lib/text/code-points'

/**
 * A text as it came: normalised, and the bytes that were received with the encoding in which they were read. `reading` is null of a
 * long one, which is read in the background.
 */
export type ReceivedText = {
  text: string
  reading: TextReading | null
  received: Uint8Array
  encoding: string
  fileName: string | null
  /** Of what was fetched from its address: where it was in the end, and when. */
  fetched?: { fetchedFrom: string; fetchedAt: Date } | null
  /** Of a later text: words that the one before has not, and words of it that are gone. */
  changed?: { wordsAdded: number; wordsGone: number }
}

/** What is kept of a version beside its text: nobody wants the bytes in the audit log. */
const versionFacts = (received: ReceivedText) => ({
  sha256: sha256(received.text),
  codePoints: codePointLength(received.text),
  receivedSha256: sha256(received.received),
  encoding: received.encoding,
  fileName: received.fileName,
  ...received.changed,
  ...received.fetched,
})

/** The columns of a version's row, and its facts: those without text and bytes. */
export function versionColumns(ctx: TxCtx, articleId: string, id: string, number: number, received: ReceivedText) {
  const facts = versionFacts(received)
  const columns = {
    ...{ id, projectId: projectOf(ctx), articleId, number, text: received.text },
    received: Uint8Array.from(received.received),
    ...facts,
    createdById: ctx.actor.userId,
    createdAt: ctx.now,
  }
  return { columns, facts: { id, number, ...facts } }
}

/** Writes one immutable version, and what was read of it. Answers its facts, without text and bytes. */
export async function insertVersion(ctx: TxCtx, articleId: string, id: string, number: number, received: ReceivedText) {
  const { columns, facts } = versionColumns(ctx, articleId, id, number, received)
  await ctx.tx.articleVersion.create({ data: columns, select: { id: true } })
  if (received.reading) await keepReading(ctx.tx, projectOf(ctx), id, received.reading)
  else await askForJob(ctx, 'text:read', { versionId: versionId.parse(id) })
  return facts
}

/** Keeps others from adding the same texts until this transaction has ended. In one order, so that none waits for another in a circle. */
export async function holdTexts({ tx }: TxCtx, projectId: string, hashes: readonly string[]): Promise<void> {
  const keys = [...new Set(hashes)].sort().map((hash) => `text ${projectId} ${hash}`)
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended(held."key", 0))
    FROM (SELECT k."key" FROM unnest(${keys}::text[]) WITH ORDINALITY AS k("key", "at") ORDER BY k."at") held`
}

/**
 * The project's article of which some version is this very text, archived ones too, or null. Whoever adds the same text
 * at the same time waits here until this transaction has ended.
 */
export async function findSameText(ctx: TxCtx, text: string) {
  const projectId = projectOf(ctx)
  const hash = sha256(text)
  await holdTexts(ctx, projectId, [hash])
  return articleOfHash(ctx.tx, projectId, hash)
}
