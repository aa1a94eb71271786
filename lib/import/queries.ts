import type { z } from 'zod'
import { findArticleByText } from '@/lib/articles/queries'
import { parseInput } from '@/lib/audit/record'
import { authorise } from '@/lib/auth/permissions'
import type { Ctx } from '@/lib/context'
import { readReceived } from '@/lib/import/received'
import { previewImportInput } from '@/lib/import/schema'

const SHOWN_CHARACTERS = 1500

/**
 * What would be read from received bytes, before anything is saved: encoding with the others that are possible, what is
 * taken off the text, its beginning, title, language, date, size, and the article that has this text already. Refuses
 * what is no text (`import.…`).
 */
export async function previewImport(ctx: Ctx, raw: z.input<typeof previewImportInput>) {
  authorise('article:import', ctx.actor)
  const input = parseInput(previewImportInput, raw)
  const { text, ...reading } = readReceived(input.bytes, input.encoding)
  const existing = await findArticleByText(ctx, text)
  return {
    ...reading,
    beginning: Array.from(text.slice(0, 2 * SHOWN_CHARACTERS))
      .slice(0, SHOWN_CHARACTERS)
      .join(''),
    existing: existing && { id: existing.id, title: existing.title, archived: existing.archivedAt !== null },
  }
}

export type ImportPreview = Awaited<ReturnType<typeof previewImport>>
