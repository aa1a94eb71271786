import { beforeEach, describe, expect, test } from 'vitest'
import { removeAttribution } from '@/lib/attributions/commands/remove-attribution'
import { saveAttribution } from '@/lib/attributions/commands/save-attribution'
import { deleteClaim, restoreDeleted } from '@/lib/claims/commands/delete-claim'
import { getDb } from '@/lib/db'
import { restoreEvidence, saveEvidence } from '@/lib/evidence/commands/save-evidence'
import { withdrawEvidence } from '@/lib/evidence/commands/withdraw-evidence'
import { claimId, newId } from '@/lib/ids'
import { HANDLERS } from '@/lib/jobs/commands/handlers'
import { countMarkedSources } from '@/lib/jobs/commands/refresh-source-uses'
import { addSource } from '@/lib/sources/commands/add-source'
import { editSource } from '@/lib/sources/commands/edit-source'
import { mergeSources } from '@/lib/sources/commands/merge-sources'
import { undoMerge } from '@/lib/sources/commands/undo-merge'
import { listSources } from '@/lib/sources/queries/list-sources'
import { aClaim, anArticle, aProject, once } from '@/seeds/builders'
import { aChain as aBuiltChain } from '@/seeds/chain-builders'

const db = getDb()
let desk: Awaited<ReturnType<typeof aDesk>>
beforeEach(async () => {
  desk = await aDesk()
})

async function aDesk() {
  const team = await aProject()
  const { version } = await anArticle(db, team.project, 'Dix morts à Kaboul, onze à Herat.')
  const { ctx } = team.editor
  const [one, other] = [await aClaim(ctx, version, 'Dix morts'), await aClaim(ctx, version, 'onze à Herat')]
  const source = async (name: string) =>
    (await addSource(ctx, { ...once(), id: newId(), kind: 'ORGANISATION' as const, name })).id
  const [army, ministry, agency] = [await source('Armée'), await source('Ministère'), await source('Agence')]
  return { ...team, ctx, projectId: team.project.id, one: one.id, other: other.id, army, ministry, agency }
}

const hop = (sourceId: string, more: { affiliationId?: string; onBehalfOfId?: string } = {}) => ({
  ...{ id: newId(), sourceId, speechAct: 'SAID' as const },
  ...more,
})
async function aChain(claim: string, ...hops: ReturnType<typeof hop>[]) {
  const id = newId()
  await saveAttribution(desk.ctx, { ...once(), claimId: claim, id, version: null, hops })
  return id
}
async function anItem(claim: string, more: { sourceId: string }) {
  const id = newId()
  const item = { claimId: claim, version: null, stance: 'SUPPORTS', url: 'https://example.org/', ...more } as const
  await saveEvidence(desk.ctx, { ...once(), id, ...item })
  return id
}
const versionOf = async (id: string) => (await db.source.findUniqueOrThrow({ where: { id } })).version
const count = () => countMarkedSources(desk.ctx, desk.projectId)

const ofDesk = () => ({ where: { projectId: desk.projectId } })
async function marked() {
  const rows = await db.sourceRecount.findMany(ofDesk())
  return rows.map(({ sourceId }) => sourceId).sort()
}
const useOf = async (id: string) => {
  const { claims, isNamed } = await db.sourceUse.findUniqueOrThrow({ where: { sourceId: id } })
  return [claims, isNamed]
}
const inOrder = async () =>
  (await listSources(desk.ctx, { order: 'claims', kind: 'ORGANISATION' })).sources.map(({ name }) => name)
const unnamed = async () =>
  (await listSources(desk.ctx, { place: 'never', kind: 'ORGANISATION' })).sources.map(({ name }) => name)

describe('a source is marked', () => {
  test('when it is named in whatever place of a chain, and when the chain goes; a new one stands nowhere', async () => {
    expect([await marked(), await useOf(desk.army)]).toEqual([[], [0, false]])
    const id = await aChain(desk.one, hop(desk.army, { affiliationId: desk.ministry, onBehalfOfId: desk.agency }))
    expect(await marked()).toEqual([desk.army, desk.ministry, desk.agency].sort())
    await count()
    expect(await Promise.all([desk.army, desk.ministry].map(useOf))).toEqual([
      [1, true],
      [1, false],
    ])
    await removeAttribution(desk.ctx, { ...once(), id, version: 1 })
    expect(await marked()).toEqual([desk.army, desk.ministry, desk.agency].sort())
    await count()
    expect([await useOf(desk.army), await marked()]).toEqual([[0, false], []])
  })

  test('when evidence names it, is withdrawn, and comes back, with its chain', async () => {
    const id = await anItem(desk.one, { sourceId: desk.army })
    expect(await marked()).toEqual([desk.army])
    await aBuiltChain(db, desk.projectId, { evidenceId: id }, { id: desk.agency })
    expect(await marked()).toEqual([desk.army, desk.agency].sort())
    await count()
    expect(await Promise.all([desk.army, desk.agency].map(useOf))).toEqual([
      [1, true],
      [1, true],
    ])
    await withdrawEvidence(desk.ctx, { ...once(), id, version: 1 })
    expect(await marked()).toEqual([desk.army, desk.agency].sort())
    await count()
    expect(await Promise.all([desk.army, desk.agency].map(useOf))).toEqual([
      [0, false],
      [0, true],
    ])
    await restoreEvidence(desk.ctx, { ...once(), id, version: 2 })
    await count()
    expect(await useOf(desk.army)).toEqual([1, true])
  })

  test('when a claim that names it is taken away, and comes back', async () => {
    await aChain(desk.one, hop(desk.army))
    await anItem(desk.one, { sourceId: desk.agency })
    await count()
    const { version } = await db.claim.findUniqueOrThrow({ where: { id: desk.one } })
    const gone = await deleteClaim(desk.ctx, { ...once(), id: desk.one, version })
    expect(await marked()).toEqual([desk.army, desk.agency].sort())
    await count()
    // It is named all the same: the chain stands, and so does the directory.
    expect(await useOf(desk.army)).toEqual([0, true])
    await restoreDeleted(desk.ctx, { ...once(), id: desk.one, version: gone.version })
    await count()
    expect(await useOf(desk.army)).toEqual([1, true])
  })

  test('when it is merged and when that is undone, and when it is renamed; not when its words move', async () => {
    await aChain(desk.one, hop(desk.army))
    await aChain(desk.other, hop(desk.ministry))
    await count()
    const both = { keptId: desk.army, droppedId: desk.ministry, keptVersion: 1, droppedVersion: 1 }
    const { id } = await mergeSources(desk.ctx, { ...once(), id: newId(), ...both })
    await count()
    expect(await Promise.all([desk.army, desk.ministry].map(useOf))).toEqual([
      [2, true],
      [0, false],
    ])
    await undoMerge(desk.ctx, { ...once(), id })
    await count()
    expect(await useOf(desk.ministry)).toEqual([1, true])
    const fields = { kind: 'ORGANISATION' as const, name: 'Zouaves', aliases: [] }
    await editSource(desk.ctx, { ...once(), id: desk.army, version: await versionOf(desk.army), ...fields })
    expect(await marked()).toEqual([desk.army])
    await count()
    expect((await db.sourceUse.findUniqueOrThrow({ where: { sourceId: desk.army } })).nameKey).toBe('zouaves')
    await db.hop.updateMany({ ...ofDesk(), data: { cueSpanId: null } })
    expect(await marked()).toEqual([])
  })

  test('once, however often it is named while nobody counts', async () => {
    for (const claim of [desk.one, desk.other]) await aChain(claim, hop(desk.army))
    expect(await marked()).toEqual([desk.army])
  })
})

describe('lists of sources', () => {
  test('are the same before and after the worker has counted', async () => {
    for (const claim of [desk.one, desk.other]) await aChain(claim, hop(desk.ministry))
    await aChain(desk.one, hop(desk.agency))
    const before = [await inOrder(), await unnamed()]
    expect(before).toEqual([['Ministère', 'Agence', 'Armée'], ['Armée']])
    await count()
    expect([await inOrder(), await unnamed()]).toEqual(before)
    await aChain(desk.one, hop(desk.army))
    expect([await inOrder(), await unnamed()]).toEqual([['Ministère', 'Agence', 'Armée'], []])
    expect(await listSources(desk.viewer.ctx, { order: 'claims', search: 'agence' })).toMatchObject({
      sources: [{ name: 'Agence', claims: 1 }],
      total: { count: 1 },
    })
  })
})

test('a list shows what was counted: how often a source is an origin, and how often it relays', async () => {
  await aChain(desk.one, hop(desk.agency), hop(desk.army))
  await aChain(desk.other, hop(desk.agency), hop(desk.ministry))
  await aChain(desk.other, hop(desk.agency))
  const shown = async () =>
    (await listSources(desk.ctx, { order: 'claims', kind: 'ORGANISATION' })).sources.map(
      ({ name, claims, asOrigin, asRelay, more }) => ({ name, claims, asOrigin, asRelay, more }),
    )
  const expected = [
    { name: 'Agence', claims: 2, asOrigin: 1, asRelay: 2, more: false },
    { name: 'Armée', claims: 1, asOrigin: 1, asRelay: 0, more: false },
    { name: 'Ministère', claims: 1, asOrigin: 1, asRelay: 0, more: false },
  ]
  expect(await shown()).toEqual(expected)
  await count()
  expect(await shown()).toEqual(expected)
  // What is not marked is not counted again.
  await db.sourceUse.update({ where: { sourceId: desk.agency }, data: { asRelay: 40 } })
  expect((await shown())[0]?.asRelay).toBe(40)
})

describe('the worker', () => {
  test('counts sources with the claim that names them', async () => {
    await aChain(desk.one, hop(desk.army))
    const ctx = { ...desk.ctx, jobId: newId(), tellProgress: async () => {}, isEnding: () => false }
    await HANDLERS['claim-projection:refresh']?.(ctx, { claimId: claimId.parse(desk.one) })
    expect([await useOf(desk.army), await marked()]).toEqual([[1, true], []])
  })

  test('takes away what was counted of a source that went with its chain', async () => {
    const [id, sourceId] = [newId(), newId()]
    const passing = { ...once(), id: sourceId, kind: 'PERSON' as const, name: 'Un passant' }
    const chain = { claimId: desk.one, id, version: null, newSources: [passing], hops: [hop(sourceId)] }
    await saveAttribution(desk.ctx, { ...once(), ...chain })
    await count()
    expect(await useOf(sourceId)).toEqual([1, true])
    await removeAttribution(desk.ctx, { ...once(), id, version: 1 })
    expect(await db.source.findUnique({ where: { id: sourceId } })).toBeNull()
    expect(await marked()).toEqual([sourceId])
    await count()
    expect(await db.sourceUse.findUnique({ where: { sourceId } })).toBeNull()
  })
})
