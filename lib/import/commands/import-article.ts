import { addArticle } from '@/lib/articles/commands/add-article'
import { findSameText } from '@/lib/articles/commands/version-row'
import { command, type Done } from '@/lib/audit/record'
import { authorise } from '@/lib/auth/permissions'
import { readApart } from '@/lib/import/commands/read-apart'
import type { ReadImport } from '@/lib/import/read-import'
import { importArticleInput } from '@/lib/import/schema'

type Imported = { id: string; existing: boolean }

/**
 * Takes in a text as it was received, as a new article. A text that some article of the project has already, archived
 * or not, is not doubled: the answer is that article's id, and `existing`. Refuses what is no text (`import.…`).
 */
export const importArticle = command(
  'article:import',
  importArticleInput,
  async (ctx, input, read: ReadImport): Promise<Done<Imported>> => {
    authorise('article:import', ctx.actor)
    const { bytes, fileName, ...details } = input
    const same = await findSameText(ctx, read.text)
    if (same) return { result: { id: same.id, existing: true }, entityId: same.id, articleId: same.id }
    const { row, version } = await addArticle(ctx, {
      id: details.id,
      text: read.text,
      reading: read.reading,
      received: bytes,
      encoding: read.encoding,
      fileName,
      title: details.title ?? read.title,
      language: details.asRead ? read.language : details.language,
      published: details.asRead ? read.published : details.published,
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
  async (ctx, { bytes, encoding }) => {
    authorise('article:import', ctx.actor)
    return readApart(bytes, encoding)
  },
)
