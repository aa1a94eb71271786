import { beforeAll, describe, expect, test, vi } from 'vitest'
import { acceptInvitation, resetPassword } from '@/lib/auth/commands/set-password-by-link'
import { signIn } from '@/lib/auth/commands/sign-in'
import { findLink } from '@/lib/auth/queries'
import type { Ctx } from '@/lib/context'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { inviteMember, issueResetLink } from '@/lib/projects/commands/hand-out-link'
import { aMember, aProject, once, TEST_NOW } from '@/seeds/builders'

const db = getDb()
const nobody: Ctx = { actor: { userId: null, projectId: null, role: null, isOwner: false }, db, now: TEST_NOW }
const later = (days: number): Ctx => ({ ...nobody, now: new Date(TEST_NOW.getTime() + days * 86_400_000) })
const password = 'quatre mots sans rapport'
const invitation = (email = `${newId()}@recoupe.example`) =>
  ({ ...once(), id: newId(), userId: newId(), name: 'New Colleague', email, role: 'CHECKER' }) as const

beforeAll(() => vi.stubEnv('NEXTAUTH_SECRET', 'a secret of the tests'))

async function anInvited() {
  const { admin, project } = await aProject()
  const input = invitation()
  const { link } = await inviteMember(admin.ctx, input)
  if (!link) throw new Error('no link')
  return { admin, project, input, token: link.token }
}

describe('an invitation', () => {
  test('lets the invited set a password, sign in, and be a member', async () => {
    const { input, token, project } = await anInvited()
    const session = await acceptInvitation(nobody, { ...once(), token, name: 'Camille', password })
    expect(await signIn(nobody, { email: input.email, password }, null)).toEqual(session)
    const memberships = await db.membership.findMany({ where: { userId: session.userId } })
    expect(memberships).toMatchObject([{ id: input.id, projectId: project.id, role: 'CHECKER' }])
    const events = await db.auditEvent.findMany({ where: { entityId: session.userId }, orderBy: { sequence: 'asc' } })
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
    expect(await findLink(db, 'INVITATION', token, later(6).now)).toMatchObject({ refusal: null })
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

  test('repeated by a lost answer gives the same link, and stores no token', async () => {
    const { admin } = await aProject()
    const input = invitation()
    const first = await inviteMember(admin.ctx, input)
    expect(await inviteMember(admin.ctx, input)).toEqual(first)
    expect(await db.membership.count({ where: { userId: first.userId } })).toBe(1)
    const event = await db.auditEvent.findUniqueOrThrow({ where: { commandId: input.commandId } })
    expect(JSON.stringify([event.result, event.after])).not.toContain(first.link?.token)
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

  test('of a colleague from another desk needs no link and opens nobody’s account', async () => {
    const [one, other] = [await aProject(), await aProject()]
    const { id, link } = await inviteMember(one.admin.ctx, invitation(other.checker.user.email))
    expect(link).toBeNull()
    const membership = await db.membership.findUniqueOrThrow({ where: { id } })
    expect(membership).toMatchObject({ userId: other.checker.user.id, projectId: one.project.id })
  })
})

describe('a reset link', () => {
  const hasPassword = (person: { id: string }) =>
    db.user.update({ where: { id: person.id }, data: { passwordHash: 'set' } })
  const membershipOf = (person: { id: string }) => db.membership.findFirstOrThrow({ where: { userId: person.id } })

  test('sets a new password and ends every session; a newer link ends an older one', async () => {
    const { admin, checker } = await aProject()
    await hasPassword(checker.user)
    const { id } = await membershipOf(checker.user)
    const older = await issueResetLink(admin.ctx, { ...once(), id })
    const newer = await issueResetLink(admin.ctx, { ...once(), id })
    expect(newer.kind).toBe('PASSWORD_RESET')
    await expect(resetPassword(nobody, { ...once(), token: older.token, password })).rejects.toMatchObject({
      reasons: [{ key: 'auth.linkExpired' }],
    })
    expect(await resetPassword(nobody, { ...once(), token: newer.token, password })).toMatchObject({ epoch: 1 })
    await expect(signIn(nobody, { email: checker.user.email, password }, null)).resolves.toMatchObject({ epoch: 1 })
  })

  test('for who has no password yet is an invitation', async () => {
    const { admin, checker } = await aProject()
    const { id } = await membershipOf(checker.user)
    expect(await issueResetLink(admin.ctx, { ...once(), id })).toMatchObject({ kind: 'INVITATION' })
  })

  test('is not for outsiders: a foreign project’s membership does not exist', async () => {
    const [one, other] = [await aProject(), await aProject()]
    const { id } = await membershipOf(other.checker.user)
    await expect(issueResetLink(one.admin.ctx, { ...once(), id })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('opens no account that reaches further than the admin', async () => {
    const [one, other] = [await aProject(), await aProject()]
    const { user } = await aMember(db, one.project, 'EDITOR', 'On two desks')
    const { id } = await membershipOf(user)
    await db.membership.create({ data: { id: newId(), projectId: other.project.id, userId: user.id, role: 'ADMIN' } })
    await expect(issueResetLink(one.admin.ctx, { ...once(), id })).rejects.toMatchObject({
      code: 'refused',
      reasons: [{ key: 'team.linkElsewhere' }],
    })
    const { id: ownerId } = await membershipOf(one.editor.user)
    await db.user.update({ where: { id: one.editor.user.id }, data: { isOwner: true } })
    await expect(issueResetLink(one.admin.ctx, { ...once(), id: ownerId })).rejects.toMatchObject({
      reasons: [{ key: 'team.linkForOwner' }],
    })
    const asOwner = { ...one.admin.ctx, actor: { ...one.admin.ctx.actor, isOwner: true } }
    await expect(issueResetLink(asOwner, { ...once(), id })).resolves.toBeTruthy()
  })
})
