'use server'

import { runAction } from '@/app/_server/action'
import { getCtx } from '@/app/_server/actor'
import type { CommandInput } from '@/lib/audit/record'
import { addSource } from '@/lib/sources/commands/add-source'
import { findNearSources } from '@/lib/sources/queries/near-sources'
import { searchSources } from '@/lib/sources/queries/search-sources'
import type { addSourceInput } from '@/lib/sources/schema'
import type { SourceKind } from '@/prisma/generated/enums'

export async function addSourceAction(input: CommandInput<typeof addSourceInput>) {
  return runAction(addSource, input)
}

/** What a picker lists while somebody types. */
export async function searchSourcesAction(text: string, kinds: SourceKind[]) {
  return searchSources(await getCtx(), text, { kinds, limit: 8 })
}

/** What a form offers in place of a new source of this name. */
export async function nearSourcesAction(name: string, kind: SourceKind) {
  return findNearSources(await getCtx(), { name, kind })
}
