'use server'

import { redirect } from 'next/navigation'
import { runAction } from '@/app/_server/action'
import { withAddress } from '@/app/_server/link-address'
import { getReaderLocale } from '@/app/_server/locale'
import { beginSession, endSession } from '@/app/_server/session-cookie'
import type { CommandInput } from '@/lib/audit/record'
import { disableUser, enableUser } from '@/lib/auth/commands/disable-user'
import { endOtherSessions, endSession as endOwnSession } from '@/lib/auth/commands/end-session'
import { issueResetLink } from '@/lib/auth/commands/issue-reset-link'
import { readLinkNotices } from '@/lib/auth/commands/link-notices'
import { changePassword, renameSelf, signOutEverywhere } from '@/lib/auth/commands/own-account'
import type {
  changePasswordInput,
  disableUserInput,
  enableUserInput,
  endOtherSessionsInput,
  endSessionInput,
  issueResetLinkInput,
  readLinkNoticesInput,
  renameInput,
  signOutEverywhereInput,
} from '@/lib/auth/schema'
import type { Ctx } from '@/lib/context'

/** On this device; "everywhere" is on the account's page. */
export async function signOut() {
  await endSession()
  redirect('/sign-in')
}

export async function renameAction(input: CommandInput<typeof renameInput>) {
  return runAction(renameSelf, input)
}

export async function changePasswordAction(input: CommandInput<typeof changePasswordInput>) {
  return runAction(async (ctx, raw: typeof input) => {
    // All sessions have ended: this one begins anew.
    await beginSession(await changePassword(ctx, raw))
    return null
  }, input)
}

export async function signOutEverywhereAction(input: CommandInput<typeof signOutEverywhereInput>) {
  const answer = await runAction(signOutEverywhere, input)
  if (!answer.ok) return answer
  await endSession()
  redirect('/sign-in')
}

export async function endSessionAction(input: CommandInput<typeof endSessionInput>) {
  return runAction(endOwnSession, input)
}

export async function endOtherSessionsAction(input: CommandInput<typeof endOtherSessionsInput>) {
  return runAction(endOtherSessions, input)
}

export const readLinkNoticesAction = async (input: CommandInput<typeof readLinkNoticesInput>) =>
  runAction(readLinkNotices, input)

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
