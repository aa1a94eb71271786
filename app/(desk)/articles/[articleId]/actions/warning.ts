'use server'

import { runAction } from '@/app/_server/action'
import type { CommandInput } from '@/lib/audit/record'
import { removeWarning, saveWarning } from '@/lib/warnings/commands'
import type { removeWarningInput, saveWarningInput } from '@/lib/warnings/schema'

export async function saveWarningAction(input: CommandInput<typeof saveWarningInput>) {
  return runAction(saveWarning, input)
}

export async function removeWarningAction(input: CommandInput<typeof removeWarningInput>) {
  return runAction(removeWarning, input)
}
