import { appendVersion } from '@/lib/articles/commands/append-version'
import { command } from '@/lib/audit/record'
import { authorise } from '@/lib/auth/permissions'
import { DomainError } from '@/lib/errors'
import { readApart } from '@/lib/import/commands/read-apart'
import { takeFetched } from '@/lib/import/commands/take-fetched'
import type { ReadImport } from '@/lib/import/read-import'
import { carryExact } from '@/lib/versions/commands/carry-exact'
import { type Anchored, anchorApart } from '@/lib/versions/queries/anchor-apart'
import { addVersionInput } from '@/lib/versions/schema'

type Prepared = { read: ReadImport; anchored: Anchored }

/**
 * Gives an article a new text. What stands in it word for word, with its surroundings, is anchored there too; all else stays on its
 * text until somebody settles it, and what is under review stays there in any case. Answers how many were carried and how many
 * stayed; `added` is false when the text is the present one. `conflict` where another text came meanwhile.
 */
export const addVersion = command(
  'article:addVersion',
  addVersionInput,
  async (ctx, input, { read, anchored }: Prepared) => {
    authorise('article:addVersion', ctx.actor)
    const { places, wordsAdded, wordsGone, presentId } = anchored
    const received = {
      ...{ ...read, encoding: read.encoding ?? read.format, received: input.bytes, fileName: input.fileName },
      changed: { wordsAdded, wordsGone },
      fetched: await takeFetched(ctx, input.fetchedId, input.bytes),
    }
    const appended = await appendVersion(ctx, input.articleId, input.id, received)
    const about = { entityId: input.articleId, articleId: input.articleId }
    if (!appended) return { ...about, result: { id: input.articleId, added: false, carried: 0, stayed: 0 } }
    const { before, after } = appended
    if (before.id !== presentId || (input.seenVersionId ?? before.id) !== before.id)
      throw new DomainError('conflict', [{ key: 'article.newerText' }])
    const { carried, stayed } = await carryExact(ctx, input.articleId, { id: after.id, text: read.text }, places)
    const result = { id: input.articleId, added: true, carried: carried.length, stayed: stayed.length }
    return { ...about, result, before, after: { ...after, carried, stayed } }
  },
  async (ctx, { bytes, reading, articleId }): Promise<Prepared> => {
    authorise('article:addVersion', ctx.actor)
    const read = await readApart(bytes, reading)
    return { read, anchored: await anchorApart(ctx, articleId, read.text) }
  },
)
