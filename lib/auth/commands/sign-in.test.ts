import { beforeEach, describe, expect, test } from 'vitest'
import { ensureUser } from '@/lib/auth/commands/ensure-user'
import { signIn } from '@/lib/auth/commands/sign-in'
import { SIGN_IN_LIMITS } from '@/lib/auth/commands/sign-in-limit'
import type { Ctx } from '@/lib/context'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { TEST_NOW } from '@/seeds/builders'

const db = getDb()
const nobody: Ctx = { actor: { userId: null, projectId: null, role: null, isOwner: false }, db, now: TEST_NOW }
const password = 'quatre mots sans rapport'
const wrong = { code: 'refused', reasons: [{ key: 'auth.wrongCredentials' }] }

let email = ''
beforeEach(async () => {
  email = `checker.${newId()}@recoupe.example`
  await db.rateLimiterFlexible.deleteMany()
  await ensureUser(db, { email, name: 'Checker', password })
})

describe('signIn', () => {
  test('answers the person and the epoch, however the address is written', async () => {
    const user = await db.user.findUniqueOrThrow({ where: { email } })
    expect(await signIn(nobody, { email: ` ${email.toUpperCase()} `, password }, '10.0.0.1')).toEqual({
      userId: user.id,
      epoch: 0,
    })
  })

  test('says the same of a wrong password, an unknown address, someone without a password and someone disabled', async () => {
    const attempt = (as: string, typed: string) => signIn(nobody, { email: as, password: typed }, null)
    await expect(attempt(email, 'autre chose encore')).rejects.toMatchObject(wrong)
    await expect(attempt('nobody@recoupe.example', password)).rejects.toMatchObject(wrong)
    await db.user.update({ where: { email }, data: { disabledAt: TEST_NOW } })
    await expect(attempt(email, password)).rejects.toMatchObject(wrong)
    await db.user.update({ where: { email }, data: { disabledAt: null, passwordHash: null } })
    await expect(attempt(email, password)).rejects.toMatchObject(wrong)
  })

  test('right passwords are never locked out, and nothing that was typed is kept', async () => {
    for (let i = 0; i <= SIGN_IN_LIMITS.pair.failures; i++) await signIn(nobody, { email, password }, '10.0.0.2')
    await expect(
      signIn(nobody, { email: 'my-secret-words@recoupe.example', password }, '10.0.0.2'),
    ).rejects.toMatchObject(wrong)
    const kept = JSON.stringify([
      await db.rateLimiterFlexible.findMany(),
      await db.signInFailures.findMany(),
      await db.auditEntry.findMany({ where: { action: { startsWith: 'signIn' } }, select: { after: true } }),
    ])
    expect(kept).not.toContain('secret-words')
    expect(kept).not.toContain(email)
  })
})

test('ensureUser writes nothing the second time, and never takes a name back', async () => {
  const before = await db.user.update({ where: { email }, data: { name: 'Another Name' } })
  expect(await ensureUser(db, { email, name: 'Checker', password })).toBe(before.id)
  expect(await db.user.findUnique({ where: { email } })).toEqual(before)
  await ensureUser(db, { email, name: 'Checker', password: 'un autre mot de passe' })
  await expect(signIn(nobody, { email, password: 'un autre mot de passe' }, null)).resolves.toMatchObject({ epoch: 1 })
})
