'use server'

import { redirect } from 'next/navigation'
import { answerForm, textOf } from '../../_server/answer-form'
import { returnPath } from '../../_server/return-path'
import { beginSession, checkCredentials } from '../../_server/session-cookie'
import type { FormState } from '../../_ui/form-state'

export async function signInAction(_: FormState, form: FormData): Promise<FormState> {
  const credentials = { email: textOf(form, 'email'), password: textOf(form, 'password') }
  const answer = await answerForm(form, async () => beginSession(await checkCredentials(credentials)))
  if ('refused' in answer) return answer.refused
  redirect(returnPath(textOf(form, 'next')))
}
