'use server'

import { redirect } from 'next/navigation'
import { newId } from '@/lib/ids'
import { setUp } from '@/lib/projects/commands/set-up'
import { answerForm, textOf } from '../../../_server/answer-form'
import { beginSession } from '../../../_server/session-cookie'
import type { FormState } from '../../../_ui/form-state'
import { projectInput } from '../../_components/project-input'

/** The form's names of fields that the command has inside of its own parts. */
const NAMED = {
  'user.name': 'name',
  'user.email': 'email',
  'user.password': 'password',
  'project.name': 'projectName',
  'project.kind': 'kind',
  'project.timeZone': 'timeZone',
}

export async function setUpAction(_: FormState, form: FormData): Promise<FormState> {
  const [commandId, token] = [textOf(form, 'commandId'), textOf(form, 'token')]
  const user = {
    id: newId(),
    name: textOf(form, 'name'),
    email: textOf(form, 'email'),
    password: textOf(form, 'password'),
  }
  const answer = await answerForm(
    form,
    (ctx) => setUp(ctx, { commandId, token, user, project: projectInput(form, newId()) }),
    NAMED,
  )
  if ('refused' in answer) return answer.refused
  await beginSession(answer.value)
  redirect('/')
}
