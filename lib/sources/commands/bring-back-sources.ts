import { z } from 'zod'
import { projectOf, type TxCtx } from '@/lib/context'
import { refuseIf } from '@/lib/errors'
import { findSameSource } from '@/lib/sources/commands/same-source'
import { isGenericName } from '@/lib/sources/generic-names'
import { nameKey } from '@/lib/sources/name-key'
import { SourceKind } from '@/prisma/generated/enums'

// What `to_jsonb` keeps of a row that nobody had changed.
const kept = z.object({
  id: z.string(),
  kind: z.enum(SourceKind),
  name: z.string(),
  aliases: z.array(z.string()),
  role: z.string().nullable(),
  parentId: z.string().nullable(),
  url: z.string().nullable(),
})

const NOTHING: ReadonlyMap<string, string> = new Map()

/** The ids among these that are no source of the project now. */
async function missingOf(ctx: TxCtx, ids: readonly string[]): Promise<string[]> {
  const where = { projectId: projectOf(ctx), id: { in: [...ids] } }
  const there = new Set((await ctx.tx.source.findMany({ where, select: { id: true } })).map(({ id }) => id))
  return ids.filter((id) => !there.has(id))
}

/**
 * Brings sources back that went with the chain along with which they were made, for a command that refers to them again: what was
 * taken back is done anew, or somebody had chosen one before it went. Where the desk has made another one of that name since, the
 * answer names that one by the id of the one that was asked for. Ids of which nothing is known are left as they are.
 */
export async function bringBackSources(ctx: TxCtx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const missing = await missingOf(ctx, [...new Set(ids)])
  if (missing.length === 0) return NOTHING
  const projectId = projectOf(ctx)
  const rows = await ctx.tx.discardedSource.findMany({
    where: { projectId, id: { in: missing } },
    orderBy: { id: 'asc' },
  })
  const others = new Map<string, string>()
  for (const { source } of rows) {
    const { id, parentId, ...facts } = kept.parse(source)
    await ctx.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`source back ${id}`}, 0))`
    if ((await missingOf(ctx, [id])).length === 0) continue
    const same = await findSameSource(ctx, facts.kind, facts.name)
    if (same) {
      refuseIf('refused', isGenericName(same.name) ? [{ key: 'source.genericThere', values: { name: same.name } }] : [])
      others.set(id, same.id)
      continue
    }
    const parent = parentId && ((await bringBackSources(ctx, [parentId])).get(parentId) ?? parentId)
    await ctx.tx.source.create({
      data: {
        ...{ ...facts, id, projectId, parentId: parent, madeInPassing: true },
        ...{ nameKey: nameKey(facts.name), createdAt: ctx.now },
      },
    })
  }
  return others
}
