import { projectOf, type TxCtx } from '@/lib/context'
import { UNIQUE_KINDS } from '@/lib/sources/kinds'
import { nameKey } from '@/lib/sources/name-key'
import { hasAlias } from '@/lib/sources/queries/folded-sql'
import type { SourceKind } from '@/prisma/generated/client'

/**
 * The source of a kind in which a name stands for one thing, that goes by this name or has it as an alias; or null. It
 * waits for others that add the same name. `exceptId`: the source that is to bear the name.
 */
export async function findSameSource(ctx: TxCtx, kind: SourceKind, name: string, exceptId: string | null = null) {
  if (!UNIQUE_KINDS.includes(kind)) return null
  const projectId = projectOf(ctx)
  const key = nameKey(name)
  await ctx.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`source ${projectId} ${kind} ${key}`}, 0))`
  const [same] = await ctx.tx.$queryRaw<{ id: string }[]>`
    SELECT s."id" FROM "Source" s
    WHERE s."projectId" = ${projectId}::uuid AND s."kind"::text = ${kind} AND s."mergedIntoId" IS NULL
      AND s."id" IS DISTINCT FROM ${exceptId}::uuid AND (s."nameKey" = ${key} OR ${hasAlias(key)})
    ORDER BY (s."nameKey" = ${key}) DESC, s."createdAt" LIMIT 1`
  return same ? ctx.tx.source.findUnique({ where: { id: same.id } }) : null
}
