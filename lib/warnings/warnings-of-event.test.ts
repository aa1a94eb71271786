import { beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { removeWarning, saveWarning } from '@/lib/warnings/commands'
import { findWarning, listReferableWarnings, listWarningsOfEvent } from '@/lib/warnings/queries'
import type { saveWarningInput } from '@/lib/warnings/schema'
import { aClaim, anArticle, aProject, once } from '@/seeds/builders'

const TEXT = 'Les responsables américains ont émis un nouvel avertissement aux citoyens américains.'
const db = getDb()
let desk: Awaited<ReturnType<typeof aProject>>
let article: Awaited<ReturnType<typeof anArticle>>
let other: Awaited<ReturnType<typeof aProject>>

beforeAll(async () => {
  desk = await aProject(db)
  other = await aProject(db)
  article = await anArticle(db, desk.project, TEXT)
})

const anEvent = ({ project }: typeof desk, title = `Event ${newId()}`) =>
  db.event.create({ data: { id: newId(), projectId: project.id, title, titleKey: title, createdAt: new Date(0) } })

const on = (day: string) => ({ verbatim: null, earliest: day, latest: day, precision: 'DAY' as const })

/** A warning of a claim of its own, or the same one changed. */
async function aWarning(
  part: Partial<z.input<typeof saveWarningInput>> = {},
  kept?: { id: string; claimId: string; version: number },
) {
  const claimId =
    kept?.claimId ?? (await aClaim(desk.editor.ctx, article.version, 'un nouvel avertissement', 'THREAT_WARNING')).id
  const input = {
    audience: 'citoyens américains',
    ...part,
    claimId,
    id: kept?.id ?? newId(),
    version: kept?.version ?? null,
  }
  const { id, version } = await saveWarning(desk.editor.ctx, { ...once(), ...input })
  return { id, claimId, version }
}

describe('what a warning refers to', () => {
  it('is asked of an update or a cancellation: a warning of the project, or words', async () => {
    await expect(aWarning({ messageType: 'UPDATE' })).rejects.toMatchObject({
      code: 'invalid',
      reasons: [{ key: 'warning.refersToNothing', path: 'refersTo' }],
    })
    await aWarning({ messageType: 'CANCEL', refersTo: 'l’alerte de la veille' })
    const first = await aWarning({ sent: on('2021-08-25') })
    await expect(aWarning({ refersToId: first.id })).rejects.toMatchObject({
      reasons: [{ key: 'warning.alertRefers', path: 'refersToId' }],
    })
    const update = await updateOf(first.id, '2021-08-26')
    expect(await findWarning(desk.viewer.ctx, update.claimId)).toMatchObject({
      messageType: 'UPDATE',
      refersToWarning: { id: first.id, isGone: false, claim: { id: first.claimId, article: { title: 'An article' } } },
    })
  })

  it('is neither later, nor in a circle, nor of another desk', async () => {
    const first = await aWarning({ sent: on('2021-08-25') })
    await expect(updateOf(first.id, '2021-08-24')).rejects.toMatchObject({
      reasons: [{ key: 'warning.refersToLater' }],
    })
    const second = await updateOf(first.id, '2021-08-26')
    const third = await updateOf(second.id, '2021-08-27')
    for (const target of [first, second, third]) {
      await expect(updateOf(target.id, '2021-08-25', first)).rejects.toMatchObject({
        reasons: [{ key: 'warning.circle' }],
      })
    }
    await expect(aWarning({ sent: on('2021-08-28') }, first)).rejects.toMatchObject({
      reasons: [{ key: 'warning.referredEarlier', path: 'sent' }],
    })
    const text = await anArticle(db, other.project, TEXT)
    const foreignClaim = await aClaim(other.editor.ctx, text.version, 'un nouvel avertissement', 'THREAT_WARNING')
    const foreign = newId()
    await saveWarning(other.editor.ctx, {
      ...once(),
      id: foreign,
      claimId: foreignClaim.id,
      version: null,
      audience: 'X',
    })
    await expect(updateOf(foreign, '2021-08-28')).rejects.toMatchObject({ code: 'not-found' })
    const ids = (await listReferableWarnings(desk.viewer.ctx, third.claimId)).map(({ id }) => id)
    expect(ids).toContain(second.id)
    expect(ids).not.toContain(third.id)
    expect(ids).not.toContain(foreign)
  })

  it('of two that close a circle at once, one is refused', async () => {
    const [one, two] = [await aWarning(), await aWarning()]
    const both = await Promise.allSettled([updateOf(two.id, null, one), updateOf(one.id, null, two)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('stays while another one refers to it', async () => {
    const first = await aWarning()
    const update = await updateOf(first.id, null)
    await expect(removeWarning(desk.editor.ctx, { ...once(), ...first })).rejects.toMatchObject({
      code: 'refused',
      reasons: [{ key: 'warning.referredTo' }],
    })
    await removeWarning(desk.editor.ctx, { ...once(), ...update })
    await removeWarning(desk.editor.ctx, { ...once(), ...first })
  })
})

const updateOf = (refersToId: string, day: string | null, kept?: Parameters<typeof aWarning>[1]) =>
  aWarning({ messageType: 'UPDATE', refersToId: refersToId, sent: day ? on(day) : null }, kept)

describe('listWarningsOfEvent', () => {
  it('lists them as they were sent, unknown dates last, deleted claims and other desks left out', async () => {
    const event = await anEvent(desk)
    const eventId = event.id
    const undated = await aWarning({ eventId })
    const late = await aWarning({ eventId, sent: on('2021-08-27') })
    const early = await aWarning({ eventId, sent: on('2021-08-25') })
    const deleted = await aWarning({ eventId })
    await db.claim.update({ where: { id: deleted.claimId }, data: { deletedAt: new Date() } })
    const listed = await listWarningsOfEvent(desk.viewer.ctx, event.id)
    expect(listed.map(({ id }) => id)).toEqual([early.id, late.id, undated.id])
    expect(listed[0]).toMatchObject({
      event: { id: event.id },
      claim: { id: early.claimId, article: { id: article.article.id } },
    })
    expect(await listWarningsOfEvent(other.viewer.ctx, event.id)).toEqual([])
    expect(await listWarningsOfEvent(desk.viewer.ctx, 'no id')).toEqual([])
  })

  it('another desk’s event is not found', async () => {
    const eventId = (await anEvent(other)).id
    await expect(aWarning({ eventId })).rejects.toMatchObject({ code: 'not-found' })
  })
})
