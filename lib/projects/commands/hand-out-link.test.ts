import { beforeAll, describe, expect, test, vi } from 'vitest'
import { beginSession } from '@/lib/auth/commands/begin-session'
import { issueResetLink } from '@/lib/auth/commands/issue-reset-link'
import { joinProject } from '@/lib/auth/commands/join-project'
import { acceptInvitation, resetPassword } from '@/lib/auth/commands/set-password-by-link'
import { signIn } from '@/lib/auth/commands/sign-in'
import { findLink } from '@/lib/auth/queries/find-link'
import { findSession } from '@/lib/auth/queries/sessions'
import type { Ctx } from '@/lib/context'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { inviteMember, renewInvitation } from '@/lib/projects/commands/hand-out-link'
import { actingAs, aProject, aUser, once, TEST_NOW } from '@/seeds/builders'

const db = getDb()
const nobody: Ctx = { actor: { userId: null, projectId: null, role: null, isOwner: false }, db, now: TEST_NOW }
const later = (days: number): Ctx => ({ ...nobody, now: new Date(TEST_NOW.getTime() + days * 86_400_000) })
const password = 'quatre mots sans rapport'
const invitation = (email = `${newId()}@recoupe.example`) =>
  ({ ...once(), id: newId(), userId: newId(), name: 'New Colleague', email, role: 'CHECKER' }) as const

const hasPassword = (person: { id: string }) =>
  db.user.update({ where: { id: person.id }, data: { passwordHash: 'set' } })
const membershipOf = (person: { id: string }) => db.membership.findFirstOrThrow({ where: { userId: person.id } })

beforeAll(() => vi.stubEnv('NEXTAUTH_SECRET', 'a secret of the tests'))

async function anInvited() {
  const { admin, project } = await aProject()
  const input = invitation()
  const { link } = await inviteMember(admin.ctx, input)
  return { admin, project, input, token: link.token }
}

describe('an invitation', () => {
  test('lets the invited set a password, sign in, and be a member', async () => {
    const { input, token, project } = await anInvited()
    const session = await acceptInvitation(nobody, { ...once(), token, name: 'Camille', password })
    expect(await signIn(nobody, { email: input.email, password }, null)).toEqual(session)
    const memberships = await db.membership.findMany({ where: { userId: session.userId } })
    expect(memberships).toMatchObject([{ id: input.id, projectId: project.id, role: 'CHECKER' }])
    const events = await db.auditEntry.findMany({ where: { entityId: session.userId }, orderBy: { sequence: 'asc' } })
    expect(events.map(({ action, actorId }) => [action, actorId === session.userId])).toEqual([
      ['user:invite', false],
      ['user:acceptInvitation', true],
    ])
  })

  test('works once, also for two who try at the same moment', async () => {
    const { token } = await anInvited()
    const accept = () => acceptInvitation(nobody, { ...once(), token, name: 'Camille', password })
    const answers = await Promise.allSettled([accept(), accept()])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(accept()).rejects.toMatchObject({ code: 'refused', reasons: [{ key: 'auth.linkUsed' }] })
  })

  test('ends after seven days; looking at it uses nothing up', async () => {
    const { token } = await anInvited()
    expect(await findLink(db, 'INVITATION', token, later(6).now)).toMatchObject({ refusals: [] })
    await expect(acceptInvitation(later(7), { ...once(), token, name: 'Camille', password })).rejects.toMatchObject({
      code: 'refused',
      reasons: [{ key: 'auth.linkExpired' }],
    })
    await acceptInvitation(later(6), { ...once(), token, name: 'Camille', password })
  })

  test('is no other kind of link, and a made-up token is none', async () => {
    const { token } = await anInvited()
    const unknown = { code: 'refused', reasons: [{ key: 'auth.linkUnknown' }] }
    await expect(resetPassword(nobody, { ...once(), token, password })).rejects.toMatchObject(unknown)
    const madeUp = 'x'.repeat(43)
    await expect(
      acceptInvitation(nobody, { ...once(), token: madeUp, name: 'Camille', password }),
    ).rejects.toMatchObject(unknown)
  })

  test('with a bad password uses the link not up', async () => {
    const { token, input } = await anInvited()
    await expect(
      acceptInvitation(nobody, { ...once(), token, name: 'Camille', password: input.email }),
    ).rejects.toMatchObject({ code: 'invalid', reasons: [{ key: 'auth.passwordKnown', path: 'password' }] })
    await acceptInvitation(nobody, { ...once(), token, name: 'Camille', password })
  })

  test('repeated after the secret was rotated gives the same link, and is refused once that secret is gone', async () => {
    const { admin } = await aProject()
    const input = invitation()
    const first = await inviteMember(admin.ctx, input)
    const before = process.env.NEXTAUTH_SECRET ?? ''
    vi.stubEnv('NEXTAUTH_SECRET', 'another secret of the tests')
    vi.stubEnv('NEXTAUTH_SECRET_OLD', before)
    expect(await inviteMember(admin.ctx, input)).toEqual(first)
    vi.stubEnv('NEXTAUTH_SECRET_OLD', '')
    await expect(inviteMember(admin.ctx, input)).rejects.toMatchObject({
      code: 'refused',
      reasons: [{ key: 'auth.linkNotRepeated' }],
    })
    vi.stubEnv('NEXTAUTH_SECRET', before)
  })

  test('repeated by a lost answer gives the same link, and stores no token', async () => {
    const { admin } = await aProject()
    const input = invitation()
    const first = await inviteMember(admin.ctx, input)
    expect(await inviteMember(admin.ctx, input)).toEqual(first)
    expect(await db.membership.count({ where: { userId: first.userId } })).toBe(1)
    const event = await db.auditEntry.findUniqueOrThrow({ where: { commandId: input.commandId } })
    expect(JSON.stringify([event.result, event.after])).not.toContain(first.link.token)
  })

  test('is an admin’s to give', async () => {
    const { viewer, editor } = await aProject()
    for (const { ctx } of [viewer, editor])
      await expect(inviteMember(ctx, invitation())).rejects.toMatchObject({
        code: 'forbidden',
        reasons: [{ key: 'permission.admin' }],
      })
  })

  test('is refused for who is a member, and for who was', async () => {
    const { admin, checker } = await aProject()
    const again = () => inviteMember(admin.ctx, invitation(checker.user.email))
    await expect(again()).rejects.toMatchObject({ reasons: [{ key: 'team.alreadyMember', path: 'email' }] })
    await db.membership.updateMany({ where: { userId: checker.user.id }, data: { endedAt: TEST_NOW } })
    await expect(again()).rejects.toMatchObject({ reasons: [{ key: 'team.memberEnded' }] })
  })

  test('of a colleague from another desk opens nobody’s account, and lets them in with their own', async () => {
    const [one, other] = [await aProject(), await aProject()]
    await hasPassword(other.checker.user)
    await db.user.update({ where: { id: other.checker.user.id }, data: { name: 'Camille' } })
    const { id, link } = await inviteMember(one.admin.ctx, invitation(other.checker.user.email))
    expect(link.kind).toBe('JOIN')
    const nowhere = { address: null, userAgent: null }
    const { token } = await beginSession(nobody, { userId: other.checker.user.id, epoch: 0 }, nowhere, null)
    const isMember = async () =>
      (await findSession(nobody, token))?.user.memberships.some(({ project }) => project.id === one.project.id)
    expect(await isMember()).toBe(false)
    await expect(
      acceptInvitation(nobody, { ...once(), token: link.token, name: 'Camille', password }),
    ).rejects.toMatchObject({ reasons: [{ key: 'auth.linkUnknown' }] })
    await expect(joinProject(other.editor.ctx, { ...once(), token: link.token })).rejects.toMatchObject({
      reasons: [{ key: 'auth.linkOtherPerson' }],
    })
    expect(await joinProject(other.checker.ctx, { ...once(), token: link.token })).toEqual({
      projectId: one.project.id,
    })
    expect(await isMember()).toBe(true)
    const event = await db.auditEntry.findFirstOrThrow({ where: { action: 'user:joinProject' } })
    expect(event).toMatchObject({ projectId: one.project.id, actorId: other.checker.user.id })
    expect(await db.membership.findUniqueOrThrow({ where: { id } })).toMatchObject({ role: 'CHECKER', version: 2 })
  })

  test('that is out already is renewed, not made twice', async () => {
    const { admin, input, token } = await anInvited()
    await expect(inviteMember(admin.ctx, invitation(input.email))).rejects.toMatchObject({
      reasons: [{ key: 'team.alreadyInvited', path: 'email' }],
    })
    const newer = await renewInvitation(admin.ctx, { ...once(), id: input.id })
    await expect(acceptInvitation(nobody, { ...once(), token, name: 'Camille', password })).rejects.toMatchObject({
      reasons: [{ key: 'auth.linkSuperseded' }],
    })
    await acceptInvitation(nobody, { ...once(), token: newer.token, name: 'Camille', password })
    await expect(renewInvitation(admin.ctx, { ...once(), id: input.id })).rejects.toMatchObject({
      reasons: [{ key: 'team.hasJoined' }],
    })
  })

  test('is not for outsiders: a foreign project’s membership does not exist', async () => {
    const [one, other] = [await aProject(), await aProject()]
    const { id } = await membershipOf(other.checker.user)
    await expect(renewInvitation(one.admin.ctx, { ...once(), id })).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('a reset link', () => {
  async function anOwnerAnd() {
    const team = await aProject()
    await hasPassword(team.checker.user)
    const owner = actingAs(await aUser(db, 'Owner', true), null, null)
    return { ...team, owner, input: () => ({ ...once(), userId: team.checker.user.id, reason: 'Je connais sa voix.' }) }
  }

  test('sets a new password and ends every session; a newer link ends an older one', async () => {
    const { checker, owner, input } = await anOwnerAnd()
    const older = await issueResetLink(owner, input())
    const newer = await issueResetLink(owner, input())
    expect(newer.kind).toBe('PASSWORD_RESET')
    await expect(resetPassword(nobody, { ...once(), token: older.token, password })).rejects.toMatchObject({
      reasons: [{ key: 'auth.linkSuperseded' }],
    })
    expect(await resetPassword(nobody, { ...once(), token: newer.token, password })).toMatchObject({ epoch: 1 })
    await expect(signIn(nobody, { email: checker.user.email, password }, null)).resolves.toMatchObject({ epoch: 1 })
  })

  test('is the owner’s alone to make, with a reason, and never for themselves', async () => {
    const { admin, editor, owner, input } = await anOwnerAnd()
    for (const { ctx } of [admin, editor])
      await expect(issueResetLink(ctx, input())).rejects.toMatchObject({
        code: expect.stringMatching(/^(forbidden|not-found)$/),
      })
    await expect(issueResetLink(owner, { ...input(), reason: '  ' })).rejects.toMatchObject({ code: 'invalid' })
    const self = { ...input(), userId: String(owner.actor.userId) }
    await db.user.update({ where: { id: self.userId }, data: { passwordHash: 'set' } })
    await expect(issueResetLink(owner, self)).rejects.toMatchObject({ reasons: [{ key: 'auth.resetSelf' }] })
  })

  test('belongs to the installation in the audit log, and says why', async () => {
    const { owner, input, project, checker } = await anOwnerAnd()
    const inAProject = {
      ...owner,
      actor: { ...owner.actor, projectId: actingAs(checker.user, project, null).actor.projectId },
    }
    const asked = input()
    const { token } = await issueResetLink(inAProject, asked)
    await resetPassword(nobody, { ...once(), token, password })
    const events = await db.auditEntry.findMany({ where: { entityId: checker.user.id }, orderBy: { sequence: 'asc' } })
    expect(events).toMatchObject([
      { action: 'user:issueResetLink', projectId: null, actorId: owner.actor.userId, reason: asked.reason },
      { action: 'user:resetPassword', projectId: null, actorId: checker.user.id, reason: asked.reason },
    ])
    expect(JSON.stringify(events.map(({ sequence: _, ...rest }) => rest))).not.toContain(token)
  })

  test('is not for who has no password: their project invites them', async () => {
    const { owner, input, editor } = await anOwnerAnd()
    await expect(issueResetLink(owner, { ...input(), userId: editor.user.id })).rejects.toMatchObject({
      reasons: [{ key: 'auth.resetNoPassword' }],
    })
  })
})
