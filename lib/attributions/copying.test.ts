import { beforeAll, describe, expect, test } from 'vitest'
import { copyAttribution } from '@/lib/attributions/commands/copy-attribution'
import { saveAttribution } from '@/lib/attributions/commands/save-attribution'
import { listAttributions } from '@/lib/attributions/queries'
import { findChainBefore, listProposals } from '@/lib/attributions/queries/proposals'
import { getClaim } from '@/lib/claims/queries'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { addSource } from '@/lib/sources/commands/add-source'
import { aClaim, anArticle, aProject, assignedTo, once, placeOf, walkTo } from '@/seeds/builders'

const db = getDb()
const TEXT =
  'Selon M. Mallick, deux ponts sont coupés. Trois routes sont fermées. Quatre trains sont annulés. Anas Mallick, journaliste pour WION, a déclaré que le port est ouvert.'

async function aDesk() {
  const desk = await aProject(db)
  const { version } = await anArticle(db, desk.project, TEXT)
  const marked = async (words: string) => {
    const claim = await aClaim(desk.checker.ctx, version, words)
    await assignedTo(db, claim, desk.checker.user, desk.editor.user)
    return claim.id
  }
  const bridges = await marked('deux ponts sont coupés')
  const roads = await marked('Trois routes sont fermées')
  const trains = await marked('Quatre trains sont annulés')
  const mallick = { ...once(), id: newId(), kind: 'PERSON' as const, name: 'Anas Mallick', aliases: ['M. Mallick'] }
  await addSource(desk.checker.ctx, mallick)
  const chain = {
    ...once(),
    id: newId(),
    claimId: bridges,
    version: null,
    versionId: version.id,
    hops: [
      {
        id: newId(),
        sourceId: mallick.id,
        speechAct: 'SAID' as const,
        sourceWords: { id: newId(), ...placeOf(TEXT, 'M. Mallick') },
        cueWords: { id: newId(), ...placeOf(TEXT, 'Selon') },
      },
    ],
  }
  await saveAttribution(desk.checker.ctx, chain)
  return { ...desk, version, bridges, roads, trains, mallick: mallick.id, chain: chain.id, marked }
}

let desk: Awaited<ReturnType<typeof aDesk>>
beforeAll(async () => {
  desk = await aDesk()
})

const target = (claimId: string, hops = 1) => ({
  claimId,
  id: newId(),
  hopIds: Array.from({ length: hops }, () => newId()),
})
const count = () => Promise.all([db.attribution.count(), db.hop.count(), db.span.count(), db.auditEntry.count()])

describe('copyAttribution', () => {
  test('gives several claims the chain with words of their own, each under the ids that were sent', async () => {
    const targets = [target(desk.roads), target(desk.trains)]
    const input = { ...once(), id: desk.chain, targets }
    const { copies } = await copyAttribution(desk.checker.ctx, input)
    expect(copies).toMatchObject(targets.map(({ id, claimId }) => ({ id, claimId, version: 1 })))
    expect(await copyAttribution(desk.checker.ctx, input)).toEqual({ copies })
    for (const { id, claimId, hopIds } of targets) {
      const [chain] = await listAttributions(desk.viewer.ctx, claimId)
      expect(chain).toMatchObject({ id, hops: [{ id: hopIds[0], source: { id: desk.mallick }, reading: 'CERTAIN' }] })
      expect(chain?.hops[0]?.sourceWords?.exact).toBe('M. Mallick')
      expect((await db.claim.findUniqueOrThrow({ where: { id: claimId } })).revision).toBe(2)
    }
  })

  test('leaves the words away in another article, and says where the checker infers', async () => {
    const { version } = await anArticle(db, desk.project, 'Cinq ponts tiennent.')
    const claim = await aClaim(desk.editor.ctx, version, 'Cinq ponts')
    const input = { ...once(), id: desk.chain, targets: [target(claim.id)], reading: 'INFERRED' as const }
    await copyAttribution(desk.editor.ctx, input)
    const [chain] = await listAttributions(desk.viewer.ctx, claim.id)
    expect(chain?.hops).toMatchObject([{ sourceWords: null, cueWords: null, reading: 'INFERRED' }])
  })

  test('is all or nothing: a locked claim, one of somebody else, and a foreign one are refused by name', async () => {
    const locked = await desk.marked('Quatre')
    const number = (await db.claim.findUniqueOrThrow({ where: { id: locked } })).number
    await walkTo(db, { id: locked }, 'IN_REVIEW')
    const before = await count()
    const copy = (ctx: typeof desk.checker.ctx, targets: ReturnType<typeof target>[]) =>
      copyAttribution(ctx, { ...once(), id: desk.chain, targets })
    await expect(copy(desk.checker.ctx, [target(desk.roads), target(locked)])).rejects.toMatchObject({
      code: 'refused',
      reasons: [{ key: 'attribution.copyLocked', values: { number, wording: 'Quatre' } }],
    })
    await expect(copy(desk.checker2.ctx, [target(desk.roads)])).rejects.toMatchObject({
      code: 'forbidden',
      reasons: [{ key: 'attribution.copyNotYours' }],
    })
    const other = await aDesk()
    const afterOther = await count()
    await expect(copy(desk.checker.ctx, [target(other.roads)])).rejects.toMatchObject({ code: 'not-found' })
    await expect(copy(other.checker.ctx, [target(other.roads)])).rejects.toMatchObject({ code: 'not-found' })
    await expect(copy(desk.checker.ctx, [target(desk.roads, 2)])).rejects.toMatchObject({ code: 'conflict' })
    expect(await count()).toEqual(afterOther)
    expect(before[0]).toBeLessThan(afterOther[0])
  })
})

describe('what the text suggests', () => {
  test('names the sources that the desk has, and those that would be made', async () => {
    const fresh = await aDesk()
    const id = await fresh.marked('le port est ouvert')
    const claim = await getClaim(fresh.checker.ctx, id)
    const [proposal] = await listProposals(fresh.checker.ctx, claim, [])
    expect(proposal?.hops).toMatchObject([
      {
        source: { id: fresh.mallick, name: 'Anas Mallick', kind: 'PERSON' },
        affiliation: { id: null, name: 'WION', kind: 'OUTLET' },
        speechAct: 'SAID',
      },
    ])
  })

  test('is left away once a chain stands on those words', async () => {
    const claim = await getClaim(desk.checker.ctx, desk.bridges)
    expect(await listProposals(desk.checker.ctx, claim, [])).toHaveLength(1)
    const chains = await listAttributions(desk.checker.ctx, desk.bridges)
    expect(await listProposals(desk.checker.ctx, claim, chains)).toEqual([])
  })

  test('a chain that brings new sources makes them with it, once; one that the desk has is taken', async () => {
    const fresh = await aDesk()
    const source = (kind: 'ORGANISATION' | 'DOCUMENT' | 'PERSON', name: string, parentId: string | null = null) => ({
      ...{ id: newId(), kind, name, parentId },
    })
    const services = source('ORGANISATION', 'Services de renseignement')
    const report = source('DOCUMENT', 'Rapport', services.id)
    const known = source('PERSON', 'anas mallick')
    const input = {
      ...once(),
      ...{ id: newId(), claimId: fresh.roads, version: null, versionId: fresh.version.id },
      newSources: [services, report, known],
      hops: [known, report].map(({ id }) => ({ id: newId(), sourceId: id, speechAct: 'REPORTED' as const })),
    }
    await saveAttribution(fresh.checker.ctx, input)
    const [chain] = await listAttributions(fresh.viewer.ctx, fresh.roads)
    expect(chain?.hops.map(({ source: { id } }) => id)).toEqual([fresh.mallick, report.id])
    expect(chain?.hops[1]?.source.parent).toMatchObject({ id: services.id })
    const locked = { ...input, ...once(), id: newId(), newSources: [source('PERSON', 'Nobody Else')] }
    await walkTo(db, { id: fresh.roads }, 'IN_REVIEW')
    await expect(saveAttribution(fresh.checker.ctx, locked)).rejects.toMatchObject({ code: 'refused' })
    expect(await db.source.count({ where: { name: 'Nobody Else' } })).toBe(0)
  })
})

test('the chain before is that of the nearest claim in the text', async () => {
  const fresh = await aDesk()
  const before = async (id: string) => findChainBefore(fresh.viewer.ctx, await getClaim(fresh.viewer.ctx, id))
  expect(await before(fresh.bridges)).toBeNull()
  expect(await before(fresh.trains)).toEqual({ id: fresh.chain, claimNumber: 1, hopCount: 1 })
})
