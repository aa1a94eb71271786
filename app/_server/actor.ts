import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { touchSession } from '@/lib/auth/commands/touch-session'
import { countUnreadNotices } from '@/lib/auth/queries'
import { findSession as findSessionOf } from '@/lib/auth/queries/sessions'
import { isSeenLongAgo } from '@/lib/auth/session'
import type { Ctx } from '@/lib/context'
import { getDb } from '@/lib/db'
import { projectId } from '@/lib/ids'
import { readKeptProject } from './project-cookie'
import { readSessionToken } from './session-cookie'

/** Who asks, and in which project, as the database has it now; null when nobody is signed in. */
const findSession = cache(async () => {
  const token = await readSessionToken()
  const asked = { db: getDb(), now: new Date() }
  const session = token && (await findSessionOf(asked, token))
  if (!session) return null
  const { user } = session
  // Nobody waits for this, and a page does not fail for it.
  if (isSeenLongAgo(session.lastSeenAt, asked.now)) touchSession(asked, session.id).catch(console.error)
  const wanted = await readKeptProject()
  const membership = user.memberships.find(({ project }) => project.id === wanted) ?? user.memberships[0] ?? null
  const ctx: Ctx = {
    actor: {
      userId: user.id,
      projectId: membership && projectId.parse(membership.project.id),
      role: membership?.role ?? null,
      isOwner: user.isOwner,
      sessionId: session.id,
    },
    ...asked,
  }
  return { user, membership, ctx }
})

/** The context of the signed-in person, or null. */
export async function findCtx(): Promise<Ctx | null> {
  return (await findSession())?.ctx ?? null
}

async function requireSession() {
  const session = await findSession()
  if (session) return session
  const path = (await headers()).get('x-path')
  redirect(path && path !== '/' ? `/sign-in?next=${encodeURIComponent(path)}` : '/sign-in')
}

async function requireMembership() {
  const { membership, ...session } = await requireSession()
  if (!membership) redirect('/projects/new')
  return { ...session, membership }
}

/** The context of this request. Whoever is not signed in is sent to sign in, whoever has no project to where they get one. */
export async function getCtx(): Promise<Ctx> {
  return (await requireMembership()).ctx
}

/** The signed-in person, whether or not they have a project. */
export async function requireUser() {
  const { user, membership } = await requireSession()
  const { id, name, email, isOwner } = user
  return { user: { id, name, email, isOwner }, membership }
}

/** What the desk's frame shows of the signed-in person; redirects as `getCtx` does. */
export const requireViewer = cache(async () => {
  const { user, membership } = await requireMembership()
  const { id, name, email, isOwner } = user
  return {
    user: { id, name, email, isOwner },
    membership: { role: membership.role },
    project: membership.project,
    projects: user.memberships.map(({ project }) => ({ id: project.id, name: project.name, kind: project.kind })),
    unreadNotices: await countUnreadNotices({ db: getDb() }, id, membership.project.id),
  }
})
