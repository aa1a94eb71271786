import { addArticle } from '@/lib/articles/commands/add-article'
import { findSameText } from '@/lib/articles/commands/version-row'
import { command, type Done } from '@/lib/audit/record'
import { authorise } from '@/lib/auth/permissions'
import { readReceived } from '@/lib/import/received'
import { importArticleInput } from '@/lib/import/schema'

type Imported = { id: string; existing: boolean }

/**
 * Takes in a text as it was received, as a new article. A text that some article of the project has already, archived
 * or not, is not doubled: the answer is that article's id, and `existing`. Refuses what is no text (`import.…`).
 */
export const importArticle = command(
  'article:import',
  importArticleInput,
  async (ctx, input): Promise<Done<Imported>> => {
    authorise('article:import', ctx.actor)
    const { bytes, fileName, ...details } = input
    const reading = readReceived(bytes, input.encoding)
    const same = await findSameText(ctx, reading.text)
    if (same) return { result: { id: same.id, existing: true }, entityId: same.id, articleId: same.id }
    const { row, version } = await addArticle(ctx, {
      id: details.id,
      text: reading.text,
      received: bytes,
      encoding: reading.encoding,
      fileName,
      title: details.title ?? reading.title,
      language: details.asRead ? reading.language : details.language,
      published: details.asRead ? reading.published : details.published,
      outletId: details.outletId,
      originUrl: details.originUrl,
      seedFile: details.seedFile,
    })
    return {
      result: { id: row.id, existing: false },
      entityId: row.id,
      articleId: row.id,
      after: { ...row, versionAdded: version },
    }
  },
)
