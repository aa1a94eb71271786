import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { countUnreadNotices, findSessionUser } from '@/lib/auth/queries'
import type { Ctx } from '@/lib/context'
import { getDb } from '@/lib/db'
import { projectId } from '@/lib/ids'
import { readSessionClaim } from './session-cookie'

export const PROJECT_COOKIE = 'recoupe-project'

/** A context of nobody: for signing in, and for the links that work before that. */
export const anonymousCtx = (): Ctx => ({
  actor: { userId: null, projectId: null, role: null, isOwner: false },
  db: getDb(),
  now: new Date(),
})

/** Who asks, and in which project, as the database has it now; null when nobody is signed in. */
const findSession = cache(async () => {
  const claim = await readSessionClaim()
  const user = claim && (await findSessionUser({ db: getDb() }, claim))
  if (!user) return null
  const wanted = (await cookies()).get(PROJECT_COOKIE)?.value
  const membership = user.memberships.find(({ project }) => project.id === wanted) ?? user.memberships[0] ?? null
  const ctx: Ctx = {
    actor: {
      userId: user.id,
      projectId: membership && projectId.parse(membership.project.id),
      role: membership?.role ?? null,
      isOwner: user.isOwner,
    },
    db: getDb(),
    now: new Date(),
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

export type Viewer = Awaited<ReturnType<typeof requireViewer>>
