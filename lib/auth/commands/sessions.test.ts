import { expect, test } from 'vitest'
import { beginSession } from '@/lib/auth/commands/begin-session'
import { endOtherSessions, endSession, endSessionByToken } from '@/lib/auth/commands/end-session'
import { endSessionsOf } from '@/lib/auth/commands/end-sessions'
import { renameSelf } from '@/lib/auth/commands/own-account'
import { removeOldSessions } from '@/lib/auth/commands/remove-old-sessions'
import { touchSession } from '@/lib/auth/commands/touch-session'
import { findSession, listOwnSessions } from '@/lib/auth/queries/sessions'
import { listOwnSignIns } from '@/lib/auth/queries/sign-ins'
import type { Ctx } from '@/lib/context'
import { getDb } from '@/lib/db'
import { newId, sessionId } from '@/lib/ids'
import { aProject, TEST_NOW } from '@/seeds/builders'

const db = getDb()
const DAY = 86_400_000
const at = (ctx: Ctx, days: number): Ctx => ({ ...ctx, now: new Date(TEST_NOW.getTime() + days * DAY) })
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const origin = { address: '10.0.0.1', userAgent: firefox }

async function aSession() {
  const { project, checker, editor } = await aProject()
  const proven = { userId: checker.user.id, epoch: 0 }
  const begin = (ctx = checker.ctx, earlier: string | null = null) => beginSession(ctx, proven, origin, earlier)
  const begun = await begin()
  const ctx = { ...checker.ctx, actor: { ...checker.ctx.actor, sessionId: sessionId.parse(begun.id) } }
  return { ...begun, ctx, begin, project, userId: checker.user.id, other: editor }
}
const isIn = async (ctx: Ctx, token: string) => (await findSession(ctx, token)) !== null

/** What happens to a session that has just begun, and whether its token still opens anything. */
const CASES: [string, (session: Awaited<ReturnType<typeof aSession>>) => Promise<Ctx | undefined>, boolean][] = [
  ['nothing', async () => undefined, true],
  ['six days without a request', async ({ ctx }) => at(ctx, 6), true],
  ['seven days without a request', async ({ ctx }) => at(ctx, 7), false],
  [
    'a request each day, for 29 days',
    async ({ ctx, id }) => {
      for (let day = 1; day < 30; day++) await touchSession(at(ctx, day), id)
      return at(ctx, 29.5)
    },
    true,
  ],
  [
    'a request each day, for 30 days',
    async ({ ctx, id }) => {
      for (let day = 1; day < 30; day++) await touchSession(at(ctx, day), id)
      return at(ctx, 30)
    },
    false,
  ],
  [
    'signing out, and then a request under way',
    async ({ ctx, id, token }) => {
      await endSessionByToken(ctx, token, 'SIGNED_OUT')
      await touchSession(at(ctx, 1), id)
      return undefined
    },
    false,
  ],
  ['signing in again in the same browser', async ({ begin, ctx, token }) => void (await begin(ctx, token)), false],
  ['signing in in another browser', async ({ begin }) => void (await begin()), true],
  ['the end of all', async ({ userId }) => void (await endSessionsOf(db, userId)), false],
  ['the end of all but it', async ({ userId, id }) => void (await endSessionsOf(db, userId, { except: id })), true],
  [
    'disabling',
    async ({ userId }) => void (await db.user.update({ where: { id: userId }, data: { disabledAt: TEST_NOW } })),
    false,
  ],
  [
    'its being ended by somebody else',
    async ({ other, id }) => void (await endSession(other.ctx, { commandId: newId(), id }).catch(() => {})),
    true,
  ],
]

test.each(CASES)('after %s', async (_, happens, holds) => {
  const session = await aSession()
  const ctx = (await happens(session)) ?? session.ctx
  expect(await isIn(ctx, session.token)).toBe(holds)
})

test('no token is stored, none is guessed, and each sign-in has its own', async () => {
  const { token, begin, ctx } = await aSession()
  expect(JSON.stringify(await db.session.findMany())).not.toContain(token)
  expect((await begin()).token).not.toBe(token)
  for (const guess of ['', 'x', `${token}x`, token.slice(1), '\u0000']) expect(await isIn(ctx, guess)).toBe(false)
})

test('who is in no project any more stays signed in, and sees none', async () => {
  const { ctx, token, userId, project } = await aSession()
  expect((await findSession(ctx, token))?.user.memberships).toMatchObject([{ project: { id: project.id } }])
  await db.membership.updateMany({ where: { userId }, data: { endedAt: TEST_NOW } })
  expect((await findSession(ctx, token))?.user.memberships).toEqual([])
})

test('the list shows one’s own sessions in words, this one first; one and all others can be ended', async () => {
  const { ctx, begin, id, other, userId } = await aSession()
  const [second, third] = [await begin(at(ctx, 1)), await begin(at(ctx, 2))]
  const list = await listOwnSessions(at(ctx, 3))
  expect(list.map((session) => [session.id, session.isThis])).toEqual([
    [id, true],
    [third.id, false],
    [second.id, false],
  ])
  expect(list[0]).toMatchObject({ device: { browser: 'Firefox', system: 'Linux' }, address: '10.0.0.1' })
  expect(await listOwnSessions(other.ctx)).toEqual([])

  const one = { commandId: newId(), id: second.id }
  await endSession(ctx, one)
  await endSession(ctx, one)
  await expect(endSession(ctx, { ...one, commandId: newId() })).rejects.toMatchObject({ code: 'not-found' })
  expect(await isIn(ctx, second.token)).toBe(false)
  expect(await endOtherSessions(ctx, { commandId: newId() })).toEqual({ ended: 1 })
  expect((await listOwnSessions(ctx)).map((session) => session.id)).toEqual([id])
  const rows = await db.auditEntry.findMany({ where: { actorId: userId }, orderBy: { sequence: 'asc' } })
  expect(rows.map(({ action, projectId }) => [action, projectId])).toEqual([
    ['signIn:succeed', null],
    ['signIn:succeed', null],
    ['signIn:succeed', null],
    ['session:end', null],
    ['session:endOthers', null],
  ])
  expect(await listOwnSignIns(ctx)).toHaveLength(3)
})

test('a session that begins while all end does not slip through', async () => {
  for (let round = 0; round < 10; round++) {
    const { ctx, begin, userId } = await aSession()
    await Promise.allSettled([begin(), db.$transaction((tx) => endSessionsOf(tx, userId)), begin()])
    expect(await listOwnSessions(ctx)).toEqual([])
  }
})

test('a command that had waited while its session ended is refused', async () => {
  const { ctx, id, token } = await aSession()
  await expect(renameSelf(ctx, { commandId: newId(), name: 'Before' })).resolves.toBeTruthy()
  await endSessionByToken(ctx, token, 'SIGNED_OUT')
  await expect(renameSelf(ctx, { commandId: newId(), name: 'After' })).rejects.toMatchObject({
    reasons: [{ key: 'auth.signedOut' }],
  })
  expect(ctx.actor.sessionId).toBe(id)
})

test('seeing a session waits for nobody, and writes once a minute', async () => {
  const { ctx, id } = await aSession()
  const seen = async () =>
    (await db.session.findUniqueOrThrow({ where: { id } })).lastSeenAt.getTime() - TEST_NOW.getTime()
  const after = (seconds: number) => ({ db, now: new Date(TEST_NOW.getTime() + seconds * 1000) })
  await touchSession(after(59), id)
  expect(await seen()).toBe(0)
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Session" WHERE "id" = ${id}::uuid FOR UPDATE`
    await touchSession(after(60), id)
  })
  expect(await seen()).toBe(0)
  await touchSession(after(61), id)
  expect(await seen()).toBe(61_000)
  expect(await listOwnSessions(ctx)).toHaveLength(1)
})

test('the database refuses to bring a session back, to lengthen it, and to give it away', async () => {
  const { id, token, ctx, other } = await aSession()
  const change = (data: object) => db.session.update({ where: { id }, data })
  await expect(change({ expiresAt: new Date(TEST_NOW.getTime() + 31 * DAY) })).rejects.toThrow()
  await expect(change({ userId: other.user.id })).rejects.toThrow()
  await endSessionByToken(ctx, token, 'SIGNED_OUT')
  await expect(change({ endedAt: null, endReason: null })).rejects.toThrow()
})

test('what has long been over goes, what is in force stays', async () => {
  const { ctx, id } = await aSession()
  await removeOldSessions(db, at(ctx, 119).now)
  expect(await db.session.count({ where: { id } })).toBe(1)
  await removeOldSessions(db, at(ctx, 121).now)
  expect(await db.session.count({ where: { id } })).toBe(0)
})
