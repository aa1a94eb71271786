'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { findCtx } from '@/app/_server/actor'
import { anonymousCtx } from '@/app/_server/anonymous'
import { answerForm, textOf } from '@/app/_server/answer-form'
import { getReaderLocale } from '@/app/_server/locale'
import { keepProject } from '@/app/_server/project-cookie'
import { requestOrigin } from '@/app/_server/request-origin'
import { returnPath } from '@/app/_server/return-path'
import { beginSession, checkCredentials, endSession } from '@/app/_server/session-cookie'
import type { FormState } from '@/app/_ui/form-state'
import { askForReset, sendAskedReset } from '@/lib/auth/commands/ask-reset'
import { joinProject } from '@/lib/auth/commands/join-project'
import { acceptInvitation, resetPassword } from '@/lib/auth/commands/set-password-by-link'

const signInPage = (token: string) => `/sign-in?next=${encodeURIComponent(`/join/${token}`)}`

export async function askResetAction(_: FormState, form: FormData): Promise<FormState> {
  const [{ address }, language] = [await requestOrigin(), await getReaderLocale()]
  const answer = await answerForm(form, (ctx) => askForReset(ctx, { email: textOf(form, 'email'), language }, address))
  if ('refused' in answer) return answer.refused
  // Once the answer is out: whether somebody has the address shows neither in what it says nor in how long it takes.
  after(() => sendAskedReset(anonymousCtx(), answer.value, address).catch(console.error))
  redirect('/forgotten?asked=1')
}

export async function acceptInvitationAction(_: FormState, form: FormData): Promise<FormState> {
  const [commandId, token] = [textOf(form, 'commandId'), textOf(form, 'token')]
  const answer = await answerForm(form, (ctx) =>
    acceptInvitation(ctx, { commandId, token, name: textOf(form, 'name'), password: textOf(form, 'password') }),
  )
  if ('refused' in answer) return answer.refused
  await beginSession(answer.value)
  redirect('/')
}

export async function joinProjectAction(_: FormState, form: FormData): Promise<FormState> {
  const [commandId, token] = [textOf(form, 'commandId'), textOf(form, 'token')]
  const ctx = await findCtx()
  if (!ctx) redirect(signInPage(token))
  const answer = await answerForm(form, () => joinProject(ctx, { commandId, token }))
  if ('refused' in answer) return answer.refused
  await keepProject(answer.value.projectId)
  redirect('/')
}

/** For whoever is signed in as somebody else: the link waits at the page of signing in. */
export async function signInAsAnotherAction(form: FormData) {
  await endSession()
  redirect(signInPage(textOf(form, 'token')))
}

export async function resetPasswordAction(_: FormState, form: FormData): Promise<FormState> {
  const [commandId, token] = [textOf(form, 'commandId'), textOf(form, 'token')]
  const answer = await answerForm(form, (ctx) =>
    resetPassword(ctx, { commandId, token, password: textOf(form, 'password') }),
  )
  if ('refused' in answer) return answer.refused
  await beginSession(answer.value)
  redirect('/')
}

export async function signInAction(_: FormState, form: FormData): Promise<FormState> {
  const credentials = { email: textOf(form, 'email'), password: textOf(form, 'password') }
  const answer = await answerForm(form, async () => beginSession(await checkCredentials(credentials)))
  if ('refused' in answer) return answer.refused
  redirect(returnPath(textOf(form, 'next')))
}
