'use server'

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { isHttps } from '@/lib/env'
import { createProject } from '@/lib/projects/commands/create-project'
import { findCtx, PROJECT_COOKIE } from '../../../_server/actor'
import { answerForm, textOf } from '../../../_server/answer-form'
import { endSession } from '../../../_server/session-cookie'
import type { FormState } from '../../../_ui/form-state'
import { projectInput } from '../../_components/project-input'

const ONE_YEAR = 60 * 60 * 24 * 365

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
  const cookie = { path: '/', maxAge: ONE_YEAR, sameSite: 'lax', httpOnly: true, secure: isHttps() } as const
  ;(await cookies()).set(PROJECT_COOKIE, answer.value.id, cookie)
  redirect('/')
}

export async function leaveAction() {
  await endSession()
  redirect('/sign-in')
}
