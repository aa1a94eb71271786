import { beforeAll, beforeEach, expect, it } from 'vitest'
import { getDb } from '@/lib/db'
import { restoreEvidence, saveEvidence } from '@/lib/evidence/commands/save-evidence'
import { withdrawEvidence } from '@/lib/evidence/commands/withdraw-evidence'
import { newId } from '@/lib/ids'
import { decideOrigin } from '@/lib/independence/commands/decide-origin'
import { previewMerge } from '@/lib/independence/queries/preview-merge'
import type { Stance } from '@/prisma/generated/enums'
import { aClaim, anArticle, aProject, once } from '@/seeds/builders'
import { aChain, aSource } from '@/seeds/chain-builders'

const db = getDb()
let desk: Awaited<ReturnType<typeof aProject>>
let article: Awaited<ReturnType<typeof anArticle>>
let claimId = ''

beforeAll(async () => {
  desk = await aProject(db)
  article = await anArticle(db, desk.project, 'Sept kamikazes sont en fuite à Kaboul.')
})
beforeEach(async () => {
  claimId = (await aClaim(desk.editor.ctx, article.version, 'Sept kamikazes')).id
})

const source = (name: string) => aSource(db, desk.project.id, 'PERSON', name)
const save = (sourceId: string, stance: Stance, credibility: number | null) =>
  saveEvidence(desk.editor.ctx, { ...once(), id: newId(), claimId, version: null, stance, sourceId, credibility })
const needsTwo = (found: number) => ({
  code: 'refused',
  reasons: [{ key: 'evidence.credibilityOne', values: { found }, path: 'credibility' }],
})

it('credibility 1 needs two determined origins on the item’s side, counted with the item; nothing is written', async () => {
  const [one, other] = [await source('un'), await source('autre')]
  await expect(save(one.id, 'SUPPORTS', 1)).rejects.toMatchObject(needsTwo(1))
  expect(await db.evidence.count({ where: { claimId } })).toBe(0)
  await save(one.id, 'SUPPORTS', 2)
  await expect(save(one.id, 'SUPPORTS', 1)).rejects.toMatchObject(needsTwo(1))
  await expect(save(other.id, 'CONTRADICTS', 1)).rejects.toMatchObject(needsTwo(1))
  await expect(save(other.id, 'CONTEXT', 1)).rejects.toMatchObject(needsTwo(0))
  await save(other.id, 'SUPPORTS', 1)
})

it('an undetermined voice confirms nothing; and what was confirmed is asked again when it comes back', async () => {
  const thought = await aSource(db, desk.project.id, 'UNNAMED_IN_TEXT', 'on')
  await aChain(db, desk.project.id, { claimId }, thought)
  const [one, other] = [await source('un'), await source('autre')]
  await expect(save(one.id, 'SUPPORTS', 1)).rejects.toMatchObject(needsTwo(1))
  const first = await save(one.id, 'SUPPORTS', null)
  const second = await save(other.id, 'SUPPORTS', 1)
  const withdrawn = await withdrawEvidence(desk.editor.ctx, { ...once(), id: second.id, version: 1, reason: null })
  await withdrawEvidence(desk.editor.ctx, { ...once(), id: first.id, version: 1, reason: null })
  const again = { id: second.id, version: withdrawn.version }
  await expect(restoreEvidence(desk.editor.ctx, { ...once(), ...again })).rejects.toMatchObject(needsTwo(1))
  await restoreEvidence(desk.editor.ctx, { ...once(), id: first.id, version: 2 })
  await restoreEvidence(desk.editor.ctx, { ...once(), ...again })
})

it('a merge is previewed: the claims whose counts it changes, and the decisions that it drops; nothing is changed', async () => {
  const [kept, dropped, third] = [await source('Pentagone'), await source('le Pentagone'), await source('autre')]
  const chain = await aChain(db, desk.project.id, { claimId }, kept)
  const other = await aChain(db, desk.project.id, { claimId }, dropped)
  await aChain(db, desk.project.id, { claimId }, third)
  const apart = { claimId, kind: 'DIFFERENT', appearanceId: chain.id, otherId: other.id, reason: 'Deux voix.' } as const
  const { id } = await decideOrigin(desk.editor.ctx, { ...once(), id: newId(), ...apart })
  const later = { ...desk.editor.ctx, now: new Date(desk.editor.ctx.now.getTime() + 60_000) }
  expect(await previewMerge(later, kept.id, dropped.id)).toMatchObject({
    claims: [{ id: claimId, before: 3, after: 2, articleTitle: 'An article' }],
    total: 1,
    droppedDecisions: [{ id, isDropped: true }],
  })
  expect((await previewMerge(later, third.id, newId())).total).toBe(0)
  const stranger = await aProject(db)
  expect((await previewMerge(stranger.editor.ctx, kept.id, dropped.id)).total).toBe(0)
})
