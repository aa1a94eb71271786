'use server'

import { runAction } from '@/app/_server/action'
import type { CommandInput } from '@/lib/audit/record'
import { addConfidentialSource, sealIdentity } from '@/lib/sources/commands/confidential-source'
import { seeIdentity } from '@/lib/sources/commands/see-identity'
import type { addConfidentialInput, sealIdentityInput, seeIdentityInput } from '@/lib/sources/confidential'

export async function addConfidentialAction(input: CommandInput<typeof addConfidentialInput>) {
  return runAction(addConfidentialSource, input)
}

export async function sealIdentityAction(input: CommandInput<typeof sealIdentityInput>) {
  return runAction(sealIdentity, input)
}

export async function seeIdentityAction(input: CommandInput<typeof seeIdentityInput>) {
  return runAction(seeIdentity, input)
}
