import { beforeAll, describe, expect, it } from 'vitest'
import { getDb } from '@/lib/db'
import { saveEvent } from '@/lib/events/commands'
import { removeFigure, saveFigure } from '@/lib/figures/commands'
import { findPublishedOfClaim, listFigureChoices, listFigures, listFiguresOfEvent } from '@/lib/figures/queries'
import { newId } from '@/lib/ids'
import { aClaim, anArticle, aProject, once, walkTo } from '@/seeds/builders'

const db = getDb()
let desk: Awaited<ReturnType<typeof aProject>>
let version: Awaited<ReturnType<typeof anArticle>>['version']

beforeAll(async () => {
  desk = await aProject(db)
  version = (await anArticle(db, desk.project, 'Au moins 95 morts jeudi. Le bilan est passé à 170 morts.')).version
})

async function anEvent(ctx = desk.editor.ctx) {
  const { id } = await saveEvent(ctx, { ...once(), id: newId(), version: null, title: `Événement ${newId()}` })
  return id
}
const aClaimOf = (words: string) => aClaim(desk.editor.ctx, version, words, 'CASUALTIES')
const figure = (claimId: string, verbatim: string, best: number, more = {}) => ({
  ...{ ...once(), id: newId(), claimId, version: null, measure: 'KILLED', verbatim, qualifier: 'EXACT', best, ...more },
})
type Input = Parameters<typeof saveFigure>[1]
const save = (input: object, ctx = desk.editor.ctx) => saveFigure(ctx, input as Input)

describe('figures of one event', () => {
  it('one takes the place of another, which stays as it is, locked or not', async () => {
    const eventId = await anEvent()
    const [earlier, later] = [await aClaimOf('95 morts'), await aClaimOf('170 morts')]
    const old = figure(earlier.id, '95 morts', 95, { eventId })
    await save(old)
    await walkTo(db, earlier, 'IN_REVIEW')
    const before = await db.figure.findUniqueOrThrow({ where: { id: old.id } })
    const next = figure(later.id, '170 morts', 170, { eventId, supersedesId: old.id })
    await expect(save(next)).rejects.toMatchObject({
      code: 'invalid',
      reasons: [{ key: 'figure.supersedesReasonMissing', path: 'supersedesReason' }],
    })
    await save({ ...next, supersedesReason: 'Nouveau bilan' })
    expect(await db.figure.findUniqueOrThrow({ where: { id: old.id } })).toEqual(before)
    expect(await listFigures(desk.viewer.ctx, earlier.id)).toMatchObject([
      { supersedes: null, supersededBy: [{ id: next.id, verbatim: '170 morts', claimId: later.id }] },
    ])
    expect(await listFiguresOfEvent(desk.viewer.ctx, eventId)).toMatchObject([
      { id: old.id, event: { id: eventId }, claim: { id: earlier.id, rating: null } },
      { id: next.id, supersedes: { id: old.id, wording: '95 morts' }, supersedesReason: 'Nouveau bilan' },
    ])
    // Nobody takes away what another one stands on.
    await walkTo(db, earlier, 'OPEN')
    const removal = { ...once(), id: old.id, claimId: earlier.id, version: 1 }
    await expect(removeFigure(desk.editor.ctx, removal)).rejects.toMatchObject({
      code: 'refused',
      reasons: [{ key: 'figure.namedByOthers', values: { count: 1 } }],
    })
  })

  it('no circle, no other event, no other measure', async () => {
    const eventId = await anEvent()
    const claim = await aClaimOf('170 morts')
    const [one, other] = [figure(claim.id, '170', 170, { eventId }), figure(claim.id, '95', 95, { eventId })]
    await save(one)
    await save({ ...other, supersedesId: one.id, supersedesReason: 'x' })
    const link = { ...once(), version: 1, supersedesId: other.id, supersedesReason: 'x' }
    await expect(save({ ...one, ...link })).rejects.toMatchObject({
      code: 'refused',
      reasons: [{ key: 'figure.supersedesCircle', path: 'supersedesId' }],
    })
    await expect(
      save({ ...figure(claim.id, '3', 3, { measure: 'INJURED' }), ...link, version: null }),
    ).rejects.toMatchObject({
      reasons: [{ key: 'figure.otherMeasure', path: 'supersedesId' }],
    })
    await expect(
      save({ ...figure(claim.id, '3', 3, { eventId: await anEvent() }), ...link, version: null }),
    ).rejects.toMatchObject({ reasons: [{ key: 'figure.otherEvent', path: 'supersedesId' }] })
    await expect(save({ ...one, ...once(), version: 1, eventId: await anEvent() })).rejects.toMatchObject({
      reasons: [{ key: 'figure.namedByOthers', values: { count: 1 } }],
    })
    // Who takes back the link may go.
    await save({ ...other, ...once(), version: 1 })
    await save({ ...one, ...once(), version: 1, eventId: null })
  })

  it('two people who build a circle at once build none', async () => {
    const eventId = await anEvent()
    const [claim, second] = [await aClaimOf('170 morts'), await aClaimOf('95 morts')]
    const [one, other] = [figure(claim.id, '170', 170, { eventId }), figure(second.id, '95', 95, { eventId })]
    await save(one)
    await save(other)
    const changed = { version: 1, supersedesReason: 'x' }
    const both = await Promise.allSettled([
      save({ ...one, ...once(), ...changed, supersedesId: other.id }),
      save({ ...other, ...once(), ...changed, supersedesId: one.id }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('knows no event and no figure of another project, nor of a deleted claim', async () => {
    const stranger = await aProject(db)
    const foreign = await anEvent(stranger.editor.ctx)
    const claim = await aClaimOf('170 morts')
    await expect(save(figure(claim.id, '170', 170, { eventId: foreign }))).rejects.toMatchObject({ code: 'not-found' })
    const named = { supersedesId: newId(), supersedesReason: 'x' }
    await expect(save(figure(claim.id, '170', 170, named))).rejects.toMatchObject({ code: 'not-found' })
    const eventId = await anEvent()
    const gone = await aClaimOf('95 morts')
    const old = figure(gone.id, '95', 95, { eventId })
    await save(old)
    await db.claim.update({ where: { id: gone.id }, data: { deletedAt: new Date(0) } })
    const link = { eventId, supersedesId: old.id, supersedesReason: 'x' }
    await expect(save(figure(claim.id, '170', 170, link))).rejects.toMatchObject({ code: 'not-found' })
    expect(await listFigureChoices(desk.viewer.ctx, claim.id, eventId)).toEqual([])
    expect(await listFiguresOfEvent(stranger.admin.ctx, eventId)).toEqual([])
    expect(await listFigureChoices(stranger.admin.ctx, claim.id, eventId)).toEqual([])
    await expect(findPublishedOfClaim(stranger.admin.ctx, claim.id)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('offers the figures of the event, and of the claim where they have none', async () => {
    const eventId = await anEvent()
    const [claim, other] = [await aClaimOf('170 morts'), await aClaimOf('95 morts')]
    const [own, ofEvent] = [figure(claim.id, '170', 170), figure(other.id, '95', 95, { eventId })]
    await save(own)
    await save(ofEvent)
    const ids = async (event: string | null) =>
      (await listFigureChoices(desk.viewer.ctx, claim.id, event)).map(({ id }) => id).sort()
    expect(await ids(null)).toEqual([own.id])
    expect(await ids(eventId)).toEqual([own.id, ofEvent.id].sort())
    expect(await findPublishedOfClaim(desk.viewer.ctx, claim.id)).toBeNull()
  })
})
