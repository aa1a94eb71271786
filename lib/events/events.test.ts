import { beforeAll, describe, expect, it } from 'vitest'
import { getDb } from '@/lib/db'
import { removeEvent, saveEvent } from '@/lib/events/commands'
import { findEventOfArticle, getEvent, listEvents, searchEvents } from '@/lib/events/queries'
import { saveFigure } from '@/lib/figures/commands'
import { newId } from '@/lib/ids'
import { saveWarning } from '@/lib/warnings/commands'
import { aClaim, anArticle, aProject, once } from '@/seeds/builders'

const db = getDb()
let desk: Awaited<ReturnType<typeof aProject>>
beforeAll(async () => {
  desk = await aProject(db)
})

const anEvent = (title: string, more = {}) => ({ ...once(), id: newId(), version: null, title, ...more })
const AUGUST = { verbatim: null, earliest: '2021-08-01', latest: '2021-08-31', precision: 'MONTH' as const }

describe('saveEvent', () => {
  it('adds an event, changes it whole, and never a version that was not seen', async () => {
    const input = anEvent('Attentat de l’aéroport de Kaboul', { happened: AUGUST })
    expect(await saveEvent(desk.checker.ctx, input)).toEqual({ id: input.id, title: input.title, version: 1 })
    const moved = { ...input, ...once(), version: 1, place: 'Kaboul', happened: null }
    expect(await saveEvent(desk.checker.ctx, moved)).toMatchObject({ version: 2 })
    await expect(saveEvent(desk.editor.ctx, { ...moved, ...once() })).rejects.toMatchObject({ code: 'conflict' })
    expect(await getEvent(desk.viewer.ctx, input.id)).toMatchObject({ place: 'Kaboul', happened: null, version: 2 })
    const trace = await db.auditEntry.findMany({ where: { entityId: input.id }, orderBy: { at: 'asc' } })
    expect(trace.map(({ action }) => action)).toEqual(['event:save', 'event:save'])
  })

  it('keeps the hour at which it happened', async () => {
    const clock = { from: '17:00', until: '17:59', zone: 'Asia/Kathmandu' }
    const happened = { verbatim: null, earliest: '2021-08-26', latest: '2021-08-26', precision: 'HOUR' as const, clock }
    const input = anEvent('À une heure', { happened })
    await saveEvent(desk.checker.ctx, input)
    expect((await getEvent(desk.viewer.ctx, input.id)).happened).toEqual(happened)
  })

  it('offers the one that has the title, however it is written', async () => {
    const input = anEvent('Prise de Hérat')
    await saveEvent(desk.editor.ctx, input)
    await expect(saveEvent(desk.editor.ctx, anEvent('prise  de herat'))).rejects.toMatchObject({
      code: 'refused',
      reasons: [{ key: 'event.alreadyThere', values: { id: input.id, title: input.title } }],
    })
    // An event keeps its own title.
    await saveEvent(desk.editor.ctx, { ...input, ...once(), version: 1, title: 'PRISE DE HÉRAT' })
    const other = await aProject(db)
    await expect(saveEvent(other.editor.ctx, anEvent('Prise de Hérat'))).resolves.toMatchObject({ version: 1 })
  })

  it('two people who add one title at once make one event', async () => {
    const both = await Promise.allSettled([1, 2].map(() => saveEvent(desk.editor.ctx, anEvent('Course'))))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('is not for those who only read, and asks for a title', async () => {
    await expect(saveEvent(desk.viewer.ctx, anEvent('Rien'))).rejects.toMatchObject({
      code: 'forbidden',
      reasons: [{ key: 'permission.checker' }],
    })
    for (const title of [' ', '!?'])
      await expect(saveEvent(desk.editor.ctx, anEvent(title))).rejects.toMatchObject({
        code: 'invalid',
        reasons: [{ key: 'event.titleMissing', path: 'title' }],
      })
  })
})

describe('removeEvent', () => {
  it('is refused while a figure stands on it, and then done', async () => {
    const input = anEvent('Attaque du pont')
    await saveEvent(desk.editor.ctx, input)
    const { version } = await anArticle(db, desk.project, 'Dix morts hier.')
    const claim = await aClaim(desk.editor.ctx, version, 'Dix morts', 'CASUALTIES')
    const toll = { measure: 'KILLED', verbatim: 'Dix morts', qualifier: 'EXACT', best: 10 } as const
    const figure = { id: newId(), claimId: claim.id, ...toll }
    await saveFigure(desk.editor.ctx, { ...once(), ...figure, version: null, eventId: input.id })
    expect(await getEvent(desk.viewer.ctx, input.id)).toMatchObject({ figures: 1, warnings: 0 })
    const removal = { id: input.id, version: 1 }
    await expect(removeEvent(desk.editor.ctx, { ...once(), ...removal })).rejects.toMatchObject({
      code: 'refused',
      reasons: [{ key: 'event.hasFigures', values: { count: 1 } }],
    })
    await saveFigure(desk.editor.ctx, { ...once(), ...figure, version: 1 })
    await expect(removeEvent(desk.checker.ctx, { ...once(), ...removal })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(removeEvent(desk.editor.ctx, { ...once(), ...removal, version: 7 })).rejects.toMatchObject({
      code: 'conflict',
    })
    await removeEvent(desk.editor.ctx, { ...once(), ...removal })
    await expect(getEvent(desk.editor.ctx, input.id)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('finding events', () => {
  it('by words of the title, the nearest first, literally', async () => {
    const { editor, viewer } = await aProject(db)
    for (const title of ['Le siège', 'Siège de Kunduz', '100 % pour']) await saveEvent(editor.ctx, anEvent(title))
    const titles = async (text: string) => (await searchEvents(viewer.ctx, { text })).map(({ title }) => title)
    expect(await titles('SIEGE')).toEqual(['Siège de Kunduz', 'Le siège'])
    expect(await titles('%')).toEqual(['100 % pour'])
    expect(await titles('_')).toEqual([])
    expect(await titles('')).toHaveLength(3)
    expect(await listEvents(viewer.ctx, { search: 'kunduz' })).toMatchObject({ total: { count: 1 }, page: 1, pages: 1 })
  })

  it('finds nothing of another project', async () => {
    const input = anEvent('Chez les autres')
    await saveEvent(desk.editor.ctx, input)
    const other = await aProject(db)
    await expect(getEvent(other.admin.ctx, input.id)).rejects.toMatchObject({ code: 'not-found' })
    const stolen = { ...input, ...once(), version: 1, title: 'Pris' }
    await expect(saveEvent(other.admin.ctx, stolen)).rejects.toMatchObject({ code: 'not-found' })
    await expect(removeEvent(other.admin.ctx, { ...once(), id: input.id, version: 1 })).rejects.toMatchObject({
      code: 'not-found',
    })
    expect(await searchEvents(other.viewer.ctx, { text: 'autres' })).toEqual([])
    expect(await listEvents(other.viewer.ctx)).toMatchObject({ events: [], total: { count: 0 } })
  })
})

describe('the event that an article was last about', () => {
  it('is that of its newest figure or warning, of claims that are there, in this project', async () => {
    const { article, version } = await anArticle(db, desk.project, 'Dix morts, et une alerte.')
    const [toll, alert] = [
      await aClaim(desk.editor.ctx, version, 'Dix morts'),
      await aClaim(desk.editor.ctx, version, 'une alerte', 'THREAT_WARNING'),
    ]
    const latest = async (ctx = desk.viewer.ctx) => (await findEventOfArticle(ctx, article.id))?.title ?? null
    expect(await latest()).toBeNull()
    const [first, second] = [anEvent(`Un pont ${newId()}`), anEvent(`Une gare ${newId()}`)]
    for (const each of [first, second]) await saveEvent(desk.editor.ctx, each)
    const figure = {
      claimId: toll.id,
      version: null,
      measure: 'KILLED',
      verbatim: 'dix',
      qualifier: 'EXACT',
      best: 10,
    } as const
    await saveFigure(desk.editor.ctx, { ...once(), id: newId(), ...figure })
    expect(await latest()).toBeNull()
    await saveFigure(desk.editor.ctx, { ...once(), id: newId(), ...figure, eventId: first.id })
    expect(await latest()).toBe(first.title)
    const warning = { claimId: alert.id, version: null, audience: 'voyageurs', eventId: second.id }
    await saveWarning(desk.editor.ctx, { ...once(), id: newId(), ...warning })
    expect(await latest()).toBe(second.title)
    await db.claim.update({ where: { id: alert.id }, data: { deletedAt: new Date() } })
    expect(await latest()).toBe(first.title)
    const elsewhere = await aProject(db)
    expect(await latest(elsewhere.viewer.ctx)).toBeNull()
    expect(
      await findEventOfArticle(desk.viewer.ctx, (await anArticle(db, desk.project, 'Rien.')).article.id),
    ).toBeNull()
  })
})
