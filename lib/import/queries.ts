import type { z } from 'zod'
import { findArticleByText } from '@/lib/articles/queries'
import { parseInput } from '@/lib/audit/record'
import { authorise } from '@/lib/auth/permissions'
import type { Ctx } from '@/lib/context'
import { costOf, readFile } from '@/lib/import/read-file'
import { previewImportInput } from '@/lib/import/schema'
import { sha256 } from '@/lib/sha256'
import { findPublisher } from '@/lib/sources/queries/find-publisher'
import { runApart, task } from '@/lib/threads/run-apart'

const SHOWN_CHARACTERS = 1500
const PATIENCE = 60_000

const reading = task('lib/import/read-file', 'readFile', readFile)

/** The text that would be read from received bytes, whole, with what `previewImport` tells of it. Refuses as that does. */
export async function readForPreview(ctx: Ctx, raw: z.input<typeof previewImportInput>) {
  authorise('article:import', ctx.actor)
  const input = parseInput(previewImportInput, raw)
  const { text, ...read } = await runApart(reading, [input.bytes, input.reading], {
    size: costOf(input.bytes),
    patience: PATIENCE,
  })
  const existing = await findArticleByText(ctx, text)
  const outlet = read.facts.outlet ? await findPublisher(ctx, read.facts.outlet) : null
  const preview = {
    ...read,
    sha256: sha256(text),
    outlet,
    beginning: Array.from(text.slice(0, 2 * SHOWN_CHARACTERS))
      .slice(0, SHOWN_CHARACTERS)
      .join(''),
    existing: existing && { id: existing.id, title: existing.title, archived: existing.archivedAt !== null },
  }
  return { text, preview }
}

/**
 * What would be read from received bytes, before anything is saved: encoding with the others that are possible, what is
 * taken off the text, its beginning, title, language, date, size, and the article that has this text already. Refuses
 * what is no text (`import.…`), and what cannot be read in time.
 */
export const previewImport = async (ctx: Ctx, raw: z.input<typeof previewImportInput>) =>
  (await readForPreview(ctx, raw)).preview

export type ImportPreview = Awaited<ReturnType<typeof previewImport>>
