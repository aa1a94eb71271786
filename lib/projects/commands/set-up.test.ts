import { expect, test } from 'vitest'
import { ensureSetupLink } from '@/lib/auth/commands/ensure-setup-link'
import { signIn } from '@/lib/auth/commands/sign-in'
import type { Ctx } from '@/lib/context'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { createProject } from '@/lib/projects/commands/create-project'
import { setUp } from '@/lib/projects/commands/set-up'
import { listMembers, listRatings } from '@/lib/projects/queries'
import { actingAs, aMember, once, TEST_NOW } from '@/seeds/builders'

const db = getDb()
const nobody: Ctx = { actor: { userId: null, projectId: null, role: null, isOwner: false }, db, now: TEST_NOW }
const password = 'quatre mots sans rapport'
const aFirst = (token: string) => ({
  ...once(),
  token,
  user: { id: newId(), name: 'Camille', email: 'Owner@recoupe.example', password },
  project: { id: newId(), name: 'Kaboul', kind: 'LIVE', timeZone: 'Asia/Kabul' } as const,
})

// One story in its order: the database is empty only once.
test('from an empty database to the first project, and no second set-up', async () => {
  const replaced = await ensureSetupLink(db, TEST_NOW)
  const token = await ensureSetupLink(db, TEST_NOW)
  if (!replaced || !token) throw new Error('no link')
  await expect(setUp(nobody, aFirst(replaced))).rejects.toMatchObject({ reasons: [{ key: 'auth.linkExpired' }] })

  const wrongZone = aFirst(token)
  await expect(
    setUp(nobody, { ...wrongZone, project: { ...wrongZone.project, timeZone: 'Mars/Olympus' } }),
  ).rejects.toMatchObject({
    code: 'invalid',
    reasons: [{ key: 'project.timeZoneUnknown', path: 'project.timeZone' }],
  })
  expect(await db.user.count()).toBe(0)

  const input = aFirst(token)
  const session = await setUp(nobody, input)
  expect(await setUp(nobody, input)).toEqual(session)
  // The command id alone opens no session.
  await expect(setUp(nobody, { ...input, token: 'x'.repeat(43) })).rejects.toMatchObject({
    reasons: [{ key: 'auth.linkUnknown' }],
  })
  await expect(setUp(nobody, aFirst(token))).rejects.toMatchObject({ reasons: [{ key: 'auth.linkUsed' }] })
  expect(await ensureSetupLink(db, TEST_NOW)).toBeNull()
  await expect(signIn(nobody, { email: 'owner@recoupe.example', password }, null)).resolves.toBeTruthy()

  const ctx = actingAs({ id: session.userId, isOwner: true }, { id: session.projectId }, 'ADMIN')
  expect((await listRatings(ctx)).map(({ key, value }) => [key, value])).toEqual([
    ['false', 1],
    ['mostly_false', 2],
    ['half_true', 3],
    ['mostly_true', 4],
    ['true', 5],
    ['unverifiable', null],
  ])
  expect(await listMembers(ctx)).toMatchObject([{ role: 'ADMIN', state: 'active', isSelf: true }])
})

test('the owner makes further projects, each under a name of its own; nobody else does', async () => {
  const owner = await db.user.findFirstOrThrow({ where: { isOwner: true } })
  const ctx = actingAs(owner, null, null)
  const input = { ...once(), id: newId(), name: 'Formation', kind: 'TRAINING', timeZone: 'Europe/Paris' } as const
  expect(await createProject(ctx, input)).toEqual({ id: input.id })
  expect(await createProject(ctx, input)).toEqual({ id: input.id })
  await expect(createProject(ctx, { ...input, ...once(), id: newId() })).rejects.toMatchObject({
    code: 'refused',
    reasons: [{ key: 'project.nameTaken', path: 'name' }],
  })
  const admin = (await aMember(db, input, 'ADMIN')).ctx
  await expect(createProject(admin, { ...input, ...once(), id: newId(), name: 'Autre' })).rejects.toMatchObject({
    code: 'forbidden',
    reasons: [{ key: 'permission.owner' }],
  })
})
