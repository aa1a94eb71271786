import { beforeEach, describe, expect, test } from 'vitest'
import { ensureUser } from '@/lib/auth/commands/ensure-user'
import { deviceToken, nameOfEmail } from '@/lib/auth/commands/known-device'
import { recordFailure } from '@/lib/auth/commands/record-failure'
import { signIn } from '@/lib/auth/commands/sign-in'
import { type LimitName, SIGN_IN_LIMITS } from '@/lib/auth/commands/sign-in-limit'
import type { Ctx } from '@/lib/context'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { TEST_NOW } from '@/seeds/builders'

const db = getDb()
const nobody: Ctx = { actor: { userId: null, projectId: null, role: null, isOwner: false }, db, now: TEST_NOW }
const password = 'quatre mots sans rapport'

let email = ''
let userId = ''
beforeEach(async () => {
  email = `checker.${newId()}@recoupe.example`
  await db.rateLimiterFlexible.deleteMany()
  userId = await ensureUser(db, { email, name: 'Checker', password })
})

type Try = { from?: string; as?: string; typed?: string; device?: string | null }
const attempt = ({ from = '10.0.0.1', as = email, typed = 'autre chose', device = null }: Try = {}) =>
  signIn(nobody, { email: as, password: typed }, from, () => device).then(
    () => 'in',
    (error) => error.reasons?.[0]?.values?.minutes ?? error.code ?? String(error),
  )
async function attempts(count: number, how: (i: number) => Try) {
  const answers: unknown[] = []
  for (let i = 0; i < count; i++) answers.push(await attempt(how(i)))
  return answers
}
/** As many failures as that limit allows. */
const counted = (limit: LimitName, key: string) =>
  db.rateLimiterFlexible.create({
    data: {
      key: `signin-${limit}:${key}`,
      points: SIGN_IN_LIMITS[limit].failures,
      expire: new Date(Date.now() + 60_000),
    },
  })
const known = (epoch = 0) => deviceToken(email, epoch, TEST_NOW)

/** What a stranger does, then who wants in, and whether they get in or how many minutes they wait. */
const CASES: [string, () => Promise<unknown>, () => Try, unknown][] = [
  [
    'ten wrong ones from elsewhere',
    () => attempts(10, () => ({ from: '10.9.9.9' })),
    () => ({ typed: password }),
    'in',
  ],
  [
    'eleven, from where the person is',
    () => counted('pair', `${nameOfEmail(email)}:10.0.0.1`),
    () => ({ typed: password }),
    15,
  ],
  [
    'eleven, from where the person is, who is known there',
    () => counted('pair', `${nameOfEmail(email)}:10.0.0.1`),
    () => ({ typed: password, device: known() }),
    'in',
  ],
  [
    'a botnet that has missed 50 times within an hour, against somebody new',
    () => counted('account', nameOfEmail(email)),
    () => ({ typed: password }),
    60,
  ],
  [
    'a botnet that has missed 50 times within an hour, against a known device',
    () => counted('account', nameOfEmail(email)),
    () => ({ typed: password, device: known() }),
    'in',
  ],
  [
    'one network of IPv6 with an address for each try',
    () => attempts(11, (i) => ({ from: `2001:db8:1:2::${i}` })),
    () => ({ typed: password, from: '2001:db8:1:2:ffff::1' }),
    15,
  ],
  [
    'failures on another known device',
    () => attempts(3, () => ({ device: known() })),
    () => ({ typed: password, device: known() }),
    'in',
  ],
  [
    'a known device of somebody else',
    () => counted('pair', `${nameOfEmail(email)}:10.0.0.1`),
    () => ({ typed: password, device: deviceToken('other@recoupe.example', 0, TEST_NOW) }),
    15,
  ],
  [
    'a known device of before all sessions ended',
    async () => {
      await db.user.update({ where: { id: userId }, data: { sessionEpoch: 1 } })
      await counted('pair', `${nameOfEmail(email)}:10.0.0.1`)
    },
    () => ({ typed: password, device: known(0) }),
    15,
  ],
  [
    'a forged known device',
    () => counted('pair', `${nameOfEmail(email)}:10.0.0.1`),
    () => ({ typed: password, device: `${known().slice(0, -43)}${'A'.repeat(43)}` }),
    15,
  ],
  ['a hundred wrong ones over many accounts', () => counted('address', '10.0.0.1'), () => ({ typed: password }), 15],
]

describe('who gets in after', () => {
  test.each(CASES)('%s', async (_, before, who, answer) => {
    await before()
    expect(await attempt(who())).toBe(answer)
  })
})

test('the known device has a small limit of its own, which ends with a right password', async () => {
  const device = known()
  expect(await attempts(11, () => ({ device }))).toEqual([...Array(10).fill('refused'), 15])
  expect(await attempt({ device, typed: password })).toBe(15)
  const other = known()
  await attempts(9, () => ({ device: other }))
  expect(await attempt({ device: other, typed: password })).toBe('in')
  expect(await attempts(9, () => ({ device: other }))).toEqual(Array(9).fill('refused'))
})

test('many wrong ones at once are all counted', async () => {
  const answers = await Promise.all(Array.from({ length: 15 }, () => attempt()))
  expect(answers.sort()).toEqual([...Array(5).fill(15), ...Array(SIGN_IN_LIMITS.pair.failures).fill('refused')])
})

test('one address that sends very many at once is told to come back, others are served', async () => {
  const flood = Promise.all(Array.from({ length: 150 }, () => attempt({ from: '10.7.7.7' })))
  expect(await attempt({ typed: password, from: '10.0.0.5' })).toBe('in')
  const answers = await flood
  expect(answers.filter((answer) => answer === 'unavailable').length).toBeGreaterThan(100)
})

test('an hour of guessing leaves a handful of rows, which say how much it was', async () => {
  for (let i = 0; i < 30; i++) await recordFailure(nobody, userId, `10.2.0.${i}`)
  for (let i = 0; i < 12; i++) await recordFailure(nobody, null, `10.3.0.${i}`)
  const rows = await db.auditEntry.findMany({
    where: { action: { in: ['signIn:fail', 'signIn:failUnknown'] }, at: TEST_NOW },
    orderBy: { sequence: 'asc' },
  })
  const own = rows.filter(({ entityId }) => entityId === userId)
  expect(own.map(({ action, after, projectId, actorId }) => [action, after, projectId, actorId])).toEqual([
    ['signIn:fail', { address: '10.2.0.0', count: 1 }, null, null],
    ['signIn:fail', { address: '10.2.0.9', count: 10 }, null, null],
  ])
  expect(rows.filter(({ action }) => action === 'signIn:failUnknown').length).toBeLessThanOrEqual(3)
  expect(await db.signInFailures.findMany({ where: { userId } })).toMatchObject([
    { count: 30, lastAddress: '10.2.0.29' },
  ])
  await counted('pair', `${nameOfEmail(email)}:10.4.0.1`)
  for (const _ of [1, 2]) await attempt({ from: '10.4.0.1' })
  expect(await db.auditEntry.count({ where: { entityId: userId, action: 'signIn:lock' } })).toBe(1)
})

test('a lock ends by itself', async () => {
  await counted('pair', `${nameOfEmail(email)}:10.0.0.1`)
  expect(await attempt({ typed: password })).toBe(15)
  await db.rateLimiterFlexible.updateMany({ data: { expire: new Date(Date.now() - 1000) } })
  expect(await attempt({ typed: password })).toBe('in')
})
