import { command } from '@/lib/audit/record'
import { authorise } from '@/lib/auth/permissions'
import { actorNow } from '@/lib/auth/queries/actor-now'
import { inTransaction, personOf, projectOf } from '@/lib/context'
import { getPage, type Page } from '@/lib/import/commands/fetching/get-page'
import { fetchPageInput } from '@/lib/import/schema'
import { sha256 } from '@/lib/sha256'

const KEPT = 24 * 60 * 60 * 1000

/**
 * Fetches a page from its address, for whoever asks to look at it: it is kept as it came until it is a text of an article, or for a day.
 * Answers where it was in the end, in which encoding its header says that it is, and what is to be known of it. Throws `refused`.
 */
export const fetchPage = command(
  'page:fetch',
  fetchPageInput,
  async (ctx, { id, address: asked }, { address, bytes, encoding, notes }: Page) => {
    authorise('article:import', ctx.actor)
    const projectId = projectOf(ctx)
    const old = new Date(ctx.now.getTime() - KEPT)
    await ctx.tx.fetchedPage.deleteMany({ where: { projectId, fetchedAt: { lt: old } } })
    const facts = { asked, address, sha256: sha256(bytes), fetchedAt: ctx.now }
    await ctx.tx.fetchedPage.create({
      data: { ...{ id, projectId, fetchedById: personOf(ctx) }, ...facts, bytes: Uint8Array.from(bytes) },
    })
    return { result: { id, address, encoding, notes: notes.map(({ key }) => key) }, entityId: id, after: facts }
  },
  async (ctx, { address }) => {
    // With the rights of this moment, before anything goes out.
    await inTransaction(ctx, async ({ tx, actor }) => authorise('article:import', await actorNow(tx, actor)))
    return getPage(address)
  },
)
