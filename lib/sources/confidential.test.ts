import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { addConfidentialSource, sealIdentity } from '@/lib/sources/commands/confidential-source'
import { seeIdentity } from '@/lib/sources/commands/see-identity'
import { findConfidential, listApprovers } from '@/lib/sources/queries/confidential'
import { searchSources } from '@/lib/sources/queries/search-sources'
import { aProject, once } from '@/seeds/builders'

const IDENTITY = 'Zébulon Quatrefages, 06 12 34 56 78'
const db = getDb()
let desk: Awaited<ReturnType<typeof aProject>>
let other: Awaited<ReturnType<typeof aProject>>
beforeAll(async () => {
  vi.stubEnv('RECOUPE_IDENTITY_KEY', randomBytes(32).toString('base64url'))
  desk = await aProject()
  other = await aProject()
})
afterAll(() => vi.unstubAllEnvs())

const anInput = (part: { approvedById?: string; identity?: string | null } = {}) => ({
  ...once(),
  id: newId(),
  name: 'une source au ministère',
  role: 'fonctionnaire',
  whyUnnamed: 'Elle risque son poste.',
  approvedById: desk.editor.user.id,
  identity: IDENTITY,
  ...part,
})
const aSource = async (part?: Parameters<typeof anInput>[0]) => addConfidentialSource(desk.editor.ctx, anInput(part))
const look = (id: string) => ({ ...once(), id, lookId: newId() })

/** Every row of every table as text, binary columns in hexadecimal and as the text that they may be. */
async function wholeDatabase(): Promise<string> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT quote_ident(table_name) AS "name" FROM information_schema.tables WHERE table_schema = 'public'`
  const rows = await Promise.all(
    tables.map(({ name }) => db.$queryRawUnsafe<{ row: string }[]>(`SELECT t::text AS "row" FROM ${name} t`)),
  )
  return rows
    .flat()
    .map(({ row }) => row)
    .join('\n')
}

const HIDDEN = [
  'Zébulon',
  'Quatrefages',
  '06 12',
  Buffer.from('Quatrefages').toString('hex'),
  Buffer.from(IDENTITY).toString('base64'),
]

describe('addConfidentialSource', () => {
  test('shows a pseudonym, keeps why and who approved, and stores the identity where nothing reads it', async () => {
    const added = await aSource()
    expect(added).toMatchObject({ name: 'une source au ministère', kind: 'CONFIDENTIAL', role: 'fonctionnaire' })
    const view = await findConfidential(desk.viewer.ctx, added.id)
    expect(view).toMatchObject({
      hasIdentity: true,
      whyUnnamed: 'Elle risque son poste.',
      approvedBy: { name: 'Editor' },
    })
    expect(view?.refusals.see).toEqual([{ key: 'permission.editor' }])
    await seeIdentity(desk.editor.ctx, look(added.id))
    const all = await wholeDatabase()
    expect(all).toContain('une source au ministère')
    for (const hidden of HIDDEN) expect(all).not.toContain(hidden)
    expect(JSON.stringify(view)).not.toContain('sealed')
    expect(await searchSources(desk.editor.ctx, 'Quatrefages')).toEqual([])
    expect((await searchSources(desk.editor.ctx, 'au ministère')).map(({ id }) => id)).toContain(added.id)
  })

  test('a checker is refused; so is an approver who is no editor of this desk', async () => {
    await expect(addConfidentialSource(desk.checker.ctx, anInput())).rejects.toMatchObject({ code: 'forbidden' })
    for (const approvedById of [desk.checker.user.id, other.editor.user.id]) {
      await expect(aSource({ approvedById })).rejects.toMatchObject({
        code: 'invalid',
        reasons: [{ key: 'source.approverNotEditor', path: 'approvedById' }],
      })
    }
    await expect(aSource({ approvedById: '' })).rejects.toMatchObject({ reasons: [{ key: 'source.approverMissing' }] })
    const approvers = await listApprovers(desk.editor.ctx)
    expect(approvers.map(({ name }) => name)).toEqual(['Admin', 'Editor'])
    await expect(listApprovers(desk.checker.ctx)).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('seeIdentity', () => {
  test('tells an editor, and leaves one row that says who and when and nothing else', async () => {
    const { id } = await aSource()
    const input = look(id)
    expect(await seeIdentity(desk.admin.ctx, input)).toEqual({ identity: IDENTITY })
    const row = await db.auditEntry.findUniqueOrThrow({ where: { commandId: input.commandId } })
    expect(row).toMatchObject({ action: 'source:seeIdentity', entityId: id, actorId: desk.admin.user.id })
    expect(row).toMatchObject({ before: null, after: null, result: { lookId: input.lookId } })
    const looks = (await findConfidential(desk.viewer.ctx, id))?.looks
    expect(looks?.map(({ action, actor }) => [action, actor?.name])).toEqual([
      ['source:seeIdentity', 'Admin'],
      ['source:addConfidential', 'Editor'],
    ])
  })

  test('a repeated command id is told nothing, whoever repeats it', async () => {
    const input = look((await aSource()).id)
    await seeIdentity(desk.editor.ctx, input)
    await expect(seeIdentity(desk.editor.ctx, input)).rejects.toMatchObject({
      reasons: [{ key: 'source.lookRepeated' }],
    })
    await expect(seeIdentity(desk.admin.ctx, input)).rejects.toMatchObject({ reasons: [{ key: 'commandIdReused' }] })
    expect(await db.auditEntry.count({ where: { commandId: input.commandId } })).toBe(1)
  })

  test('checkers are refused, other desks find nothing, and neither leaves a row', async () => {
    const { id } = await aSource()
    const before = await db.auditEntry.count()
    await expect(seeIdentity(desk.checker.ctx, look(id))).rejects.toMatchObject({
      code: 'forbidden',
      reasons: [{ key: 'permission.editor' }],
    })
    await expect(seeIdentity(other.editor.ctx, look(id))).rejects.toMatchObject({ code: 'not-found' })
    expect(await findConfidential(other.editor.ctx, id)).toBeNull()
    expect(await db.auditEntry.count()).toBe(before)
  })

  test('without an identity there is nothing to see', async () => {
    const { id } = await aSource({ identity: null })
    expect(await findConfidential(desk.editor.ctx, id)).toMatchObject({ hasIdentity: false })
    await expect(seeIdentity(desk.editor.ctx, look(id))).rejects.toMatchObject({
      reasons: [{ key: 'source.identityMissing' }],
    })
  })

  test('a row moved to another source, or another key, is a refusal that holds nothing', async () => {
    const [{ id }, second] = [await aSource(), await aSource({ identity: 'Somebody else' })]
    const { sealed } = await db.confidentialIdentity.findUniqueOrThrow({ where: { sourceId: id } })
    await db.confidentialIdentity.update({ where: { sourceId: second.id }, data: { sealed } })
    const refusal = await seeIdentity(desk.editor.ctx, look(second.id)).catch((error: Error) => error)
    expect(refusal).toMatchObject({ code: 'refused', reasons: [{ key: 'source.identityUnreadable' }] })
    expect(String(refusal) + JSON.stringify(refusal)).not.toContain('Quatrefages')
  })
})

describe('sealIdentity', () => {
  const reseal = (id: string, version: number, identity: string | null) => ({ ...once(), id, version, identity })

  test('replaces what was stored, and takes it away', async () => {
    const { id } = await aSource()
    expect(await sealIdentity(desk.admin.ctx, reseal(id, 1, 'Ava Martin'))).toEqual({ id, version: 2 })
    expect(await seeIdentity(desk.editor.ctx, look(id))).toEqual({ identity: 'Ava Martin' })
    await sealIdentity(desk.editor.ctx, reseal(id, 2, null))
    expect(await findConfidential(desk.editor.ctx, id)).toMatchObject({ hasIdentity: false, version: 3 })
    expect(await wholeDatabase()).not.toContain('Ava Martin')
  })

  test('of two who replace at once one is told so; a checker, another desk and an empty text are refused', async () => {
    const { id } = await aSource()
    const both = await Promise.allSettled(
      ['One', 'Two'].map((name) => sealIdentity(desk.editor.ctx, reseal(id, 1, name))),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(sealIdentity(desk.checker.ctx, reseal(id, 2, 'X'))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(sealIdentity(other.editor.ctx, reseal(id, 2, 'X'))).rejects.toMatchObject({ code: 'not-found' })
    await expect(sealIdentity(desk.editor.ctx, reseal(id, 2, '  '))).rejects.toMatchObject({
      reasons: [{ key: 'source.identityEmpty', path: 'identity' }],
    })
  })
})
