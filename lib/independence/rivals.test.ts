import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { removeAttribution } from '@/lib/attributions/commands/remove-attribution'
import { saveAttribution } from '@/lib/attributions/commands/save-attribution'
import { getDb } from '@/lib/db'
import { saveEvent } from '@/lib/events/commands'
import { saveFigure } from '@/lib/figures/commands'
import { listFigures } from '@/lib/figures/queries'
import { newId } from '@/lib/ids'
import { linkClaims } from '@/lib/independence/commands/link-claims'
import { findChainsOfClaim, listFigureOrigins } from '@/lib/independence/queries/figure-origins'
import { listRivals } from '@/lib/independence/queries/rivals'
import { aClaim, anArticle, aProject, once, placeOf, reviseWith, walkTo } from '@/seeds/builders'
import { aChain, aSource } from '@/seeds/chain-builders'

const TEXT =
  'Treize soldats ont été tués, selon le Pentagone.\n\nPlus de 60 Afghans sont morts, d’après CNN, et treize soldats.'
const db = getDb()
let desk: Awaited<ReturnType<typeof aProject>>
let text: Awaited<ReturnType<typeof anArticle>>
let sources: Record<'pentagon' | 'cnn' | 'witness', { id: string }>
beforeAll(async () => {
  desk = await aProject(db)
  const of = (kind: 'ORGANISATION' | 'OUTLET' | 'PERSON', name: string) => aSource(db, desk.project.id, kind, name)
  sources = {
    pentagon: await of('ORGANISATION', 'Pentagone'),
    cnn: await of('OUTLET', 'CNN'),
    witness: await of('PERSON', 'Un voisin'),
  }
})
let eventId = newId()
beforeEach(async () => {
  text = await anArticle(db, desk.project, `${TEXT}\n\n${newId()}`)
  eventId = newId()
  await saveEvent(desk.editor.ctx, { ...once(), id: eventId, version: null, title: `Attaque ${eventId}` })
})

const claimOf = (words: string) => aClaim(desk.editor.ctx, text.version, words, 'CASUALTIES')
const toll = (claimId: string, verbatim: string, best: number, more = {}) => ({
  ...{ ...once(), id: newId(), claimId, version: null, measure: 'KILLED' as const, qualifier: 'EXACT' as const },
  ...{ verbatim, best, eventId, ...more },
})
/** Words of the text as a span, for a hop to stand on. */
const words = async (exact: string) => {
  const { id: versionId, text: whole } = text.version
  const place = placeOf(whole, exact)
  const span = { id: newId(), projectId: desk.project.id, versionId, ...place, prefix: '', suffix: '' }
  const [before, after] = [Array.from(whole).slice(0, place.start), Array.from(whole).slice(place.end)]
  const around = { prefix: before.slice(-32).join(''), suffix: after.slice(0, 32).join('') }
  return (await db.span.create({ data: { ...span, ...around } })).id
}
const originsOf = async (claimId: string) => {
  const figures = await listFigures(desk.viewer.ctx, claimId)
  const found = await listFigureOrigins(desk.viewer.ctx, figures)
  return figures.map(({ id }) => [
    found.get(id)?.how,
    ...(found.get(id)?.origins ?? []).map((each) => each.origin?.name),
  ])
}

describe('whose a figure is', () => {
  it('is told by the chain that states it, though another one comes first in the pool', async () => {
    const claim = await claimOf('Treize soldats ont été tués')
    const pentagon = await aChain(db, desk.project.id, { claimId: claim.id }, sources.pentagon)
    const cnn = await aChain(db, desk.project.id, { claimId: claim.id }, sources.cnn, sources.witness)
    await saveFigure(desk.editor.ctx, toll(claim.id, 'Treize', 13, { statedBy: [pentagon.id] }))
    await saveFigure(desk.editor.ctx, toll(claim.id, 'Plus de 60', 60, { statedBy: [cnn.id] }))
    await saveFigure(desk.editor.ctx, toll(claim.id, 'des dizaines', 20))
    expect(await originsOf(claim.id)).toEqual([['answer', 'Pentagone'], ['answer', 'Un voisin'], ['asked']])
  })

  it('is told by the paragraph of its words where one chain alone speaks in it', async () => {
    const claim = await claimOf('Treize soldats ont été tués')
    await reviseWith(db, claim.id, async (tx) => {
      const spanId = await words('Plus de 60 Afghans sont morts')
      await tx.claimSpan.create({ data: { claimId: claim.id, spanId, position: 1 } })
    })
    const at = async (source: { id: string }, exact: string) =>
      aChain(db, desk.project.id, { claimId: claim.id }, { ...source, sourceSpanId: await words(exact) })
    await at(sources.pentagon, 'Pentagone')
    await at(sources.witness, 'CNN')
    await saveFigure(desk.editor.ctx, toll(claim.id, 'Treize soldats', 13))
    await saveFigure(desk.editor.ctx, toll(claim.id, 'Plus de 60', 60))
    expect(await originsOf(claim.id)).toEqual([
      ['paragraph', 'Pentagone'],
      ['paragraph', 'Un voisin'],
    ])
    expect(await findChainsOfClaim(desk.viewer.ctx, claim.id)).toMatchObject({ passages: [{}, {}], chains: [{}, {}] })
  })

  it('waits for a removed chain to come back, and takes nobody else for it', async () => {
    const claim = await claimOf('Treize soldats ont été tués')
    const pentagon = await aChain(db, desk.project.id, { claimId: claim.id }, sources.pentagon)
    await aChain(db, desk.project.id, { claimId: claim.id }, sources.witness)
    const figure = toll(claim.id, 'Treize', 13, { statedBy: [pentagon.id] })
    await saveFigure(desk.editor.ctx, figure)
    await removeAttribution(desk.editor.ctx, { ...once(), id: pentagon.id, version: 1 })
    expect(await originsOf(claim.id)).toEqual([['asked']])
    // What else is said of the figure meanwhile keeps it.
    await saveFigure(desk.editor.ctx, { ...figure, ...once(), version: 1, place: 'Kaboul' })
    const hop = { id: newId(), sourceId: sources.pentagon.id, speechAct: 'SAID' as const }
    await saveAttribution(desk.editor.ctx, {
      ...{ ...once(), id: pentagon.id, claimId: claim.id, version: null, versionId: null, hops: [hop] },
    })
    expect(await originsOf(claim.id)).toEqual([['answer', 'Pentagone']])
    // Another end of the chain is another origin of its figure.
    const moved = { ...hop, id: newId(), sourceId: sources.witness.id }
    const { version } = await db.attribution.findUniqueOrThrow({ where: { id: pentagon.id } })
    await saveAttribution(desk.editor.ctx, {
      ...{ ...once(), id: pentagon.id, claimId: claim.id, version, versionId: null, hops: [moved] },
    })
    expect(await originsOf(claim.id)).toEqual([['answer', 'Un voisin']])
  })

  it('is no matter of chains of other claims, for the command and for the database', async () => {
    const [claim, other] = [await claimOf('Treize soldats ont été tués'), await claimOf('treize soldats')]
    const chain = await aChain(db, desk.project.id, { claimId: other.id }, sources.pentagon)
    const figure = toll(claim.id, 'Treize', 13, { statedBy: [chain.id] })
    await expect(saveFigure(desk.editor.ctx, figure)).rejects.toMatchObject({ code: 'not-found' })
    await saveFigure(desk.editor.ctx, { ...figure, ...once(), statedBy: [] })
    const taken = reviseWith(db, claim.id, (tx) =>
      tx.figure.update({ where: { id: figure.id }, data: { statedBy: [chain.id] } }),
    )
    await expect(taken).rejects.toThrow()
    expect(await listFigures(desk.viewer.ctx, claim.id)).toMatchObject([{ statedBy: [] }])
  })
})

describe('rivals', () => {
  it('are the other figures of the event for the same thing, each with its own origin and rank', async () => {
    const [claim, other, third] = [
      await claimOf('Treize soldats ont été tués'),
      await claimOf('treize soldats'),
      await claimOf('Plus de 60 Afghans'),
    ]
    await aChain(db, desk.project.id, { claimId: claim.id }, sources.pentagon)
    await aChain(db, desk.project.id, { claimId: other.id }, sources.witness)
    const military = { population: 'MILITARY' as const }
    const old = toll(other.id, 'treize', 12, military)
    await saveFigure(desk.editor.ctx, old)
    const replaces = { supersedesId: old.id, supersedesReason: 'Nouveau bilan' }
    await saveFigure(desk.editor.ctx, toll(claim.id, 'Treize', 13, { ...military, ...replaces }))
    await saveFigure(desk.editor.ctx, toll(third.id, 'Plus de 60', 60, { population: 'CIVILIAN' as const }))
    const rivals = await listRivals(desk.viewer.ctx, claim.id)
    expect(rivals).toMatchObject([
      {
        event: { id: eventId },
        own: [{ best: 13, origins: { how: 'onlyChain', origins: [{ origin: { name: 'Pentagone' } }] } }],
        others: [{ best: 12, rank: 'DEPRECATED', origins: { origins: [{ origin: { name: 'Un voisin' } }] } }],
      },
    ])
    expect(rivals[0]?.others).toHaveLength(1)
    // Civilians are counted by nobody else.
    expect(await listRivals(desk.viewer.ctx, third.id)).toEqual([])
    await walkTo(db, other, 'DROPPED')
    expect(await listRivals(desk.viewer.ctx, claim.id)).toEqual([])
  })

  it('linked claims have the figures of their own chains', async () => {
    // Its words hold no number: what clashes with another number is asked once more before it is linked.
    const [claim, second] = [
      await claimOf('Treize soldats ont été tués'),
      await anArticle(db, desk.project, 'Des soldats ont péri'),
    ]
    const there = await aClaim(desk.editor.ctx, second.version, second.version.text, 'CASUALTIES')
    await aChain(db, desk.project.id, { claimId: claim.id }, sources.pentagon)
    await aChain(db, desk.project.id, { claimId: there.id }, sources.witness)
    await linkClaims(desk.editor.ctx, { ...once(), id: newId(), oneId: claim.id, otherId: there.id })
    await saveFigure(desk.editor.ctx, toll(claim.id, 'Treize', 13))
    await saveFigure(desk.editor.ctx, toll(there.id, second.version.text, 60))
    expect([...(await originsOf(claim.id)), ...(await originsOf(there.id))]).toEqual([
      ['onlyChain', 'Pentagone'],
      ['onlyChain', 'Un voisin'],
    ])
  })
})
