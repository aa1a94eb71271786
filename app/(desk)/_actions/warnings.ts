'use server'

import { runQuietAction } from '@/app/_server/action'
import { getCtx } from '@/app/_server/actor'
import type { CommandInput } from '@/lib/audit/record'
import { removeWarning, saveWarning } from '@/lib/warnings/commands'
import { listReferableWarnings } from '@/lib/warnings/queries'
import type { removeWarningInput, saveWarningInput } from '@/lib/warnings/schema'

export async function saveWarningAction(input: CommandInput<typeof saveWarningInput>) {
  return runQuietAction(saveWarning, input)
}

export async function removeWarningAction(input: CommandInput<typeof removeWarningInput>) {
  return runQuietAction(removeWarning, input)
}

/** What a picker lists while somebody types: the warnings that this claim's one may refer to. */
export async function searchReferableAction(claimId: string, text: string) {
  return listReferableWarnings(await getCtx(), claimId, text)
}
