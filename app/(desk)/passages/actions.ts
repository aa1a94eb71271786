'use server'

import { runAction } from '@/app/_server/action'
import type { CommandInput } from '@/lib/audit/record'
import { linkClaims } from '@/lib/independence/commands/link-claims'
import type { linkClaimsInput } from '@/lib/independence/schema'
import { decidePassage, takeBackPassageDecision } from '@/lib/passages/commands/decide-passage'
import type { decidePassageInput, takeBackPassageDecisionInput } from '@/lib/passages/schema'

export async function decidePassageAction(input: CommandInput<typeof decidePassageInput>) {
  return runAction(decidePassage, input)
}

export async function takeBackPassageDecisionAction(input: CommandInput<typeof takeBackPassageDecisionInput>) {
  return runAction(takeBackPassageDecision, input)
}

export async function linkClaimsOfPassageAction(input: CommandInput<typeof linkClaimsInput>) {
  return runAction(linkClaims, input)
}
