'use server'

import { runAction } from '@/app/_server/action'
import type { CommandInput } from '@/lib/audit/record'
import { decideCopy, takeBackCopyDecision } from '@/lib/copies/commands/decide-copy'
import type { decideCopyInput, takeBackCopyDecisionInput } from '@/lib/copies/schema'
import { linkClaims } from '@/lib/independence/commands/link-claims'
import type { linkClaimsInput } from '@/lib/independence/schema'

export async function decideCopyAction(input: CommandInput<typeof decideCopyInput>) {
  return runAction(decideCopy, input)
}

export async function takeBackCopyDecisionAction(input: CommandInput<typeof takeBackCopyDecisionInput>) {
  return runAction(takeBackCopyDecision, input)
}

export async function linkClaimsOfSentenceAction(input: CommandInput<typeof linkClaimsInput>) {
  return runAction(linkClaims, input)
}
