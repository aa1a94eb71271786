'use server'

import { runAction } from '@/app/_server/action'
import { removeAttribution } from '@/lib/attributions/commands/remove-attribution'
import { saveAttribution } from '@/lib/attributions/commands/save-attribution'
import type { removeAttributionInput, saveAttributionInput } from '@/lib/attributions/schema'
import type { CommandInput } from '@/lib/audit/record'

export async function saveAttributionAction(input: CommandInput<typeof saveAttributionInput>) {
  return runAction(saveAttribution, input)
}

export async function removeAttributionAction(input: CommandInput<typeof removeAttributionInput>) {
  return runAction(removeAttribution, input)
}
