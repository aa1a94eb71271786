'use server'

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { PROJECT_COOKIE, requireViewer } from '@/app/_server/actor'
import { endSession } from '@/app/_server/session-cookie'
import { isHttps } from '@/lib/env'

const ONE_YEAR = 60 * 60 * 24 * 365

/** On this device; "everywhere" is on the account's page. */
export async function signOut() {
  await endSession()
  redirect('/sign-in')
}

/** Shows another of one's own projects; one that is not one's own changes nothing. */
export async function showProject(form: FormData) {
  const wanted = form.get('project')
  const project = (await requireViewer()).projects.find(({ id }) => id === wanted)
  const cookie = { path: '/', maxAge: ONE_YEAR, sameSite: 'lax', httpOnly: true, secure: isHttps() } as const
  if (project) (await cookies()).set(PROJECT_COOKIE, project.id, cookie)
  redirect('/')
}
