import type { z } from 'zod'
import { parseInput } from '@/lib/audit/record'
import type { TxCtx } from '@/lib/context'
import { findSameSource, insertSource } from '@/lib/sources/commands/insert-source'
import { addSourceInput } from '@/lib/sources/schema'

/**
 * The project's person, organisation or outlet of that name, else a new source; a document or an unnamed voice is always
 * new. For other domains' commands: they authorise, and their audit row tells of it.
 */
export async function findOrAddSource(ctx: TxCtx, raw: z.input<typeof addSourceInput>) {
  const source = parseInput(addSourceInput, raw)
  return (await findSameSource(ctx, source.kind, source.name)) ?? insertSource(ctx, source)
}
