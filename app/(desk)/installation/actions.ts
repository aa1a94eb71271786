'use server'

import { runAction } from '@/app/_server/action'
import { withAddress } from '@/app/_server/link-address'
import { getReaderLocale } from '@/app/_server/locale'
import type { CommandInput } from '@/lib/audit/record'
import { disableUser, enableUser } from '@/lib/auth/commands/disable-user'
import { issueResetLink } from '@/lib/auth/commands/issue-reset-link'
import type { disableUserInput, enableUserInput, issueResetLinkInput } from '@/lib/auth/schema'
import type { Ctx } from '@/lib/context'

export async function issueResetLinkAction(input: CommandInput<typeof issueResetLinkInput>) {
  return runAction(
    async (ctx: Ctx, raw: typeof input) =>
      withAddress(await issueResetLink(ctx, { ...raw, language: await getReaderLocale() })),
    input,
  )
}

export async function disableUserAction(input: CommandInput<typeof disableUserInput>) {
  return runAction(disableUser, input)
}

export async function enableUserAction(input: CommandInput<typeof enableUserInput>) {
  return runAction(enableUser, input)
}
