import { projectOf, type TxCtx } from '@/lib/context'
import { DomainError, refuseIf } from '@/lib/errors'
import { requireLiveSources } from '@/lib/sources/commands/live-sources'
import { findSameSource } from '@/lib/sources/commands/same-source'
import { nameKey } from '@/lib/sources/name-key'
import type { NewSource } from '@/lib/sources/schema'
import type { SourceKind } from '@/prisma/generated/client'

/** Refuses a name without a letter or digit. */
export function requireName(name: string): void {
  refuseIf('invalid', /[\p{L}\p{N}]/u.test(name) ? [] : [{ key: 'source.nameMissing', path: 'name' }])
}

/** Refuses a name that another source has already; the reason's values name it, so that the screen can offer it. */
export async function requireFreeName(ctx: TxCtx, kind: SourceKind, name: string, exceptId: string | null = null) {
  const same = await findSameSource(ctx, kind, name, exceptId)
  if (same) throw new DomainError('refused', [{ key: 'source.alreadyThere', values: { id: same.id, name: same.name } }])
}

type SourceToWrite = Omit<NewSource, 'kind'> & { kind: SourceKind; madeInPassing?: boolean }

/** Writes a source. Throws `invalid` when the name has no letter or digit, `not-found` for a foreign institution. */
export async function insertSource(ctx: TxCtx, source: SourceToWrite) {
  requireName(source.name)
  if (source.parentId) await requireLiveSources(ctx, [source.parentId])
  const projectId = projectOf(ctx)
  return ctx.tx.source.create({ data: { ...source, projectId, nameKey: nameKey(source.name), createdAt: ctx.now } })
}
