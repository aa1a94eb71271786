import { appendVersion } from '@/lib/articles/commands/append-version'
import { command } from '@/lib/audit/record'
import { authorise } from '@/lib/auth/permissions'
import { anchorApart } from '@/lib/import/commands/anchor-apart'
import { carryClaims } from '@/lib/import/commands/carry-claims'
import { readApart } from '@/lib/import/commands/read-apart'
import type { ReadImport } from '@/lib/import/read-import'
import { addVersionInput } from '@/lib/import/schema'
import type { TextRange } from '@/lib/text/code-points'

type Prepared = { read: ReadImport; places: ReadonlyMap<string, TextRange | null> }

/**
 * Gives an article a new text. Passages of its claims that stand in it word for word, with their surroundings, are
 * marked there too; all others stay on the text on which they were made. Answers how many were carried and how many
 * stayed; `added` is false when the text is the present one.
 */
export const addVersion = command(
  'article:addVersion',
  addVersionInput,
  async (ctx, input, { read, places }: Prepared) => {
    authorise('article:addVersion', ctx.actor)
    const received = {
      ...read,
      encoding: read.encoding ?? read.format,
      received: input.bytes,
      fileName: input.fileName,
    }
    const appended = await appendVersion(ctx, input.articleId, input.id, received)
    const about = { entityId: input.articleId, articleId: input.articleId }
    if (!appended) return { ...about, result: { id: input.articleId, added: false, carried: 0, stayed: 0 } }
    const { before, after } = appended
    const { carried, stayed } = await carryClaims(ctx, before.id, { id: after.id, text: read.text }, places)
    const result = { id: input.articleId, added: true, carried: carried.length, stayed: stayed.length }
    return { ...about, result, before, after: { ...after, carried, stayed } }
  },
  async (ctx, { bytes, reading, articleId }): Promise<Prepared> => {
    authorise('article:addVersion', ctx.actor)
    const read = await readApart(bytes, reading)
    return { read, places: await anchorApart(ctx, articleId, read.text) }
  },
)
