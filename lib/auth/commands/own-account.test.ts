import { expect, test } from 'vitest'
import { beginSession } from '@/lib/auth/commands/begin-session'
import { ensureUser } from '@/lib/auth/commands/ensure-user'
import { changePassword, renameSelf, signOutEverywhere } from '@/lib/auth/commands/own-account'
import { signIn } from '@/lib/auth/commands/sign-in'
import { findSession } from '@/lib/auth/queries/sessions'
import { getDb } from '@/lib/db'
import { actingAs, aProject, once, TEST_NOW } from '@/seeds/builders'

const db = getDb()
const password = 'quatre mots sans rapport'

async function aPerson() {
  const { project, checker } = await aProject()
  const id = await ensureUser(db, { email: checker.user.email, name: 'Checker', password })
  return { id, project, email: checker.user.email, ctx: actingAs(checker.user, project, 'CHECKER') }
}

const nowhere = { address: null, userAgent: null }

test('signing out everywhere ends every session, also one that is about to begin', async () => {
  const { id, ctx } = await aPerson()
  const { token } = await beginSession(ctx, { userId: id, epoch: 0 }, nowhere, null)
  const command = once()
  expect(await signOutEverywhere(ctx, command)).toEqual({ epoch: 1 })
  expect(await signOutEverywhere(ctx, command)).toEqual({ epoch: 1 })
  expect(await findSession(ctx, token)).toBeNull()
  await expect(beginSession(ctx, { userId: id, epoch: 0 }, nowhere, null)).rejects.toMatchObject({
    reasons: [{ key: 'auth.changedMeanwhile' }],
  })
  const { token: next } = await beginSession(ctx, { userId: id, epoch: 1 }, nowhere, null)
  expect(await findSession(ctx, next)).not.toBeNull()
})

test('a new password wants the old one, ends the other sessions and is never in the audit log', async () => {
  const { id, ctx, email } = await aPerson()
  const next = 'un tout autre mot de passe'
  await expect(changePassword(ctx, { ...once(), oldPassword: 'faux', password: next })).rejects.toMatchObject({
    code: 'refused',
    reasons: [{ key: 'auth.oldPasswordWrong', path: 'oldPassword' }],
  })
  await expect(changePassword(ctx, { ...once(), oldPassword: password, password: email })).rejects.toMatchObject({
    code: 'invalid',
    reasons: [{ key: 'auth.passwordKnown', path: 'password' }],
  })
  expect(await changePassword(ctx, { ...once(), oldPassword: password, password: next })).toEqual({
    userId: id,
    epoch: 1,
  })
  await expect(signIn({ ...ctx, now: TEST_NOW }, { email, password: next }, null)).resolves.toMatchObject({ epoch: 1 })
  const audit = JSON.stringify(await db.auditEntry.findMany({ where: { entityId: id } }), (_, value) =>
    typeof value === 'bigint' ? Number(value) : value,
  )
  expect(audit).toContain('user:changePassword')
  expect(audit).not.toContain(next)
  expect(audit).not.toContain('argon2')
})

test('guessing the old password is limited', async () => {
  const { ctx } = await aPerson()
  for (let i = 0; i < 10; i++)
    await changePassword(ctx, { ...once(), oldPassword: 'faux', password: 'assez long pour passer' }).catch(() => null)
  await expect(
    changePassword(ctx, { ...once(), oldPassword: password, password: 'assez long pour passer' }),
  ).rejects.toMatchObject({ code: 'too-many' })
})

test('a name is one’s own to change, and not to be emptied', async () => {
  const { id, ctx } = await aPerson()
  await renameSelf(ctx, { ...once(), name: ' Camille Durand ' })
  expect((await db.user.findUniqueOrThrow({ where: { id } })).name).toBe('Camille Durand')
  await expect(renameSelf(ctx, { ...once(), name: ' ' })).rejects.toMatchObject({ code: 'invalid' })
})
