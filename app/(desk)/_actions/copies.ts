'use server'

import { runAction } from '@/app/_server/action'
import type { CommandInput } from '@/lib/audit/record'
import { decideCopy, takeBackCopyDecision } from '@/lib/copies/commands/decide-copy'
import type { decideCopyInput, takeBackCopyDecisionInput } from '@/lib/copies/schema'

export async function decideCopyAction(input: CommandInput<typeof decideCopyInput>) {
  return runAction(decideCopy, input)
}

export async function takeBackCopyDecisionAction(input: CommandInput<typeof takeBackCopyDecisionInput>) {
  return runAction(takeBackCopyDecision, input)
}
