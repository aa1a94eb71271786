import { appendVersion } from '@/lib/articles/commands/append-version'
import { command } from '@/lib/audit/record'
import { authorise } from '@/lib/auth/permissions'
import { carryClaims } from '@/lib/import/commands/carry-claims'
import { readReceived } from '@/lib/import/received'
import { addVersionInput } from '@/lib/import/schema'

/**
 * Gives an article a new text. Passages of its claims that stand in it word for word, with their surroundings, are
 * marked there too; all others stay on the text on which they were made. Answers how many were carried and how many
 * stayed; `added` is false when the text is the present one.
 */
export const addVersion = command('article:addVersion', addVersionInput, async (ctx, input) => {
  authorise('article:addVersion', ctx.actor)
  const reading = readReceived(input.bytes, input.encoding)
  const received = { ...reading, received: input.bytes, fileName: input.fileName }
  const appended = await appendVersion(ctx, input.articleId, input.id, received)
  const about = { entityId: input.articleId, articleId: input.articleId }
  if (!appended) return { ...about, result: { id: input.articleId, added: false, carried: 0, stayed: 0 } }
  const { before, after } = appended
  const { carried, stayed } = await carryClaims(ctx, before.id, { id: after.id, text: reading.text })
  const result = { id: input.articleId, added: true, carried: carried.length, stayed: stayed.length }
  return { ...about, result, before, after: { ...after, carried, stayed } }
})
