import { expect, test } from 'vitest'
import { beginSession } from '@/lib/auth/commands/begin-session'
import { disableUser, enableUser } from '@/lib/auth/commands/disable-user'
import { ensureUser } from '@/lib/auth/commands/ensure-user'
import { issueResetLink } from '@/lib/auth/commands/issue-reset-link'
import { signIn } from '@/lib/auth/commands/sign-in'
import { findLink } from '@/lib/auth/queries/find-link'
import { findSession } from '@/lib/auth/queries/sessions'
import { getDb } from '@/lib/db'
import { newId, userId } from '@/lib/ids'
import { actingAs, aProject, makeOwner, once, TEST_NOW } from '@/seeds/builders'

const db = getDb()
const password = 'quatre mots sans rapport'
const nowhere = { address: null, userAgent: null }

async function anOwner() {
  const email = `owner.${newId()}@recoupe.example`
  const id = await ensureUser(db, { email, name: 'Owner', password })
  await makeOwner(id)
  return { id, ctx: actingAs({ id, isOwner: true }, null, null) }
}

async function aTeam() {
  const { checker, admin } = await aProject()
  await ensureUser(db, { email: checker.user.email, name: 'Checker', password })
  return { checker: { ...checker, id: userId.parse(checker.user.id) }, admin, owner: await anOwner() }
}

test('who is disabled is out at once, by every door, until enabled again', async () => {
  const { checker, owner } = await aTeam()
  const credentials = { email: checker.user.email, password }
  const begin = async () => beginSession(checker.ctx, await signIn(checker.ctx, credentials, null), nowhere, null)
  const { token } = await begin()
  const { token: link } = await issueResetLink(owner.ctx, { ...once(), userId: checker.id, reason: 'Oublié' })
  const isDead = async () => (await findLink(db, 'PASSWORD_RESET', link, TEST_NOW)).refusals.length > 0
  expect(await isDead()).toBe(false)

  await disableUser(owner.ctx, { ...once(), id: checker.id, reason: 'A parti' })
  expect(await findSession(checker.ctx, token)).toBeNull()
  await expect(begin()).rejects.toMatchObject({ reasons: [{ key: 'auth.wrongCredentials' }] })
  expect(await isDead()).toBe(true)
  await expect(disableUser(owner.ctx, { ...once(), id: checker.id })).rejects.toMatchObject({
    reasons: [{ key: 'auth.alreadyDisabled' }],
  })

  await enableUser(owner.ctx, { ...once(), id: checker.id })
  expect(await findSession(checker.ctx, token)).toBeNull()
  expect(await isDead()).toBe(true)
  expect(await findSession(checker.ctx, (await begin()).token)).not.toBeNull()
  const rows = await db.auditEntry.findMany({ where: { entityId: checker.id }, orderBy: { sequence: 'asc' } })
  expect(rows.map(({ action, projectId, reason }) => [action, projectId, reason])).toEqual([
    ['signIn:succeed', null, null],
    ['user:issueResetLink', null, 'Oublié'],
    ['user:disable', null, 'A parti'],
    ['signIn:fail', null, null],
    ['user:enable', null, null],
    ['signIn:succeed', null, null],
  ])
})

test('is an owner’s, and never done to oneself or the last owner', async () => {
  const { checker, admin, owner } = await aTeam()
  await expect(disableUser(admin.ctx, { ...once(), id: checker.id })).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(enableUser(admin.ctx, { ...once(), id: checker.id })).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(disableUser(owner.ctx, { ...once(), id: owner.id })).rejects.toMatchObject({ code: 'refused' })
  await expect(enableUser(owner.ctx, { ...once(), id: checker.id })).rejects.toMatchObject({
    reasons: [{ key: 'auth.notDisabled' }],
  })
})

test('two owners who disable each other at once leave one', async () => {
  await db.user.updateMany({ where: { isOwner: true }, data: { disabledAt: TEST_NOW } })
  const [one, other] = [await anOwner(), await anOwner()]
  await Promise.allSettled([
    disableUser(one.ctx, { ...once(), id: other.id }),
    disableUser(other.ctx, { ...once(), id: one.id }),
  ])
  expect(await db.user.count({ where: { isOwner: true, disabledAt: null } })).toBe(1)
})
