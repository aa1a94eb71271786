import type { z } from 'zod'
import { parseInput } from '@/lib/audit/record'
import type { TxCtx } from '@/lib/context'
import { refuseIf } from '@/lib/errors'
import { insertSource } from '@/lib/sources/commands/insert-source'
import { findSameSource } from '@/lib/sources/commands/same-source'
import { isGenericName } from '@/lib/sources/generic-names'
import { addSourceInput } from '@/lib/sources/schema'

/**
 * The project's person, organisation or outlet of that name, else a new source; a document or an unnamed voice is always
 * new. For other domains' commands: they authorise, and their audit row tells of it. Refused where the name does not say of
 * which country it is ("ministère de la Défense") and there is one: a person says whether that is meant. `inPassing`: a new one
 * goes again with what it is made along with (`discardSources`).
 */
export async function findOrAddSource(ctx: TxCtx, raw: z.input<typeof addSourceInput>, inPassing = false) {
  const source = parseInput(addSourceInput, raw)
  const same = await findSameSource(ctx, source.kind, source.name)
  const reason = { key: 'source.genericThere', values: { name: same?.name ?? '' } }
  refuseIf('refused', same && isGenericName(source.name) ? [reason] : [])
  return same ?? insertSource(ctx, { ...source, madeInPassing: inPassing })
}
