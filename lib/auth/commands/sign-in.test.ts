import { beforeEach, describe, expect, test } from 'vitest'
import { ensureUser } from '@/lib/auth/commands/ensure-user'
import { signIn } from '@/lib/auth/commands/sign-in'
import { FAILURES_PER_ADDRESS, FAILURES_PER_EMAIL } from '@/lib/auth/commands/sign-in-limit'
import type { Ctx } from '@/lib/context'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { TEST_NOW } from '@/seeds/builders'

const db = getDb()
const nobody: Ctx = { actor: { userId: null, projectId: null, role: null, isOwner: false }, db, now: TEST_NOW }
const password = 'quatre mots sans rapport'
const wrong = { code: 'refused', reasons: [{ key: 'auth.wrongCredentials' }] }
const locked = { code: 'too-many', reasons: [{ key: 'auth.locked', values: { minutes: 15 } }] }

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

  test('locks an address of a person after many failures at once, also for the right password, and only that one', async () => {
    const attempts = Array.from({ length: FAILURES_PER_EMAIL + 5 }, () =>
      signIn(nobody, { email, password: 'autre chose encore' }, null).catch((error) => error.code),
    )
    const answers = await Promise.all(attempts)
    expect(answers.filter((code) => code === 'refused')).toHaveLength(FAILURES_PER_EMAIL)
    expect(answers.filter((code) => code === 'too-many')).toHaveLength(5)
    await expect(signIn(nobody, { email, password }, null)).rejects.toMatchObject(locked)
    const other = `other.${email}`
    await ensureUser(db, { email: other, name: 'Other', password })
    await expect(signIn(nobody, { email: other, password }, null)).resolves.toBeTruthy()
  })

  test('never locks out right passwords, and a right one forgets the failures before it', async () => {
    for (let i = 0; i < 2 * FAILURES_PER_EMAIL; i++) await signIn(nobody, { email, password }, '10.0.0.2')
    for (let round = 0; round < 2; round++) {
      for (let i = 0; i < FAILURES_PER_EMAIL - 1; i++)
        await expect(signIn(nobody, { email, password: 'non' }, '10.0.0.2')).rejects.toMatchObject(wrong)
      await signIn(nobody, { email, password }, '10.0.0.2')
    }
    const counted = await db.rateLimiterFlexible.findUnique({ where: { key: 'signin-address:10.0.0.2' } })
    expect(counted?.points).toBe(2 * (FAILURES_PER_EMAIL - 1))
  })

  test('locks where the failures come from, over many addresses of people', async () => {
    await db.rateLimiterFlexible.create({
      data: {
        key: 'signin-address:10.0.0.3',
        points: FAILURES_PER_ADDRESS,
        expire: new Date(Date.now() + 60_000),
      },
    })
    await expect(signIn(nobody, { email, password }, '10.0.0.3')).rejects.toMatchObject(locked)
    await expect(signIn(nobody, { email, password }, '10.0.0.4')).resolves.toBeTruthy()
  })

  test('a lock ends by itself', async () => {
    const expire = new Date(Date.now() - 1000)
    await db.rateLimiterFlexible.create({ data: { key: `signin-email:${email}`, points: 99, expire } })
    await expect(signIn(nobody, { email, password }, null)).resolves.toBeTruthy()
  })
})

test('ensureUser writes nothing the second time, and never takes a name back', async () => {
  const before = await db.user.update({ where: { email }, data: { name: 'Another Name' } })
  expect(await ensureUser(db, { email, name: 'Checker', password })).toBe(before.id)
  expect(await db.user.findUnique({ where: { email } })).toEqual(before)
  await ensureUser(db, { email, name: 'Checker', password: 'un autre mot de passe' })
  await expect(signIn(nobody, { email, password: 'un autre mot de passe' }, null)).resolves.toMatchObject({ epoch: 1 })
})
