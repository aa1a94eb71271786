import { type Ctx, inTransaction } from '@/lib/context'

// So many sources are counted in one transaction: the largest agencies stand in tens of thousands of chains.
const AT_ONCE = 100

type Marked = { id: string; projectId: string; sourceId: string }

// The row of a source is held before it is counted: of two workers the one that counts later writes later.
const countSources = (ctx: Ctx, marks: readonly string[]) =>
  inTransaction(ctx, async ({ tx, now }) => {
    const taken = await tx.$queryRaw<{ sourceId: string }[]>`
      DELETE FROM "SourceRecount" WHERE "id" = ANY(${[...marks]}::uuid[]) RETURNING "sourceId"::text`
    const ids = [...new Set(taken.map(({ sourceId }) => sourceId))]
    await tx.$executeRaw`
      SELECT 1 FROM "SourceUse" WHERE "sourceId" = ANY(${ids}::uuid[]) ORDER BY "sourceId" FOR UPDATE`
    await tx.$executeRaw`
      UPDATE "SourceUse" u SET "claims" = now."claims", "asOrigin" = now."asOrigin", "asRelay" = now."asRelay", "isNamed" = now."isNamed", "nameKey" = s."nameKey", "countedAt" = ${now}
      FROM source_uses(${ids}::uuid[]) now JOIN "Source" s ON s."id" = now."sourceId" WHERE u."sourceId" = s."id"`
    await tx.$executeRaw`
      DELETE FROM "SourceUse" u WHERE u."sourceId" = ANY(${ids}::uuid[])
        AND NOT EXISTS (SELECT 1 FROM "Source" s WHERE s."id" = u."sourceId")`
    return ids.length
  })

/**
 * Counts the claims of every source that is marked, of one project or of all, a batch a transaction. What is marked meanwhile is marked
 * anew, and counted with the next change. `onCounted` is awaited after each batch. Answers how many were counted.
 */
export async function countMarkedSources(
  ctx: Ctx,
  projectId: string | null,
  onCounted?: () => Promise<void>,
): Promise<number> {
  let done = 0
  for (let last: Marked | undefined; ; ) {
    const marked: Marked[] = await ctx.db.$queryRaw`
      SELECT "id"::text, "projectId"::text, "sourceId"::text FROM "SourceRecount"
      WHERE (${projectId}::uuid IS NULL OR "projectId" = ${projectId}::uuid)
        AND (${last?.projectId ?? null}::uuid IS NULL
          OR ("projectId", "sourceId") > (${last?.projectId ?? null}::uuid, ${last?.sourceId ?? null}::uuid))
      ORDER BY "projectId", "sourceId" LIMIT ${AT_ONCE}`
    last = marked.at(-1)
    if (!last) return done
    done += await countSources(
      ctx,
      marked.map(({ id }) => id),
    )
    await onCounted?.()
  }
}
