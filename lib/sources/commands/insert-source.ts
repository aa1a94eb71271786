import { projectOf, type TxCtx } from '@/lib/context'
import { DomainError, foundOr404 } from '@/lib/errors'
import { nameKey } from '@/lib/sources/name-key'
import { type NewSource, UNIQUE_KINDS } from '@/lib/sources/schema'

/** The source of a kind in which a name stands for one thing, or null. It waits for others that add the same name. */
export async function findSameSource(ctx: TxCtx, kind: NewSource['kind'], name: string) {
  if (!UNIQUE_KINDS.includes(kind)) return null
  const projectId = projectOf(ctx)
  const key = nameKey(name)
  await ctx.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`source ${projectId} ${kind} ${key}`}, 0))`
  return ctx.tx.source.findFirst({ where: { projectId, kind, nameKey: key }, orderBy: { createdAt: 'asc' } })
}

/** Writes a source. Throws `invalid` when the name has no letter or digit, `not-found` for a foreign institution. */
export async function insertSource(ctx: TxCtx, source: NewSource) {
  const projectId = projectOf(ctx)
  if (!/[\p{L}\p{N}]/u.test(source.name))
    throw new DomainError('invalid', [{ key: 'source.nameMissing', path: 'name' }])
  if (source.parentId) {
    const parent = await ctx.tx.source.findFirst({ where: { id: source.parentId, projectId }, select: { id: true } })
    foundOr404(parent, 'source')
  }
  return ctx.tx.source.create({ data: { ...source, projectId, nameKey: nameKey(source.name), createdAt: ctx.now } })
}
