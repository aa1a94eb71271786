'use server'

import { redirect } from 'next/navigation'
import { signIn } from '@/lib/auth/commands/sign-in'
import { answerForm, textOf } from '../../_server/answer-form'
import { clientAddress } from '../../_server/client-address'
import { returnPath } from '../../_server/return-path'
import { beginSession } from '../../_server/session-cookie'
import type { FormState } from '../../_ui/form-state'

export async function signInAction(_: FormState, form: FormData): Promise<FormState> {
  const credentials = { email: textOf(form, 'email'), password: textOf(form, 'password') }
  const answer = await answerForm(form, async (ctx) => signIn(ctx, credentials, await clientAddress()))
  if ('refused' in answer) return answer.refused
  await beginSession(answer.value)
  redirect(returnPath(textOf(form, 'next')))
}
