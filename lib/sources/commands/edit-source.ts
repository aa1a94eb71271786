import { command } from '@/lib/audit/record'
import { authorise } from '@/lib/auth/permissions'
import { projectOf, type TxCtx } from '@/lib/context'
import { DomainError, foundOr404, type Reason, refuseIf } from '@/lib/errors'
import { requireFreeName, requireName } from '@/lib/sources/commands/insert-source'
import { requireLiveSources } from '@/lib/sources/commands/live-sources'
import { nameKey } from '@/lib/sources/name-key'
import { type EditSource, editSourceInput } from '@/lib/sources/schema'
import type { SourceKind } from '@/prisma/generated/client'

/** True when going up from `fromId` by parents leads to `id`. Circles that are there already do no harm. */
export async function leadsUpTo(ctx: TxCtx, fromId: string, id: string): Promise<boolean> {
  const [found] = await ctx.tx.$queryRaw<{ reached: boolean }[]>`
    WITH RECURSIVE up AS (
      SELECT ${fromId}::uuid AS "id"
      UNION
      SELECT s."parentId" FROM up JOIN "Source" s ON s."id" = up."id"
      WHERE s."projectId" = ${projectOf(ctx)}::uuid AND s."parentId" IS NOT NULL
    ) SELECT EXISTS (SELECT 1 FROM up WHERE "id" = ${id}::uuid) AS reached`
  return found?.reached ?? false
}

/** Only one at a time: two changes of parents at once could close a circle that neither sees. */
export const lockParents = (ctx: TxCtx) =>
  ctx.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`source parents ${projectOf(ctx)}`}, 0))`

type Present = {
  kind: SourceKind
  name: string
  article: { id: string } | null
  _count: { partOf: number; parts: number }
}

/** What a source is by its making: an article stays the document of that article, a confidential voice confidential. */
function kindRefusals(before: Present, { kind }: EditSource): Reason[] {
  if (kind === before.kind) return []
  const fixed = before.article !== null || before.kind === 'CONFIDENTIAL' || kind === 'CONFIDENTIAL'
  const inParts = before._count.partOf + before._count.parts > 0
  return [
    ...(fixed ? [{ key: 'source.kindFixed', path: 'kind' }] : []),
    ...(inParts ? [{ key: 'source.kindInParts', path: 'kind' }] : []),
  ]
}

const inForce = { where: { removedAt: null } }

/** Changes what is known about a source. `conflict` when it is not at the version seen. Answers its new version. */
export const editSource = command('source:edit', editSourceInput, async (ctx, input) => {
  authorise('source:edit', ctx.actor)
  const { id, version, ...fields } = input
  requireName(fields.name)
  const before = foundOr404(
    await ctx.tx.source.findFirst({
      where: { id, projectId: projectOf(ctx) },
      include: { article: { select: { id: true } }, _count: { select: { partOf: inForce, parts: inForce } } },
    }),
    'source',
  )
  await requireLiveSources(ctx, [id])
  refuseIf('invalid', kindRefusals(before, input))
  if (fields.parentId !== before.parentId) {
    await lockParents(ctx)
    await requireLiveSources(ctx, [fields.parentId])
    if (fields.parentId && (await leadsUpTo(ctx, fields.parentId, id)))
      throw new DomainError('invalid', [{ key: 'source.parentCircle', path: 'parentId' }])
  }
  const key = nameKey(fields.name)
  const isRenamed = key !== before.nameKey || fields.kind !== before.kind
  if (isRenamed) await requireFreeName(ctx, fields.kind, fields.name, id)
  const [after] = await ctx.tx.source.updateManyAndReturn({
    where: { id, projectId: projectOf(ctx), version, mergedIntoId: null },
    data: {
      ...fields,
      aliases: distinctAliases(fields),
      nameKey: key,
      version: { increment: 1 },
      ...(isRenamed && { sharesName: false }),
    },
  })
  if (!after) throw new DomainError('conflict', [{ key: 'changedMeanwhile' }])
  const { article, _count, ...was } = before
  return { result: { id, version: after.version }, entityId: id, articleId: article?.id ?? null, before: was, after }
})

/** Each alias once, and none that is the name itself. */
function distinctAliases({ name, aliases }: Pick<EditSource, 'name' | 'aliases'>): string[] {
  const seen = new Set([nameKey(name)])
  return aliases.filter((alias) => {
    const key = nameKey(alias)
    const isNew = key !== '' && !seen.has(key)
    seen.add(key)
    return isNew
  })
}
