'use server'

import { runQuietAction } from '@/app/_server/action'
import { copyAttribution } from '@/lib/attributions/commands/copy-attribution'
import { removeAttribution } from '@/lib/attributions/commands/remove-attribution'
import { saveAttribution } from '@/lib/attributions/commands/save-attribution'
import type { copyAttributionInput, removeAttributionInput, saveAttributionInput } from '@/lib/attributions/schema'
import type { CommandInput } from '@/lib/audit/record'

export async function saveAttributionAction(input: CommandInput<typeof saveAttributionInput>) {
  return runQuietAction(saveAttribution, input)
}

export async function removeAttributionAction(input: CommandInput<typeof removeAttributionInput>) {
  return runQuietAction(removeAttribution, input)
}

export async function copyAttributionAction(input: CommandInput<typeof copyAttributionInput>) {
  return runQuietAction(copyAttribution, input)
}
