'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { askForReset, sendAskedReset } from '@/lib/auth/commands/ask-reset'
import { anonymousCtx } from '../../_server/anonymous'
import { answerForm, textOf } from '../../_server/answer-form'
import { getReaderLocale } from '../../_server/locale'
import { requestOrigin } from '../../_server/request-origin'
import type { FormState } from '../../_ui/form-state'

export async function askResetAction(_: FormState, form: FormData): Promise<FormState> {
  const [{ address }, language] = [await requestOrigin(), await getReaderLocale()]
  const answer = await answerForm(form, (ctx) => askForReset(ctx, { email: textOf(form, 'email'), language }, address))
  if ('refused' in answer) return answer.refused
  // Once the answer is out: whether somebody has the address shows neither in what it says nor in how long it takes.
  after(() => sendAskedReset(anonymousCtx(), answer.value, address).catch(console.error))
  redirect('/forgotten?asked=1')
}
