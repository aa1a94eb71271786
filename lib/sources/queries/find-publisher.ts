import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import { PUBLISHER_KINDS } from '@/lib/sources/kinds'
import { nameKey } from '@/lib/sources/name-key'

/** The project's outlet or organisation that goes by a name or an alias, as a form holds it; null when none or several do. */
export async function findPublisher(ctx: Ctx, name: string) {
  authorise('project:read', ctx.actor)
  const found = await ctx.db.source.findMany({
    where: {
      projectId: projectOf(ctx),
      kind: { in: PUBLISHER_KINDS },
      mergedIntoId: null,
      OR: [{ nameKey: nameKey(name) }, { aliases: { has: name } }],
    },
    select: { id: true, name: true, kind: true, role: true },
    take: 2,
  })
  return found.length === 1 ? (found[0] ?? null) : null
}
