'use server'

import { runAction } from '@/app/_server/action'
import { getCtx } from '@/app/_server/actor'
import type { CommandInput } from '@/lib/audit/record'
import { addSource } from '@/lib/sources/commands/add-source'
import { searchSources } from '@/lib/sources/queries'
import type { addSourceInput } from '@/lib/sources/schema'
import type { SourceKind } from '@/prisma/generated/enums'

export async function addSourceAction(input: CommandInput<typeof addSourceInput>) {
  return runAction(addSource, input)
}

/** What a picker lists while somebody types. */
export async function searchSourcesAction(text: string, kinds: SourceKind[]) {
  return searchSources(await getCtx(), text, { kinds, limit: 8 })
}
