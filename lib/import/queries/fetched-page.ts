import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import { foundOr404 } from '@/lib/errors'

/** The bytes of a page that somebody of the project has fetched. Throws `not-found` for another project's, or has been let go since. */
export async function getFetchedBytes(ctx: Ctx, id: string): Promise<Uint8Array> {
  authorise('article:import', ctx.actor)
  const where = { id, projectId: projectOf(ctx) }
  const page = await ctx.db.fetchedPage.findFirst({ where, select: { bytes: true } })
  return foundOr404(page, 'fetchedPage').bytes
}
