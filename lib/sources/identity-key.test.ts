import { createCipheriv, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Ctx, inTransaction } from '@/lib/context'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { openAsSuperuser } from '@/lib/launch/as-superuser'
import { addConfidentialSource, sealIdentity } from '@/lib/sources/commands/confidential-source'
import { checkIdentityKey, sealingKey } from '@/lib/sources/commands/identity-key'
import { readKeyState } from '@/lib/sources/commands/key-state'
import { activateIdentityKey, giveUpIdentities, resealIdentities } from '@/lib/sources/commands/rotate-identity-key'
import { fingerprintOf } from '@/lib/sources/commands/sealed-identity'
import { seeIdentity } from '@/lib/sources/commands/see-identity'
import { actingAs, aProject, once, TEST_NOW } from '@/seeds/builders'

const db = getDb()
const nobody = { userId: null, projectId: null, role: null, isOwner: false } as const
const start: Ctx = { actor: nobody, db, now: TEST_NOW }
// `npm run keys` works as the role that owns the tables; a start does not.
const keeper = openAsSuperuser()
const installation: Ctx = { ...start, db: keeper }
const aKey = () => randomBytes(32)
const holding = (...[present, ...old]: Buffer[]) => {
  vi.stubEnv('RECOUPE_IDENTITY_KEY', present?.toString('base64url') ?? '')
  vi.stubEnv('RECOUPE_IDENTITY_KEY_OLD', old.map((key) => key.toString('base64url')).join(','))
}

let desk: Awaited<ReturnType<typeof aProject>>
beforeAll(async () => {
  desk = await aProject()
})
// The database forgets no key: each test begins where none seals any more.
beforeEach(async () => {
  await keeper.installationKey.updateMany({ where: { retiredAt: null }, data: { retiredAt: TEST_NOW } })
  await db.confidentialIdentity.updateMany({ data: { sealed: new Uint8Array() } })
})
afterAll(() => {
  vi.unstubAllEnvs()
  return keeper.$disconnect()
})

const whyUnnamed = 'Elle risque son poste.'
const store = async (identity: string | null) => {
  const input = { ...once(), id: newId(), name: 'une source', role: null, whyUnnamed, identity }
  return (await addConfidentialSource(desk.editor.ctx, { ...input, approvedById: desk.editor.user.id })).id
}
const see = async (id: string) => (await seeIdentity(desk.editor.ctx, { ...once(), id, lookId: newId() })).identity
const refused = (key: string, values?: object) =>
  expect.objectContaining({
    code: 'refused',
    reasons: [expect.objectContaining({ key, ...(values ? { values } : {}) })],
  })
const failure = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  )
const counts = async () => {
  const { keys, waiting, closed, unnamed } = await readKeyState(installation)
  return {
    keys: keys
      .filter(({ isHere, count }) => isHere || count > 0)
      .map(({ count, isHere, retiredAt }) => [count, isHere, retiredAt === null]),
    waiting,
    closed,
    unnamed,
  }
}

/** As it was sealed while an installation knew one key only. */
async function storeUnnamed(identity: string, key: Buffer) {
  const id = await store(null)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(`recoupe:identity:1:${id}`))
  const ciphertext = Buffer.concat([cipher.update(identity, 'utf8'), cipher.final()])
  const sealed = new Uint8Array(Buffer.concat([Buffer.of(1), nonce, cipher.getAuthTag(), ciphertext]))
  await db.confidentialIdentity.update({ where: { sourceId: id }, data: { sealed } })
  return id
}

describe('the key that the database seals with', () => {
  test('is recorded by the first to ask, of many at once, as a fingerprint that is not the key', async () => {
    const key = aKey()
    holding(key)
    await Promise.all(Array.from({ length: 6 }, () => checkIdentityKey(start)))
    const rows = await db.installationKey.findMany({ where: { retiredAt: null } })
    expect(rows).toMatchObject([{ kind: 'IDENTITY', fingerprint: fingerprintOf(key), retiredAt: null }])
    expect(key.toString('hex')).not.toContain(rows[0]?.fingerprint.slice(0, 8))
  })

  test('is of two starts with keys of their own the key of one; the other is refused, and seals nothing', async () => {
    const [one, other] = [aKey(), aKey()]
    const startWith = (key: Buffer) => inTransaction(start, (tx) => sealingKey(tx, [key]))
    const answers = await Promise.allSettled([startWith(one), startWith(other)])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const loser = answers[0].status === 'rejected' ? one : other
    holding(loser)
    const values = { wanted: expect.stringMatching(/^[0-9a-f]{12}$/), found: fingerprintOf(loser).slice(0, 12) }
    expect(await failure(store('Ava Martin'))).toEqual(refused('source.otherKey', values))
    expect(await db.source.count({ where: { confidential: { sealed: { not: new Uint8Array() } } } })).toBe(0)
    await expect(store(null)).resolves.toBeTruthy()
  })

  test('is asked again at each sealing: a process that lives on with the old key is refused', async () => {
    const [old, next] = [aKey(), aKey()]
    holding(old)
    const id = await store('Ava Martin')
    holding(next, old)
    await activateIdentityKey(installation, once())
    holding(old)
    expect(await failure(sealIdentity(desk.editor.ctx, { ...once(), id, version: 1, identity: 'X' }))).toEqual(
      refused('source.otherKey'),
    )
    expect(await see(id)).toBe('Ava Martin')
  })

  test('of an older installation is the one that opens what it holds, and no other', async () => {
    const key = aKey()
    holding(aKey())
    const id = await storeUnnamed('Ava Martin', key)
    expect(await failure(checkIdentityKey(start))).toEqual(refused('source.keyOpensNothing', { closed: 1 }))
    expect(await db.installationKey.count({ where: { retiredAt: null } })).toBe(0)
    holding(key)
    expect(await checkIdentityKey(start)).toEqual({ isPending: false })
    expect(await see(id)).toBe('Ava Martin')
  })

  test('may be the earlier one while a rotation is being prepared', async () => {
    const [old, next] = [aKey(), aKey()]
    holding(old)
    await checkIdentityKey(start)
    holding(next, old)
    expect(await checkIdentityKey(start)).toEqual({ isPending: true })
    expect(await see(await store('Ava Martin'))).toBe('Ava Martin')
    expect(await counts()).toMatchObject({ keys: [[1, true, true]], closed: 0 })
  })
})

describe('a rotation', () => {
  test('seals every identity anew, those of the old form too, and leaves rows in the history', async () => {
    const [old, next] = [aKey(), aKey()]
    holding(old)
    const ids = [await store('Ava'), await storeUnnamed('Bo', old), await store(null)]
    holding(next, old)
    await activateIdentityKey(installation, once())
    expect(await counts()).toMatchObject({ waiting: 2, closed: 0, unnamed: 1 })
    expect(await resealIdentities(installation)).toEqual({ resealed: 2, closed: 0 })
    expect(await resealIdentities(installation)).toEqual({ resealed: 0, closed: 0 })
    holding(next)
    expect(await Promise.all(ids.slice(0, 2).map(see))).toEqual(['Ava', 'Bo'])
    expect(await counts()).toEqual({
      keys: [[2, true, true]],
      waiting: 0,
      closed: 0,
      unnamed: 0,
    })
    const rows = await db.auditEntry.findMany({
      where: { action: { startsWith: 'key:' } },
      orderBy: { sequence: 'asc' },
    })
    expect(rows.slice(-2).map(({ action }) => action)).toEqual(['key:rotate', 'key:reseal'])
    const told = JSON.stringify(rows.map(({ before, after, result }) => [before, after, result]))
    for (const key of [old, next]) expect(told).not.toContain(key.toString('base64url'))
  })

  test('that is killed half-way goes on: with both keys at hand nothing is closed at any moment', async () => {
    const [old, next] = [aKey(), aKey()]
    holding(old)
    const ids = await Promise.all(['Ava', 'Bo', 'Cy'].map(store))
    holding(next, old)
    await activateIdentityKey(installation, once())
    const late = await store('Di')
    expect(await Promise.all([...ids, late].map(see))).toEqual(['Ava', 'Bo', 'Cy', 'Di'])
    expect(await counts()).toMatchObject({
      keys: [
        [1, true, true],
        [3, true, false],
      ],
      waiting: 3,
    })
    await activateIdentityKey(installation, once())
    expect(await resealIdentities(installation)).toEqual({ resealed: 3, closed: 0 })
  })

  test('beside writers loses no identity, and no writer’s version', async () => {
    const [old, next] = [aKey(), aKey()]
    holding(old)
    const ids = await Promise.all(Array.from({ length: 12 }, (_, i) => store(`Old ${i}`)))
    holding(next, old)
    const rotate = async () => {
      await activateIdentityKey(installation, once())
      return resealIdentities(installation)
    }
    const rewrite = (id: string, i: number) =>
      sealIdentity(desk.editor.ctx, { ...once(), id, version: 1, identity: `New ${i}` })
    await Promise.all([rotate(), ...ids.slice(0, 6).map(rewrite)])
    await resealIdentities(installation)
    holding(next)
    const seen = await Promise.all(ids.map(see))
    expect(seen).toEqual(ids.map((_, i) => (i < 6 ? `New ${i}` : `Old ${i}`)))
  })

  test('without the key before it, or to a key that was replaced before, is refused', async () => {
    const [old, next] = [aKey(), aKey()]
    holding(old)
    await checkIdentityKey(start)
    holding(next)
    expect(await failure(activateIdentityKey(installation, once()))).toEqual(refused('source.otherKey'))
    holding(next, old)
    await activateIdentityKey(installation, once())
    holding(old, next)
    expect(await failure(activateIdentityKey(installation, once()))).toEqual(refused('source.keyRetired'))
  })

  test('is nobody’s who signs in, not even the owner’s', async () => {
    holding(aKey())
    const owner = actingAs({ ...desk.admin.user, isOwner: true }, desk.project, 'ADMIN')
    for (const ctx of [owner, desk.admin.ctx, desk.viewer.ctx]) {
      const forbidden = { code: 'forbidden', reasons: [{ key: 'permission.installation' }] }
      await expect(activateIdentityKey(ctx, once())).rejects.toMatchObject(forbidden)
      await expect(giveUpIdentities(ctx, { ...once(), closed: 0 })).rejects.toMatchObject(forbidden)
      await expect(resealIdentities(ctx)).rejects.toMatchObject(forbidden)
    }
  })
})

describe('giving identities up', () => {
  test('wants the very number, destroys nothing, and a key that turns up opens them again', async () => {
    const [lost, next] = [aKey(), aKey()]
    holding(lost)
    const id = await store('Ava')
    holding(next)
    expect(await failure(giveUpIdentities(installation, { ...once(), closed: 7 }))).toMatchObject({
      code: 'conflict',
      reasons: [{ key: 'source.givenUpDiffers', values: { closed: 1 } }],
    })
    await giveUpIdentities(installation, { ...once(), closed: 1 })
    expect(await failure(see(id))).toEqual(refused('source.identityUnreadable'))
    expect(await see(await store('Bo'))).toBe('Bo')
    holding(next, lost)
    expect(await see(id)).toBe('Ava')
    expect(await resealIdentities(installation)).toEqual({ resealed: 1, closed: 0 })
  })
})

test('the database lets nobody forget, change or bring back a key', async () => {
  holding(aKey())
  await checkIdentityKey(start)
  const { id } = await db.installationKey.findFirstOrThrow({ where: { retiredAt: null } })
  const other = { id: newId(), kind: 'IDENTITY', fingerprint: 'a'.repeat(32), createdAt: TEST_NOW } as const
  await expect(db.installationKey.create({ data: other })).rejects.toThrow()
  await expect(db.installationKey.update({ where: { id }, data: { fingerprint: 'b'.repeat(32) } })).rejects.toThrow()
  await expect(db.installationKey.delete({ where: { id } })).rejects.toThrow()
  await expect(db.$executeRaw`TRUNCATE "InstallationKey"`).rejects.toThrow()
  await expect(db.installationKey.update({ where: { id }, data: { createdAt: new Date(0) } })).rejects.toThrow()
  await expect(db.installationKey.update({ where: { id }, data: { retiredAt: TEST_NOW } })).rejects.toThrow(/denied/)
  await keeper.installationKey.update({ where: { id }, data: { retiredAt: TEST_NOW } })
  await expect(keeper.installationKey.update({ where: { id }, data: { retiredAt: null } })).rejects.toThrow()
  await expect(db.installationKey.create({ data: { ...other, retiredAt: TEST_NOW } })).rejects.toThrow()
  await expect(db.installationKey.create({ data: { ...other, fingerprint: 'no' } })).rejects.toThrow()
})
