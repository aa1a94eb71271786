'use server'

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { joinProject } from '@/lib/auth/commands/join-project'
import { isHttps } from '@/lib/env'
import { findCtx, PROJECT_COOKIE } from '../../../_server/actor'
import { answerForm, textOf } from '../../../_server/answer-form'
import { endSession } from '../../../_server/session-cookie'
import type { FormState } from '../../../_ui/form-state'

const ONE_YEAR = 60 * 60 * 24 * 365

const signInPage = (token: string) => `/sign-in?next=${encodeURIComponent(`/join/${token}`)}`

export async function joinProjectAction(_: FormState, form: FormData): Promise<FormState> {
  const [commandId, token] = [textOf(form, 'commandId'), textOf(form, 'token')]
  const ctx = await findCtx()
  if (!ctx) redirect(signInPage(token))
  const answer = await answerForm(form, () => joinProject(ctx, { commandId, token }))
  if ('refused' in answer) return answer.refused
  const cookie = { path: '/', maxAge: ONE_YEAR, sameSite: 'lax', httpOnly: true, secure: isHttps() } as const
  ;(await cookies()).set(PROJECT_COOKIE, answer.value.projectId, cookie)
  redirect('/')
}

/** For whoever is signed in as somebody else: the link waits at the page of signing in. */
export async function signInAsAnotherAction(form: FormData) {
  await endSession()
  redirect(signInPage(textOf(form, 'token')))
}
