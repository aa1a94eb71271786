import { projectOf, type TxCtx } from '@/lib/context'
import { DomainError, refuseIf } from '@/lib/errors'
import { requireLiveSources } from '@/lib/sources/commands/live-sources'
import { nameKey } from '@/lib/sources/name-key'
import { hasAlias } from '@/lib/sources/queries/folded-sql'
import { type NewSource, UNIQUE_KINDS } from '@/lib/sources/schema'
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

/** Refuses a name without a letter or digit. */
export function requireName(name: string): void {
  refuseIf('invalid', /[\p{L}\p{N}]/u.test(name) ? [] : [{ key: 'source.nameMissing', path: 'name' }])
}

/** Refuses a name that another source has already; the reason's values name it, so that the screen can offer it. */
export async function requireFreeName(ctx: TxCtx, kind: SourceKind, name: string, exceptId: string | null = null) {
  const same = await findSameSource(ctx, kind, name, exceptId)
  if (same) throw new DomainError('refused', [{ key: 'source.alreadyThere', values: { id: same.id, name: same.name } }])
}

/** Writes a source. Throws `invalid` when the name has no letter or digit, `not-found` for a foreign institution. */
export async function insertSource(ctx: TxCtx, source: Omit<NewSource, 'kind'> & { kind: SourceKind }) {
  requireName(source.name)
  if (source.parentId) await requireLiveSources(ctx, [source.parentId])
  const projectId = projectOf(ctx)
  return ctx.tx.source.create({ data: { ...source, projectId, nameKey: nameKey(source.name), createdAt: ctx.now } })
}
