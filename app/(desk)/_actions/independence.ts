'use server'

import { runAction } from '@/app/_server/action'
import { getCtx } from '@/app/_server/actor'
import type { CommandInput } from '@/lib/audit/record'
import { decideOrigin, takeBackDecision } from '@/lib/independence/commands/decide-origin'
import { linkClaims, unlinkClaims } from '@/lib/independence/commands/link-claims'
import { searchClaimsToLink } from '@/lib/independence/queries/search-claims'
import { suggestLinks } from '@/lib/independence/queries/suggest-links'
import type {
  decideOriginInput,
  linkClaimsInput,
  takeBackDecisionInput,
  unlinkClaimsInput,
} from '@/lib/independence/schema'

export async function decideOriginAction(input: CommandInput<typeof decideOriginInput>) {
  return runAction(decideOrigin, input)
}

export async function takeBackDecisionAction(input: CommandInput<typeof takeBackDecisionInput>) {
  return runAction(takeBackDecision, input)
}

export async function linkClaimsAction(input: CommandInput<typeof linkClaimsInput>) {
  return runAction(linkClaims, input)
}

export async function unlinkClaimsAction(input: CommandInput<typeof unlinkClaimsInput>) {
  return runAction(unlinkClaims, input)
}

/** What the dialog of linking begins with. */
export async function suggestLinksAction(claimId: string) {
  return suggestLinks(await getCtx(), claimId)
}

/** What the dialog of linking lists while somebody types. */
export async function searchClaimsToLinkAction(claimId: string, words: string) {
  return searchClaimsToLink(await getCtx(), claimId, words)
}
