import { projectOf, type TxCtx } from '@/lib/context'
import { DomainError, foundOr404 } from '@/lib/errors'
import { sha256 } from '@/lib/sha256'

/**
 * Where and when bytes were fetched, within the caller's command, which keeps them with a text: the page itself is let go. Null of what was
 * not fetched. Throws `not-found` for a page of another project, `invalid` where these are not its bytes.
 */
export async function takeFetched(ctx: TxCtx, id: string | null, bytes: Uint8Array) {
  if (id === null) return null
  const where = { id, projectId: projectOf(ctx) }
  const page = foundOr404(
    await ctx.tx.fetchedPage.findFirst({ where, select: { address: true, fetchedAt: true, sha256: true } }),
    'fetchedPage',
  )
  if (page.sha256 !== sha256(bytes)) throw new DomainError('invalid', [{ key: 'import.nothingReceived' }])
  await ctx.tx.fetchedPage.deleteMany({ where })
  return { fetchedFrom: page.address, fetchedAt: page.fetchedAt }
}
