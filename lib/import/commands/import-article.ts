import { addArticle } from '@/lib/articles/commands/add-article'
import { findSameText } from '@/lib/articles/commands/version-row'
import { command, type Done } from '@/lib/audit/record'
import { authorise } from '@/lib/auth/permissions'
import type { TxCtx } from '@/lib/context'
import { newId } from '@/lib/ids'
import type { ReadingChoices } from '@/lib/import/choices'
import { readApart } from '@/lib/import/commands/read-apart'
import { takeFetched } from '@/lib/import/commands/take-fetched'
import type { ReadImport } from '@/lib/import/read-import'
import type { ReadText } from '@/lib/import/received'
import { importArticleInput } from '@/lib/import/schema'
import { findOrAddSource } from '@/lib/sources/commands/find-or-add-source'

type Imported = { id: string; existing: boolean }

/** The outlet of a name that was read or typed: the directory's, else a new one. */
export async function outletNamed(ctx: TxCtx, name: string | null): Promise<string | null> {
  if (!name) return null
  const { id } = await findOrAddSource(ctx, { id: newId(), kind: 'OUTLET', name })
  return id
}

const MOST_TOLD = 50

/** What was set apart from the text, for the audit log: the received bytes hold the whole of it. */
export const leftOutOf = ({ groups }: ReadText, { toggled }: ReadingChoices) =>
  groups
    .filter(({ kept }, at) => kept === toggled.includes(at))
    .slice(0, MOST_TOLD)
    .map(({ kind, words, count }) => ({ kind, words, count }))

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
      encoding: read.encoding ?? read.format,
      fileName,
      fetched: await takeFetched(ctx, details.fetchedId, bytes),
      title: details.title ?? read.title,
      language: details.asRead ? read.language : details.language,
      published: details.asRead ? read.published : details.published,
      outletId: details.outletId ?? (await outletNamed(ctx, details.outletName)),
      byline: details.asRead ? read.facts.byline : details.byline,
      dateline: details.asRead ? read.facts.dateline : details.dateline,
      originUrl: details.originUrl,
      seedFile: details.seedFile,
    })
    return {
      result: { id: row.id, existing: false },
      entityId: row.id,
      articleId: row.id,
      after: { ...row, versionAdded: version, leftOut: leftOutOf(read, details.reading) },
    }
  },
  async (ctx, { bytes, reading }) => {
    authorise('article:import', ctx.actor)
    return readApart(bytes, reading)
  },
)
