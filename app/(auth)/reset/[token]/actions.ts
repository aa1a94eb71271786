'use server'

import { redirect } from 'next/navigation'
import { resetPassword } from '@/lib/auth/commands/set-password-by-link'
import { answerForm, textOf } from '../../../_server/answer-form'
import { beginSession } from '../../../_server/session-cookie'
import type { FormState } from '../../../_ui/form-state'

export async function resetPasswordAction(_: FormState, form: FormData): Promise<FormState> {
  const [commandId, token] = [textOf(form, 'commandId'), textOf(form, 'token')]
  const answer = await answerForm(form, (ctx) =>
    resetPassword(ctx, { commandId, token, password: textOf(form, 'password') }),
  )
  if ('refused' in answer) return answer.refused
  await beginSession(answer.value)
  redirect('/')
}
