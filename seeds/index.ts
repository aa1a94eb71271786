import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findArticleByText, findSeededArticle } from '@/lib/articles/queries'
import type { Ctx } from '@/lib/context'
import { DomainError } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { AS_PROPOSED } from '@/lib/import/choices'
import { importArticle } from '@/lib/import/commands/import-article'
import { readReceived } from '@/lib/import/received'
import { sha256 } from '@/lib/sha256'
import { addVersion } from '@/lib/versions/commands/add-version'

/** What became of one file of seeds/articles. */
export type Seeded = {
  file: string
  outcome: 'added' | 'unchanged' | 'newVersion' | 'knownText' | 'archived' | 'refused'
  articleId: string | null
  /** Why it was refused: the keys of the reasons. */
  reasons: string[]
}

/** The seed files of a folder, in the order of their names. None when there is no such folder. */
async function seedFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  return names.filter((name) => name.endsWith('.txt')).sort()
}

async function seedArticle(ctx: Ctx, file: string, bytes: Uint8Array): Promise<Omit<Seeded, 'file' | 'reasons'>> {
  const seeded = await findSeededArticle(ctx, file)
  if (seeded?.latest.receivedSha256 === sha256(bytes)) return { outcome: 'unchanged', articleId: seeded.id }
  // Looked up first: a command leaves an audit row, and a start at which nothing happens should leave none.
  const { text } = readReceived(bytes, AS_PROPOSED)
  const received = { commandId: newId(), bytes, fileName: file }
  if (!seeded) {
    const known = await findArticleByText(ctx, text)
    if (known) return { outcome: 'knownText', articleId: known.id }
    const { id, existing } = await importArticle(ctx, { ...received, id: newId(), asRead: true, seedFile: file })
    return { outcome: existing ? 'knownText' : 'added', articleId: id }
  }
  if (seeded.latest.sha256 === sha256(text)) return { outcome: 'unchanged', articleId: seeded.id }
  if (seeded.archivedAt) return { outcome: 'archived', articleId: seeded.id }
  const { added } = await addVersion(ctx, { ...received, articleId: seeded.id, id: newId() })
  return { outcome: added ? 'newVersion' : 'unchanged', articleId: seeded.id }
}

/**
 * Brings every text of a folder into the context's project: a new file becomes an article, a changed one a new version,
 * and what people did to an article stays. Nothing is seeded twice. A file that is no text is told of and skipped.
 */
export async function seedFolder(ctx: Ctx, folder: string): Promise<Seeded[]> {
  const done: Seeded[] = []
  for (const file of await seedFiles(folder)) {
    try {
      const bytes = await readFile(join(folder, file))
      done.push({ file, ...(await seedArticle(ctx, file, bytes)), reasons: [] })
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      const reasons = error.reasons.map(({ key }) => key)
      done.push({ file, outcome: 'refused', articleId: null, reasons })
    }
  }
  return done
}

// For the terminal, which is no screen of the app.
const REFUSALS: Record<string, string> = {
  'import.empty': 'it is empty',
  'import.blank': 'it holds nothing but white space',
  'import.binary': 'it is not text',
  'import.binaryFormat': 'it is not plain text',
  'import.tooLong': 'it has more than 1,000,000 characters',
  'import.fileTooBig': 'it is larger than 10 MB',
  'article.titleMissing': 'it has no words to make a title of',
  'article.textOfAnother': 'another article has this text already',
}

function lineOf({ file, outcome, reasons }: Seeded): string[] {
  const why = reasons.map((key) => REFUSALS[key] ?? key).join(', ')
  if (outcome === 'added') return [`Article added: ${file}`]
  if (outcome === 'newVersion') return [`Article has a new version: ${file}`]
  if (outcome === 'archived') return [`Article is archived, and stays as it is: ${file} has changed.`]
  return outcome === 'refused' ? [`Skipped ${file}: ${why}.`] : []
}

/** Seeds what comes with Recoupe, and tells in a line each of what happened; nothing where nothing did. */
export async function seedArticles(ctx: Ctx, folder = join(import.meta.dirname, 'articles')): Promise<string[]> {
  return (await seedFolder(ctx, folder)).flatMap(lineOf)
}
