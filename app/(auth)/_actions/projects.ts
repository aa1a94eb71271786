'use server'

import { redirect } from 'next/navigation'
import { findCtx } from '@/app/_server/actor'
import { answerForm, textOf } from '@/app/_server/answer-form'
import { keepProject } from '@/app/_server/project-cookie'
import { beginSession, endSession } from '@/app/_server/session-cookie'
import type { FormState } from '@/app/_ui/form-state'
import { projectInput } from '@/app/(auth)/_components/project-input'
import { newId } from '@/lib/new-id'
import { createProject } from '@/lib/projects/commands/create-project'
import { setUp } from '@/lib/projects/commands/set-up'

/** The form's names of fields that the command has inside of its own parts. */
const NAMED = {
  'user.name': 'name',
  'user.email': 'email',
  'user.password': 'password',
  'project.name': 'projectName',
  'project.kind': 'kind',
  'project.timeZone': 'timeZone',
}

export async function createProjectAction(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await findCtx()
  if (!ctx) redirect('/sign-in')
  const project = projectInput(form, textOf(form, 'id'))
  const answer = await answerForm(
    form,
    () => createProject(ctx, { ...project, commandId: textOf(form, 'commandId') }),
    { name: 'projectName' },
  )
  if ('refused' in answer) return answer.refused
  await keepProject(answer.value.id)
  redirect('/')
}

export async function leaveAction() {
  await endSession()
  redirect('/sign-in')
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
