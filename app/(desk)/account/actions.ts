'use server'

import { redirect } from 'next/navigation'
import { runAction } from '@/app/_server/action'
import { beginSession, endSession } from '@/app/_server/session-cookie'
import type { CommandInput } from '@/lib/audit/record'
import { endOtherSessions, endSession as endOwnSession } from '@/lib/auth/commands/end-session'
import { changePassword, renameSelf, signOutEverywhere } from '@/lib/auth/commands/own-account'
import type {
  changePasswordInput,
  endOtherSessionsInput,
  endSessionInput,
  renameInput,
  signOutEverywhereInput,
} from '@/lib/auth/schema'

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
