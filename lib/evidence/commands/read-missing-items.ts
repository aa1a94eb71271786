import { type Ctx, inTransaction } from '@/lib/context'
import type { Db } from '@/lib/db'
import { keepSpeakers } from '@/lib/evidence/commands/keep-speakers'
import { readItem } from '@/lib/evidence/queries/item-speakers'

const BATCH = 100
const PATIENCE = 10 * 60_000

type UnreadItem = {
  id: string
  projectId: string
  quote: string | null
  versionId: string | null
  start: number
  end: number
}

const unreadItems = (db: Db, after: string) => db.$queryRaw<UnreadItem[]>`
  SELECT e."id", e."projectId", e."quote", s."versionId", coalesce(s."start", 0) AS "start", coalesce(s."end", 0) AS "end"
  FROM "Evidence" e LEFT JOIN "Span" s ON s."id" = e."spanId"
  WHERE e."id" > ${after}::uuid AND (e."spanId" IS NOT NULL OR e."quote" <> '')
    AND NOT EXISTS (SELECT 1 FROM "EvidenceReading" r WHERE r."evidenceId" = e."id")
  ORDER BY e."id" LIMIT ${BATCH}`

async function readOne(ctx: Ctx, { id, projectId, quote, versionId, start, end }: UnreadItem) {
  const words = { quote, passage: versionId ? { versionId, start, end } : null }
  const read = await readItem(ctx.db, projectId, words, PATIENCE)
  await inTransaction(ctx, ({ tx }) => keepSpeakers(tx, projectId, id, read))
}

/**
 * Reads who speaks in the evidence that was there before evidence was read, of every project. Answers how many items. What
 * the machine derives leaves no audit row, and changes nothing of the items.
 */
export async function readMissingItems(ctx: Ctx): Promise<number> {
  let done = 0
  for (let last = '00000000-0000-0000-0000-000000000000'; ; ) {
    const batch = await unreadItems(ctx.db, last)
    for (const each of batch) await readOne(ctx, each)
    done += batch.length
    const next = batch.at(-1)?.id
    if (next === undefined) return done
    last = next
  }
}
